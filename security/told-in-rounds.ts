import { leastMs, upperMedian } from './told-by-time.ts';

/** How long answers took that were asked for in turn, about somebody and about nobody. */
export interface Round {
  readonly somebody: readonly number[];
  readonly nobody: readonly number[];
}

/** Rounds that have to say the same before it is believed. */
const rounds = 4;

/** Least answers of each kind in a round. */
export const least = 3;

/**
 * Whether the time of an answer tells who is there, where a limit leaves only few tries a minute: each
 * round has to set all answers about somebody apart from all about nobody, the same way every time. In
 * a round of n and n chance does so once in half of C(2n, n), and the same way again once in C(2n, n)
 * (the rank-sum test at its extreme; Conover, Practical Nonparametric Statistics, 5.1): with 3 and 3
 * and four rounds once in 80,000, noise of {@link leastMs} provided.
 * The first round that does not ends it, which is what a target that tells nothing mostly does.
 *
 * @param ask asks once more, with waits of its own where limits demand them; times in milliseconds
 * @returns how much longer the answer about somebody takes in the middle, in milliseconds, negative when
 * it is the quicker one; undefined when time tells nothing
 * @throws with fewer than {@link least} answers of a kind
 */
export async function toldInRounds(ask: () => Promise<Round>): Promise<number | undefined> {
  const differences: number[] = [];
  while (differences.length < rounds) {
    const { somebody, nobody } = await ask();
    if (Math.min(somebody.length, nobody.length) < least) {
      throw new Error(`${somebody.length} and ${nobody.length} answers tell nothing`);
    }
    const isSlower = Math.min(...somebody) > Math.max(...nobody);
    const isQuicker = Math.max(...somebody) < Math.min(...nobody);
    const difference = upperMedian(somebody) - upperMedian(nobody);
    const before = differences[0] ?? difference;
    if (!(isSlower || isQuicker) || Math.sign(before) !== Math.sign(difference)) return undefined;
    if (Math.abs(difference) < leastMs) return undefined;
    differences.push(difference);
  }
  return upperMedian(differences);
}
