import type { Options } from 'k6/options';
import { officePages } from '../office.ts';
import { thresholds, type Profile } from '../profiles.ts';

/**
 * Shares of answers that are wrong from which a load no longer measures anything and only harms: the
 * run is ended. Looked at after so long, when some answers are in.
 */
const hopeless = { share: 0.5, after: '10s' };

/**
 * The limits of load/profiles.ts as thresholds of k6. They hold its estimates against the budget,
 * without intervals, and one on a metric that nothing was added to holds: they end a hopeless run and
 * give k6 its exit code. The verdict is that of `report/judge.ts`.
 */
export function thresholdsOf(profile: Profile): NonNullable<Options['thresholds']> {
  const { pageMs, quantile, errorShare } = thresholds;
  const limits: NonNullable<Options['thresholds']> = {
    'page_failed{phase:measured}': [
      `rate<=${errorShare}`,
      {
        threshold: `rate<${hopeless.share}`,
        abortOnFail: true,
        delayAbortEval: hopeless.after,
      },
    ],
    'checks{phase:measured}': [`rate>=${1 - errorShare}`],
  };
  // The search for the capacity goes on until pages are late: there it is the result.
  if (profile.model === 'closed') return limits;
  for (const page of officePages) {
    limits[latencyOf(page)] = [`p(${quantile * 100})<${pageMs}`];
  }
  const arrivals = profile.stages.reduce(
    (sum, { seconds, from, to }) => sum + ((from + to) / 2) * seconds,
    0,
  );
  limits['dropped_iterations'] = [`count<=${Math.floor(arrivals * errorShare)}`];
  return limits;
}

/** The part of the latency that is of one page and was measured: a submetric of k6. */
export const latencyOf = (page: string): string => `page_latency{page:${page},phase:measured}`;
