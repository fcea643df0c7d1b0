import { binomialQuantile } from './binomial-quantile.ts';

/** An estimate and the interval that holds the truth with the confidence that was asked for. */
export interface Interval {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
}

/** There is no figure, and why. */
export interface NotAvailable {
  readonly notAvailable: string;
}

/** Samples in order of size, however they are kept. */
export interface Ordered {
  readonly count: number;
  /** The value of a rank; the smallest has rank 1. */
  atRank(rank: number): number;
}

/** Sorted samples of an array. */
export function ordered(samples: readonly number[]): Ordered {
  const sorted = Float64Array.from(samples).sort();
  return { count: sorted.length, atRank: (rank) => sorted[rank - 1] ?? NaN };
}

/**
 * The fewest samples of which a quantile is said: five beyond it, ten from p99 on. That is 10 for
 * p50, 100 for p95, 1,000 for p99. With fewer the figure is one of the largest values that happened
 * to come, and moves with every run.
 *
 * @param q the quantile, 0.5 ≤ q < 1
 */
export const fewestSamples = (q: number): number =>
  Math.ceil(Math.round(((q < 0.99 ? 5 : 10) / (1 - q)) * 1e6) / 1e6);

/**
 * A quantile with an interval that assumes nothing about the distribution: the ranks between which
 * the quantile lies follow from the binomial distribution (Conover, Practical Nonparametric
 * Statistics, 3rd ed., 3.2; Hahn & Meeker, Statistical Intervals, 5.2).
 *
 * @param samples at least {@link fewestSamples}
 * @param q the quantile, 0.5 ≤ q < 1
 * @param options `confidence`, two-sided; `designEffect`: of how many samples one is worth as much as
 *   an independent one, see {@link designEffect}
 * @returns in the unit of the samples; not available when there are too few
 */
export function quantileInterval(
  samples: Ordered,
  q: number,
  options: { readonly confidence?: number; readonly designEffect?: number } = {},
): Interval | NotAvailable {
  const { confidence = 0.95, designEffect: effect = 1 } = options;
  const { count } = samples;
  const worth = Math.floor(count / effect);
  const fewest = fewestSamples(q);
  if (worth < fewest) {
    const name = `p${Number((q * 100).toFixed(3))}`;
    const less = worth === count ? '' : `, worth ${worth} independent ones`;
    return { notAvailable: `${name} needs ${fewest} samples, there are ${count}${less}` };
  }
  const tail = (1 - confidence) / 2;
  const low = binomialQuantile(tail, worth, q);
  const high = binomialQuantile(1 - tail, worth, q) + 1;
  // fewestSamples leaves so many beyond the quantile that only a very high confidence meets the ends.
  if (low < 1 || high > worth) {
    return { notAvailable: `${count} samples are too few for a confidence of ${confidence}` };
  }
  return {
    estimate: samples.atRank(Math.ceil(q * count)),
    low: samples.atRank(Math.max(1, Math.floor((low / worth) * count))),
    high: samples.atRank(Math.min(count, Math.ceil((high / worth) * count))),
  };
}

/**
 * By how much samples of one run tell less than independent ones: the requests of a moment share its
 * luck. The variance between blocks of the share beyond a quantile, over the one that independent
 * samples would have (design effect; Kish, Survey Sampling, 1965, 5.4). Never below 1.
 *
 * @param blocks samples and those of them beyond the quantile, one pair a block in order of time;
 *   fewer than two give 1
 */
export function designEffect(
  blocks: readonly { readonly count: number; readonly beyond: number }[],
): number {
  const filled = blocks.filter(({ count }) => count > 0);
  const total = filled.reduce((sum, { count }) => sum + count, 0);
  const share = filled.reduce((sum, { beyond }) => sum + beyond, 0) / total;
  const expected = share * (1 - share) * filled.length;
  if (filled.length < 2 || expected === 0) return 1;
  // Weighted by size, as the blocks of a ramp are not of one size.
  const seen = filled.reduce((sum, b) => sum + b.count * (b.beyond / b.count - share) ** 2, 0);
  return Math.max(1, (seen / expected) * (filled.length / (filled.length - 1)));
}

/**
 * A share of failures with Wilson's interval, which holds for rare ones too (Wilson, JASA 22, 1927,
 * 209–212; Brown, Cai & DasGupta, Statistical Science 16, 2001, 101–133).
 *
 * @param failures how many failed
 * @param count of how many
 * @returns shares from 0 to 1, confidence 95 % two-sided; not available of nothing
 */
export function shareInterval(failures: number, count: number): Interval | NotAvailable {
  if (count === 0) return { notAvailable: 'nothing was sent' };
  const z = 1.959964;
  const share = failures / count;
  const middle = (share + z ** 2 / (2 * count)) / (1 + z ** 2 / count);
  const half =
    (z / (1 + z ** 2 / count)) *
    Math.sqrt((share * (1 - share)) / count + z ** 2 / (4 * count ** 2));
  return { estimate: share, low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}
