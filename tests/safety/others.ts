/** Rows that are in one dump and not in the other; what a visit alone leaves is not looked at. */
export function differences(
  before: Readonly<Record<string, readonly string[]>>,
  after: Readonly<Record<string, readonly string[]>>,
): string[] {
  const only = (a: typeof before, b: typeof before, sign: string): string[] =>
    Object.entries(a)
      .filter(([table]) => !['session', 'failed_login'].includes(table))
      .flatMap(([table, rows]) => {
        const there = new Set(b[table]);
        return rows.filter((row) => !there.has(row)).map((row) => `${sign} ${table} ${row}`);
      });
  return [...only(before, after, '-'), ...only(after, before, '+')];
}
