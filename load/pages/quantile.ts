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
  // How likely it is that at most so many values lie below the quantile, from none on.
  const atMost: number[] = [];
  let exactly = (1 - quantile) ** sorted.length;
  let sum = 0;
  for (let below = 0; below < sorted.length; below += 1) {
    sum += exactly;
    atMost.push(sum);
    exactly *= ((sorted.length - below) / (below + 1)) * (quantile / (1 - quantile));
  }
  const surelyBelow = atMost.findLastIndex((chance) => chance <= 1 - confidence);
  const surelyAbove = atMost.findIndex((chance) => chance >= confidence);
  return {
    low: sorted[surelyBelow] ?? -Infinity,
    high: surelyAbove < 0 ? Infinity : (sorted[surelyAbove] ?? Infinity),
  };
}
