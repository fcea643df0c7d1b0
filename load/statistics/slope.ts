import type { Interval, NotAvailable } from './quantile-interval.ts';

/** A value that was seen at a place, such as the time of a page at a number of rows. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

// Beyond these the exact distribution is as good as normal.
const fewestPoints = 10;
const z = 1.959964;

/**
 * How much a value grows with each further unit of x: the median of the slopes of all pairs of points,
 * with the interval at the ranks that Kendall's test of their order leaves (Sen, JASA 63, 1968,
 * 1379–1389, whose variance takes points of the same x into account; Hollander, Wolfe & Chicken,
 * Nonparametric Statistical Methods, 3rd ed., 9.2–9.3). It assumes nothing about the distribution, and
 * a quarter of the points may be stalls.
 *
 * @param points independent of each other, in any order; at least 10, at two places or more
 * @returns y per unit of x, confidence 95 % two-sided; not available with fewer
 */
export function slopeOf(points: readonly Point[]): Interval | NotAvailable {
  const places = new Map<number, number>();
  for (const { x } of points) places.set(x, (places.get(x) ?? 0) + 1);
  const n = points.length;
  if (n < fewestPoints || places.size < 2) {
    return {
      notAvailable: `a slope needs ${fewestPoints} values at two sizes, there are ${n} at ${places.size}`,
    };
  }
  const slopes = points
    .flatMap((a, i) =>
      points.slice(i + 1).flatMap((b) => (a.x === b.x ? [] : [(b.y - a.y) / (b.x - a.x)])),
    )
    .sort((a, b) => a - b);
  const term = (size: number): number => size * (size - 1) * (2 * size + 5);
  const ties = [...places.values()].reduce((sum, size) => sum + term(size), 0);
  const spread = z * Math.sqrt((term(n) - ties) / 18);
  const at = (rank: number): number =>
    slopes[Math.min(slopes.length, Math.max(1, rank)) - 1] ?? NaN;
  const middle = (slopes.length + 1) / 2;
  return {
    estimate: (at(Math.floor(middle)) + at(Math.ceil(middle))) / 2,
    low: at(Math.floor((slopes.length - spread) / 2)),
    high: at(Math.ceil((slopes.length + spread) / 2) + 1),
  };
}
