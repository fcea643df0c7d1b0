import type { Env } from '../fixtures/env.ts';
import { messageOf } from '../fixtures/failure.ts';
import { noticeOf } from '../report/notice.ts';
import { writeWhole } from '../fixtures/whole-file.ts';
import { metricsOf } from '../report/signoff/metrics.ts';
import type { Signoff } from '../report/signoff/signoff.ts';
import { appendStepSummary, summaryOf } from '../report/signoff/summary.ts';
import { postNotice } from '../report/webhook.ts';

/**
 * Passes a sign-off on to where the operator wants it: the page of the CI job, the collector of
 * metrics, the webhook. The sign-off itself stands in its folder, so what does not get through
 * changes nothing else. Never throws.
 *
 * @param page path of the page of the sign-off
 * @returns what did not get through, a sentence each
 */
export async function publish(
  signoff: Signoff,
  {
    stepSummaryFile,
    metricsFile,
    webhook,
  }: Pick<Env, 'stepSummaryFile' | 'metricsFile' | 'webhook'>,
  page: string,
): Promise<string[]> {
  const problems = [
    stepSummaryFile === undefined
      ? undefined
      : problemOf('GITHUB_STEP_SUMMARY', () => {
          appendStepSummary(summaryOf(signoff, 'en'), stepSummaryFile);
        }),
    metricsFile === undefined
      ? undefined
      : problemOf('METRICS_FILE', () => {
          writeWhole(metricsFile, metricsOf(signoff));
        }),
    webhook === undefined
      ? undefined
      : await postNotice(noticeOf(signoff, 'signoff', page), webhook),
  ];
  return problems.filter((problem) => problem !== undefined);
}

function problemOf(variable: string, work: () => void): string | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    return `The file of ${variable} could not be written: ${messageOf(error)}.`;
  }
}
