import { boundsOf, type Bounds } from './quantile.ts';
import type { Visit } from './visit.ts';

/** Most that a key page may take to open, in milliseconds: line PT-01. */
const budgetMs = 2000;

/**
 * What is held against the budget: three of four visits have to stay within it, as for the Core Web
 * Vitals (https://web.dev/articles/defining-core-web-vitals-thresholds).
 */
const quantile = 0.75;

/**
 * Of each bound at each look. All looks together let a time whose 75th percentile is the budget itself
 * pass in 2.6 % of the runs and fail it in 4.5 %.
 */
const confidence = 0.975;

/**
 * After how many visits of each kind it is looked whether they decide: 3 is the fewest that can fail
 * a page, 13 the fewest that can pass one, and 26 are enough.
 */
export const looks = [3, 13, 26] as const;

/** Visits with an empty cache and no connection, and visits that followed them. */
export interface Visits {
  readonly cold: readonly Visit[];
  readonly warm: readonly Visit[];
}

/** A visit of each kind. */
export interface Round {
  readonly cold: Visit;
  /** None where the page is opened cold only. */
  readonly warm?: Visit;
}

/** What the visits say of one time. */
export interface Judged extends Bounds {
  /** Such as `cold load`. */
  readonly what: string;
  /** The share of the visits that has to keep to the budget. */
  readonly quantile: number;
  /** Most that it may be, in its own unit. */
  readonly budget: number;
  readonly verdict: 'pass' | 'fail' | 'open';
}

/**
 * Holds `load` and LCP of cold and warm visits against the budget: a time passes when the upper
 * bound of its 75th percentile is below, fails when the lower one is above, and is open in between.
 */
export function judge(visits: Visits): Judged[] {
  return (['cold', 'warm'] as const).flatMap((kind) =>
    (['load', 'lcp'] as const).map((time) => {
      const values = visits[kind].map((one) => one[time]);
      return hold(`${kind} ${time}`, values, budgetMs);
    }),
  );
}

/**
 * Holds one figure of several visits against a budget, by the bounds of a quantile.
 *
 * @param budget most that it may be, in the unit of the values
 * @param share the quantile; its 75th percentile unless given
 */
export function hold(
  what: string,
  values: readonly number[],
  budget: number,
  share: number = quantile,
): Judged {
  const { low, high } = boundsOf(values, share, confidence);
  const verdict = high < budget ? 'pass' : low > budget ? 'fail' : 'open';
  return { what, quantile: share, budget, low, high, verdict };
}

/** Whether more visits can change nothing: every time passes, or one of them fails. */
export const isDecided = (judged: readonly Judged[]): boolean =>
  judged.some(({ verdict }) => verdict === 'fail') ||
  judged.every(({ verdict }) => verdict === 'pass');

/**
 * Opens a page until the visits decide, or are as many as there may be.
 *
 * @param round opens it once each way
 * @param judgeVisits what is said of the visits so far
 * @param counts after how many visits that is asked; {@link looks} unless given
 */
export async function visitUntilDecided<Kind extends Judged>(
  round: () => Promise<Round>,
  judgeVisits: (visits: Visits) => readonly Kind[],
  counts: readonly number[] = looks,
): Promise<{ readonly visits: Visits; readonly judged: readonly Kind[] }> {
  const visits = { cold: [] as Visit[], warm: [] as Visit[] };
  let judged = judgeVisits(visits);
  for (const look of counts) {
    if (isDecided(judged)) break;
    while (visits.cold.length < look) {
      const { cold, warm } = await round();
      visits.cold.push(cold);
      if (warm !== undefined) visits.warm.push(warm);
    }
    judged = judgeVisits(visits);
  }
  return { visits, judged };
}
