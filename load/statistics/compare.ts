import { median } from '../../report/signoff/median.ts';

/** How one side differs from the other, and whether that is more than chance and noise. */
export interface Comparison {
  readonly verdict: 'slower' | 'faster' | 'no difference';
  /** Two-sided p of the rank test. */
  readonly p: number;
  /** By how much the second side is higher, in the unit of the samples, with its interval. */
  readonly shift: { readonly estimate: number; readonly low: number; readonly high: number };
  /** The shift as a share of the median of the first side. */
  readonly effect: number;
  readonly reason: string;
}

/** Most samples of both sides together; beyond it the exact test takes seconds. */
const mostSamples = 200;

/**
 * Compares two sets of block values, such as the median latency of each interleaved block. Requests
 * of one run depend on each other, and a rank test of thousands of them is always significant: a
 * sample is a block, never a request (peers.md, section 1).
 *
 * The test is that of Mann and Whitney (Ann. Math. Stat. 18, 1947, 50–60), exact, ties included, by
 * the shift algorithm over doubled mid-ranks (Streitberg & Röhmel, Statistical Software Newsletter
 * 12, 1986, 10–17). The shift is the median of all pairwise differences (Hodges & Lehmann, Ann. Math.
 * Stat. 34, 1963, 598–611), its interval their order statistics at the ranks of the test (Hollander,
 * Wolfe & Chicken, Nonparametric Statistical Methods, 3rd ed., 4.2–4.3; conservative with ties).
 *
 * @param baseline values of the first side, at least 4
 * @param candidate values of the second side, at least 4
 * @param options `alpha`: two-sided risk of taking chance for a difference; `minimumEffect`: the
 *   least share of the baseline's median that counts, see {@link minimumEffect}
 * @returns a difference only where the test is significant and the effect larger than the minimum
 * @throws RangeError when there are too few or too many values, or one is no number: a block without
 *   a single answer has no median
 */
export function compare(
  baseline: readonly number[],
  candidate: readonly number[],
  options: { readonly alpha?: number; readonly minimumEffect?: number } = {},
): Comparison {
  const { alpha = 0.01, minimumEffect: least = leastEffect } = options;
  const [m, n] = [baseline.length, candidate.length];
  if (m < 4 || n < 4) throw new RangeError(`A comparison needs 4 values a side, not ${m} and ${n}`);
  if (m + n > mostSamples) throw new RangeError(`A comparison takes ${mostSamples} values in all`);

  if (![...baseline, ...candidate].every(Number.isFinite)) {
    throw new RangeError('A value of a comparison is no number');
  }

  const ranks = doubledMidRanks([...baseline, ...candidate]);
  const p = twoSided(ranks, m);
  const differences = baseline
    .flatMap((before) => candidate.map((after) => after - before))
    .sort((a, b) => a - b);
  const at = (index: number): number => differences[index] ?? NaN;
  const middle = (m * n - 1) / 2;
  const estimate = (at(Math.floor(middle)) + at(Math.ceil(middle))) / 2;
  const left = outside(m, n, alpha);
  const shift = { estimate, low: at(left), high: at(m * n - 1 - left) };

  const effect = estimate / median(baseline);
  const real = p < alpha && Math.abs(effect) > least;
  const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
  return {
    verdict: real ? (effect > 0 ? 'slower' : 'faster') : 'no difference',
    p,
    shift,
    effect,
    reason: `${percent(effect)}, p ${p.toPrecision(2)}; counted from ${percent(least)} and p below ${alpha} on`,
  };
}

const leastEffect = 0.05;

/**
 * The least effect that counts on a machine: 5 %, or twice the noise of comparisons of a build with
 * itself where that is more. The noise is their root mean square, so that twice of it covers about
 * 95 % of what chance alone does there.
 *
 * @param effects shares, from A/A comparisons of as many blocks as the real one will have
 */
export function minimumEffect(effects: readonly number[]): number {
  if (effects.length === 0) return leastEffect;
  const square = effects.reduce((sum, effect) => sum + effect ** 2, 0) / effects.length;
  return Math.max(leastEffect, 2 * Math.sqrt(square));
}

/** Twice the rank of each value, equal ones sharing the mean of theirs: whole numbers. */
function doubledMidRanks(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  return values.map((value) => sorted.indexOf(value) + sorted.lastIndexOf(value) + 2);
}

/**
 * How often each sum of `m` of the ranks occurs among all ways to choose them, as shares.
 */
function sumsOf(ranks: readonly number[], m: number): Float64Array {
  const most = [...ranks]
    .sort((a, b) => b - a)
    .slice(0, m)
    .reduce((sum, rank) => sum + rank, 0);
  const none = new Float64Array(most + 1);
  const ways = Array.from({ length: m + 1 }, () => Float64Array.from(none));
  ways[0]?.fill(1, 0, 1);
  for (const rank of ranks) {
    for (let chosen = m; chosen > 0; chosen -= 1) {
      const from = ways[chosen - 1] ?? none;
      const to = ways[chosen] ?? none;
      for (let sum = most; sum >= rank; sum -= 1)
        to[sum] = (to[sum] ?? 0) + (from[sum - rank] ?? 0);
    }
  }
  const counts = ways[m] ?? none;
  const all = counts.reduce((sum, count) => sum + count, 0);
  return counts.map((count) => count / all);
}

/** Twice the smaller tail of the sum of the first `m` ranks, itself included. */
function twoSided(ranks: readonly number[], m: number): number {
  const seen = ranks.slice(0, m).reduce((sum, rank) => sum + rank, 0);
  const shares = sumsOf(ranks, m);
  const total = (from: number, to?: number): number =>
    shares.slice(from, to).reduce((sum, share) => sum + share, 0);
  return Math.min(1, 2 * Math.min(total(0, seen + 1), total(seen)));
}

/** How many of the m·n ordered differences lie outside the interval on each side. */
function outside(m: number, n: number, alpha: number): number {
  const ranks = Array.from({ length: m + n }, (_, index) => index + 1);
  const shares = sumsOf(ranks, m);
  const least = (m * (m + 1)) / 2;
  let tail = 0;
  let count = 0;
  for (; tail <= alpha / 2; count += 1) tail += shares[least + count] ?? 1;
  // The interval begins at the difference whose rank is this count, with the first at rank 1.
  return Math.max(0, count - 2);
}
