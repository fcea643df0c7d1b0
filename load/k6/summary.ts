import { officePages } from '../office.ts';
import type { ProfileName } from '../profiles.ts';
import type { Settings } from './settings.ts';
import { latencyOf } from './thresholds.ts';

/** What each run of k6 leaves beside its points: see `report/summary-shape.ts`. */
export interface Summary {
  readonly format: 'construbot-k6-1';
  readonly profile: ProfileName;
  /** Scheme, host and port. */
  readonly target: string;
  readonly endedAt: string;
  /** Of the whole run, without `setup` and `teardown`. */
  readonly durationMs: number;
  /** Whether the key pages were to be opened in a browser meanwhile. */
  readonly browser: boolean;
  /** Iterations that k6 could not start when they were due. */
  readonly dropped: number;
  /** Of the right answers that were measured, in milliseconds; without intervals, only to be read. */
  readonly pages: Readonly<Record<string, Figures>>;
  readonly thresholds: readonly Threshold[];
}

interface Figures {
  readonly count: number;
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
}

interface Threshold {
  readonly metric: string;
  readonly rule: string;
  readonly kept: boolean;
}

/** What k6 1 and 2 give to `handleSummary`, as far as it is used here. */
export interface K6Data {
  readonly state: { readonly testRunDurationMs: number };
  readonly metrics: Readonly<
    Record<
      string,
      {
        readonly values: Readonly<Record<string, number>>;
        readonly thresholds?: Readonly<Record<string, { readonly ok: boolean }>>;
      }
    >
  >;
}

/** The figures of each trend that {@link summaryOf} reads. */
export const trendFigures = ['count', 'med', 'p(95)', 'max'];

/**
 * What is left of a run. The sessions that `setup` made are in the data of k6 too, and stay there.
 *
 * @param data from k6
 * @param now when the run ended
 */
export function summaryOf(
  { state, metrics }: K6Data,
  { name, target, browser }: Pick<Settings, 'name' | 'target'> & Pick<Summary, 'browser'>,
  now: Date,
): Summary {
  return {
    format: 'construbot-k6-1',
    profile: name,
    target,
    browser,
    endedAt: now.toISOString(),
    durationMs: state.testRunDurationMs,
    dropped: metrics['dropped_iterations']?.values['count'] ?? 0,
    pages: Object.fromEntries(
      officePages.flatMap((page) => {
        const values = metrics[latencyOf(page)]?.values;
        const count = values?.['count'] ?? 0;
        if (values === undefined || count === 0) return [];
        const { med = 0, 'p(95)': p95 = 0, max = 0 } = values;
        return [[page, { count, p50: med, p95, max }]];
      }),
    ),
    thresholds: Object.entries(metrics).flatMap(([metric, { thresholds = {} }]) =>
      Object.entries(thresholds).map(([rule, { ok }]) => ({ metric, rule, kept: ok })),
    ),
  };
}

/** The same in a few lines, for who watches. */
export function linesOf({ profile, pages, dropped, thresholds }: Summary): string {
  const ms = (value: number): string => value.toFixed(0).padStart(6);
  const crossed = thresholds.filter(({ kept }) => !kept);
  return [
    `k6, ${profile}: p50, p95 and longest in ms`,
    ...Object.entries(pages).map(
      ([page, { count, p50, p95, max }]) =>
        `  ${page.padEnd(18)} ${ms(p50)} ${ms(p95)} ${ms(max)}  of ${count}`,
    ),
    `  ${dropped} dropped`,
    ...crossed.map(({ metric, rule }) => `  crossed: ${metric} ${rule}`),
    '',
  ].join('\n');
}
