/**
 * As few pairs as hold every fault and every check once at least: an edge cover of least size, from
 * a matching of largest size (Gallai 1959; the matching by augmenting paths, Kuhn 1955).
 *
 * @param killers the checks that find each fault
 * @returns the same faults, each with the checks that are left to it
 */
export function coverOf(
  killers: Readonly<Record<string, readonly string[]>>,
): Record<string, string[]> {
  const matched = new Map<string, string>();
  const augment = (fault: string, seen: Set<string>): boolean =>
    (killers[fault] ?? []).some((check) => {
      if (seen.has(check)) return false;
      seen.add(check);
      const other = matched.get(check);
      if (other !== undefined && !augment(other, seen)) return false;
      matched.set(check, fault);
      return true;
    });
  for (const fault of Object.keys(killers)) augment(fault, new Set());

  const cover: Record<string, string[]> = {};
  for (const [fault, checks] of Object.entries(killers)) {
    const own = checks.filter((check) => {
      // A check that is matched nowhere is left to the first fault that it finds.
      if (!matched.has(check)) matched.set(check, fault);
      return matched.get(check) === fault;
    });
    cover[fault] = own.length > 0 ? own : checks.slice(0, 1);
  }
  return cover;
}
