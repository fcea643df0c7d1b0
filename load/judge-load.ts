import type { LoadResult } from './load-request.ts';
import { thresholds } from './profiles.ts';
import { shareInterval, type Interval, type NotAvailable } from './statistics/quantile-interval.ts';
import { judge, type Judgement } from './statistics/verdict.ts';

/** What is said of a load. */
export interface LoadJudgement {
  /** The latency of each page against the page budget. */
  readonly pages: ReadonlyMap<string, Judgement>;
  /** Errors and drops of all pages against the share that is allowed. */
  readonly errors: Judgement;
}

/**
 * Judges a load by the thresholds, whichever engine made it. The latency of a closed loop is its
 * service time: only the errors of one are to be judged.
 *
 * @param result what was measured
 * @param options `mayExtend`: there is time for more samples; `isLevel`: the rate was the same all
 *   the time, so that a page that drifts does so by itself
 */
export function judgeLoad(
  { pages, audit }: Pick<LoadResult, 'pages' | 'audit'>,
  { mayExtend, isLevel }: { readonly mayExtend: boolean; readonly isLevel: boolean },
): LoadJudgement {
  const { pageMs, quantile, errorShare } = thresholds;
  const { invalid } = audit;
  const all = [...pages.values()];
  const failures = all.reduce((sum, page) => sum + page.failures, 0);
  const count = all.reduce((sum, page) => sum + page.count, 0);
  const errors = shareInterval(failures, count);
  return {
    pages: new Map(
      [...pages].map(([name, page]) => {
        const figure = page.quantile(quantile, pageMs);
        const judgement = judge(figure, pageMs, {
          mayExtend,
          // A target that is far too slow makes its generator late, and is far too slow all the same.
          invalid: isBeyondDoubt(figure, audit) ? [] : invalid,
          unsteady: isLevel && isNear(figure) ? page.slower : undefined,
          say: (ms) => `${ms.toFixed(0)} ms`,
        });
        return [name, judgement];
      }),
    ),
    errors: judge(errors, errorShare, {
      mayExtend,
      invalid: areBeyondDoubt(errors, audit) ? [] : invalid,
      say: (share) => `${(share * 100).toFixed(2)} %`,
    }),
  };
}

/** A page that takes a hundredth of its budget may get slower by a tenth of that, and nobody waits. */
const nearShare = 0.1;

/** Whether a page takes so much of its budget that it matters whether it gets slower. */
const isNear = (figure: Interval | NotAvailable): boolean =>
  !('notAvailable' in figure) && figure.high > nearShare * thresholds.pageMs;

/**
 * Whether a page is over its budget even without all that the generator may have added: its longest
 * delay, once at sending and once at receiving. What it adds when it lacks processor time or sockets
 * is not known.
 */
function isBeyondDoubt(figure: Interval | NotAvailable, audit: LoadResult['audit']): boolean {
  if ('notAvailable' in figure || isShort(audit)) return false;
  return figure.low - 2 * audit.lagMaxMs > thresholds.pageMs;
}

/**
 * Whether errors are so many that a late generator cannot have made them. A wrong answer is the
 * target's, whoever was late. A request that met its deadline of ten seconds has waited for six even
 * without what the generator lost; and what is due in four seconds, at the highest rate of a profile,
 * fills no more than the places that there are, so that what is dropped is the target's as well.
 */
function areBeyondDoubt(share: Interval | NotAvailable, audit: LoadResult['audit']): boolean {
  if ('notAvailable' in share || isShort(audit)) return false;
  return audit.lagMaxMs < mostLagMs && share.low > doubtfulShare;
}

/** Lacks processor time or sockets. */
const isShort = ({ cpuShare, socketsAMinute }: LoadResult['audit']): boolean =>
  cpuShare > thresholds.generator.cpuShare || socketsAMinute > thresholds.generator.socketsAMinute;

const mostLagMs = 4000;
// Ten times what is allowed.
const doubtfulShare = 10 * thresholds.errorShare;
