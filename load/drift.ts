import type { LoadResult } from './load-request.ts';
import type { PageResult } from './page-result.ts';
import { thresholds } from './profiles.ts';
import type { Interval, NotAvailable } from './statistics/quantile-interval.ts';
import { slopeOf } from './statistics/slope.ts';
import { judge, type Judgement } from './statistics/verdict.ts';

/**
 * By how much answers take longer at the end of a load than at its beginning, as a share of their
 * median: what a target that leaks memory, connections or rows does. It is the slope of the medians of
 * blocks, each page's in relation to its own median, so that all pages speak with one voice.
 *
 * @param result of a load whose rate was the same all the time
 * @returns 0.25 means a quarter longer; not available when there are too few answers
 */
export function driftOf({ pages }: Pick<LoadResult, 'pages'>): Interval | NotAvailable {
  const whole = answeredAlways(pages);
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

/**
 * Judges by the threshold whether answers take ever longer. A generator that was late now and then
 * moves no median by more than nearly all of its delays: of the requests of a tenth of the run at most a
 * tenth was sent later than 99 of a hundred of all. What is beyond that is the target's.
 */
export function judgeDrift(result: Pick<LoadResult, 'pages' | 'audit'>): Judgement {
  const { lagP99Ms, loopDelayP99Ms, cpuShare, invalid } = result.audit;
  const figure = driftOf(result);
  const whole = answeredAlways(result.pages);
  const added = whole.map(({ latency }) => (lagP99Ms + loopDelayP99Ms) / latency.quantile(0.5));
  const most = added.reduce((sum, one) => sum + one, 0) / whole.length;
  const isBeyondDoubt =
    'low' in figure &&
    cpuShare <= thresholds.generator.cpuShare &&
    figure.low - most > thresholds.drift;
  return judge(figure, thresholds.drift, {
    mayExtend: false,
    invalid: isBeyondDoubt ? [] : invalid,
    say: (share) => `${(share * 100).toFixed(0)} %`,
  });
}

const answeredAlways = (pages: LoadResult['pages']): PageResult[] =>
  [...pages.values()].filter(({ blocks }) => blocks.every(({ count }) => count > 0));
