import { binomialQuantile } from '../statistics/binomial-quantile.ts';

/** Between which of the measured values a quantile is. */
export interface Bounds {
  /** -Infinity when there are too few values to tell. */
  readonly low: number;
  /** Infinity when there are too few values to tell. */
  readonly high: number;
}

/**
 * The one-sided bounds of a quantile, whatever the distribution: order statistics with binomial
 * ranks (Conover, Practical Nonparametric Statistics, 3.2).
 *
 * @param values independent of each other, in any order and unit
 * @param quantile such as 0.75
 * @param confidence of each bound alone, such as 0.975
 */
export function boundsOf(values: readonly number[], quantile: number, confidence: number): Bounds {
  const sorted = values.toSorted((a, b) => a - b);
  const rank = (chance: number): number => binomialQuantile(chance, sorted.length, quantile);
  return {
    low: sorted[rank(1 - confidence) - 1] ?? -Infinity,
    high: sorted[rank(confidence)] ?? Infinity,
  };
}
