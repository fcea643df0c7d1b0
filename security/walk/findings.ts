import type { Seen } from './crawl.ts';

/** Something that is wrong, and a route where it was seen. */
export type Finding = readonly [what: string, where: string];

const shown = 3;

/**
 * Findings as lines for people: what stands on every page is told once.
 *
 * @returns one line for each thing that is wrong, with the first routes where it was seen
 */
export function told(findings: readonly Finding[]): string[] {
  const places = new Map<string, Set<string>>();
  for (const [what, where] of findings) {
    places.set(what, (places.get(what) ?? new Set<string>()).add(where));
  }
  return [...places].map(([what, where]) => {
    const more = where.size > shown ? ` and ${where.size - shown} more` : '';
    return `${what} (on ${[...where].slice(0, shown).join(', ')}${more})`;
  });
}

/** {@link told} of what a rule finds in each thing that was seen. */
export function findIn(seen: readonly Seen[], rule: (one: Seen) => readonly string[]): string[] {
  return told(seen.flatMap((one) => rule(one).map((what): Finding => [what, one.route])));
}
