import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Env } from '../../fixtures/env.ts';
import { messageOf } from '../../fixtures/failure.ts';
import { writeWhole } from '../../fixtures/whole-file.ts';
import { appendStepSummary } from '../../report/signoff/summary.ts';
import { levelsOf } from './judge-runs.ts';
import type { Judgement } from './judgement.ts';
import { baselineMetrics } from './metrics.ts';
import { baselinePage } from './page.ts';
import type { Measured } from './runs.ts';
import { baselineSummary } from './summary.ts';

/**
 * Writes the page of a comparison beside the store, and passes it on to where the operator wants it:
 * the page of the CI job, the collector of metrics. Never throws: the verdict stands without.
 *
 * @param all runs of the store
 * @param run that was compared
 * @returns what could not be written, a sentence each
 */
export function publishBaseline(
  {
    baselineFolder,
    metricsFile,
    stepSummaryFile,
  }: Pick<Env, 'baselineFolder' | 'metricsFile' | 'stepSummaryFile'>,
  all: readonly Measured[],
  run: Measured,
  judgement: Judgement,
): string[] {
  const page = join(baselineFolder, 'index.html');
  const attempt = (file: string | undefined, write: (file: string) => void): string[] => {
    if (file === undefined) return [];
    try {
      write(file);
      return [];
    } catch (error) {
      return [`${file} could not be written: ${messageOf(error)}.`];
    }
  };
  return [
    ...attempt(page, (file) => {
      mkdirSync(baselineFolder, { recursive: true, mode: 0o700 });
      writeWhole(file, baselinePage(all, run, judgement));
    }),
    ...attempt(stepSummaryFile, (file) => {
      appendStepSummary(baselineSummary(run, judgement), file);
    }),
    ...attempt(metricsFile, (file) => {
      const accepted = levelsOf(
        all.filter((one) => one !== run),
        run.key,
      ).flat().length;
      writeWhole(file, baselineMetrics(run, judgement, accepted));
    }),
  ];
}
