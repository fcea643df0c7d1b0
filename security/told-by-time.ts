/** How long two requests took that followed on each other: one about somebody, one about nobody. */
export interface Pair {
  readonly somebody: number;
  readonly nobody: number;
}

/** Pairs to ask for. */
export const enoughPairs = 30;

/** Pairs that may go against the others: with 2 of 30 chance alone does it once in a million. */
const mostAgainst = 2;

/** What can hardly be seen over a network is nobody's guess, in milliseconds. */
export const leastMs = 5;

/**
 * Whether the time of an answer tells who is there: a two-sided sign test at 0.000001 (Conover,
 * Practical Nonparametric Statistics, 3.4), and a difference that is worth an attacker's while.
 *
 * @param pairs at least {@link enoughPairs}, in milliseconds, with who came first changing
 * @returns how much longer the answer about somebody takes in the middle, in milliseconds, negative
 * when it is the quicker one; undefined when time tells nothing
 * @throws with fewer pairs
 */
export function toldByTime(pairs: readonly Pair[]): number | undefined {
  if (pairs.length < enoughPairs) throw new Error(`${pairs.length} pairs tell nothing`);
  const more = pairs.map(({ somebody, nobody }) => somebody - nobody);
  const middle = upperMedian(more);
  const against = more.filter((one) => Math.sign(one) !== Math.sign(middle)).length;
  return against <= mostAgainst && Math.abs(middle) >= leastMs ? middle : undefined;
}

/**
 * The middle value, the upper one of two; 0 of none. Always one that was seen, unlike `median` of the report:
 * the mean of two with opposite signs would speak for neither.
 */
export const upperMedian = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
