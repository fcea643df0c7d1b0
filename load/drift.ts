import type { LoadResult } from './load-request.ts';
import type { Interval, NotAvailable } from './statistics/quantile-interval.ts';
import { slopeOf } from './statistics/slope.ts';

/**
 * By how much answers take longer at the end of a load than at its beginning, as a share of their
 * median: what a target that leaks memory, connections or rows does. It is the slope of the medians of
 * blocks, each page's in relation to its own median, so that all pages speak with one voice.
 *
 * @param result of a load whose rate was the same all the time
 * @returns 0.25 means a quarter longer; not available when there are too few answers
 */
export function driftOf({ pages }: Pick<LoadResult, 'pages'>): Interval | NotAvailable {
  const whole = [...pages.values()].filter(({ blocks }) => blocks.every(({ count }) => count > 0));
  const [first] = whole;
  if (first === undefined) return { notAvailable: 'no page was answered all the time' };
  const { length } = first.blocks;
  const points = first.blocks.map((_, nth) => {
    const shares = whole.map(
      ({ blocks, latency }) => (blocks[nth]?.quantile(0.5) ?? NaN) / latency.quantile(0.5),
    );
    return {
      x: (nth + 0.5) / length,
      y: shares.reduce((sum, one) => sum + one, 0) / shares.length,
    };
  });
  return slopeOf(points);
}
