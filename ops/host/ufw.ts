import { NotRun } from '../../fixtures/accounts/role.ts';

/** What a firewall lets in from anywhere: ports by their first and last. */
export interface LetIn {
  readonly others: boolean;
  readonly ranges: readonly (readonly [first: number, last: number])[];
}

/**
 * Reads `ufw status verbose` (ufw(8)). The first rule that fits decides, as in ufw itself; those for
 * single addresses are none of the outside.
 *
 * @returns undefined where it is inactive
 * @throws NotRun when it is no such answer
 */
export function ufwIn(output: string): LetIn | undefined {
  if (/^Status: inactive$/m.test(output)) return undefined;
  const [, standard] = /^Default: (\w+) \(incoming\)/m.exec(output) ?? [];
  if (!/^Status: active$/m.test(output) || standard === undefined) {
    throw new NotRun('ufw of HOST_SHELL answers as ufw does not');
  }
  const ranges: [number, number][] = [];
  const denied: [number, number][] = [];
  let others = standard === 'allow';
  for (const row of output.split('\n').map((one) => one.trimEnd())) {
    const [, to = '', action] =
      /^(.+?) {2,}(ALLOW|LIMIT|DENY|REJECT) IN +Anywhere(?: \(v6\))?(?: +\(log\S*\))?(?: +#.*)?$/.exec(
        row,
      ) ?? [];
    if (
      action === undefined ||
      /\/(?:udp|ah|esp|gre|ipv6|igmp)\b/.test(to) ||
      / on lo\b/.test(to)
    ) {
      continue;
    }
    const [, ports] = /(?:^|\s)((?:\d+(?::\d+)?,?)+)(?=\/tcp|\s|$)/.exec(to) ?? [];
    const lets = action === 'ALLOW' || action === 'LIMIT';
    if (ports === undefined) {
      others ||= lets && to.startsWith('Anywhere') && denied.length === 0;
      continue;
    }
    const own = ports.split(',').map((part): [number, number] => {
      const [first = 0, last = first] = part.split(':').map(Number);
      return [first, last];
    });
    if (!lets) denied.push(...own);
    else ranges.push(...own.filter(([a, b]) => !denied.some(([c, d]) => c <= a && b <= d)));
  }
  return { others, ranges };
}
