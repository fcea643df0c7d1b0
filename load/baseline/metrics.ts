import { gaugesText, type Gauge, type Sample } from '../../report/gauges.ts';
import type { Judgement, PageJudgement } from './judgement.ts';
import type { Measured } from './runs.ts';

const verdicts: readonly Judgement['verdict'][] = [
  'as fast',
  'slower',
  'wrong answers',
  'inconclusive',
];

/**
 * A comparison as metrics, see {@link gaugesText}.
 *
 * @param run that was compared
 * @param acceptedRuns how many it was held against
 * @returns the text; times are seconds, points in time seconds since 1970
 */
export function baselineMetrics(
  run: Measured,
  { verdict, pages }: Judgement,
  acceptedRuns: number,
): string {
  const each = (of: (page: PageJudgement) => number): Sample[] =>
    pages.map((page) => [{ page: page.page }, of(page)]);
  const finished = Date.parse(run.blocks.at(-1)?.at ?? run.at) / 1000;
  const gauges: Gauge[] = [
    [
      'verdict',
      'What the comparison says: 1 for its verdict, 0 for the others.',
      verdicts.map((one): Sample => [{ verdict: one }, one === verdict ? 1 : 0]),
    ],
    [
      'page_verdict',
      'The verdict on each page.',
      pages.map((one): Sample => [{ page: one.page, verdict: one.verdict }, 1]),
    ],
    ['page_seconds', 'How long each page took: the median.', each(({ ms }) => ms / 1000)],
    [
      'page_usual_seconds',
      'How long each page usually takes: the median.',
      each(({ usualMs }) => usualMs / 1000),
    ],
    [
      'page_shift_ratio',
      'By how much each page is slower than usual, with the interval of 90 %.',
      pages.flatMap(({ page, shift }) =>
        Object.entries(shift).map(([bound, value]): Sample => [{ page, bound }, value]),
      ),
    ],
    ['page_noise_ratio', 'By how much each page varies by itself.', each(({ noise }) => noise)],
    ['accepted_runs', 'How many accepted runs it was held against.', [[{}, acceptedRuns]]],
    ['finished_timestamp_seconds', 'When the run ended.', [[{}, finished]]],
  ];
  return gaugesText('construbot_baseline', run.key.target, gauges);
}
