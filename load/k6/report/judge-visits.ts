import { keyPages } from '../../pages/key-page-list.ts';
import { boundsOf, type Bounds } from '../../pages/quantile.ts';
import { thresholds } from '../../profiles.ts';
import type { K6Report } from './read.ts';

/** What is said of visits in k6's browser; a pass when neither list has anything. */
export interface VisitsVerdict {
  readonly failures: readonly string[];
  readonly undecided: readonly string[];
  /** What was measured, for people. */
  readonly table: readonly string[];
}

// Of each bound, both as in load/pages/judge.ts.
const [quantile, confidence] = [0.75, 0.975];

/**
 * Judges how the key pages opened in k6's browser, while the office was on: LCP against the budget
 * of a page, by its interval. A page that was not visited is undecided.
 *
 * @returns undefined when the load was made without the browser
 */
export function judgeVisits({ summaries, machines }: K6Report): VisitsVerdict | undefined {
  const vitals = machines
    .flat()
    .filter(({ metric, tags }) => metric.startsWith(vital('')) && tags['phase'] === 'measured');
  // A browser that did not start leaves nothing, and is no load without one.
  if (!summaries.some(({ browser }) => browser)) return undefined;
  const pages = keyPages.map(({ name }) => {
    const of = (metric: string): Bounds => {
      const own = vitals.filter((one) => one.metric === metric && one.tags['page'] === name);
      return boundsOf(
        own.map(({ value }) => value),
        quantile,
        confidence,
      );
    };
    const lcp = of(vital('lcp'));
    return { lcp, said: `${name}: p75 of LCP ${words(lcp)}, of TTFB ${words(of(vital('ttfb')))}` };
  });
  const saying = (is: (lcp: Bounds) => boolean): string[] =>
    pages.flatMap(({ lcp, said }) => (is(lcp) ? [said] : []));
  const budget = thresholds.pageMs;
  return {
    failures: saying(({ low }) => low > budget),
    undecided: saying(({ low, high }) => low <= budget && high >= budget),
    table: pages.map(({ said }) => said),
  };
}

const vital = (name: string): string => `browser_web_vital_${name}`;
const words = ({ low, high }: Bounds): string => `${low.toFixed(0)} to ${high.toFixed(0)} ms`;
