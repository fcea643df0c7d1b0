import { expect, test } from '@playwright/test';
import { readdirSync, readFileSync } from 'node:fs';
import { publish } from '../../cli/publish.ts';
import { metricsOf } from '../../report/signoff/metrics.ts';
import { summaryOf } from '../../report/signoff/summary.ts';
import { everyVerdict } from '../report/every-verdict.ts';

const page = 'results/runs/sample/signoff/index.html';
const nowhere = { stepSummaryFile: undefined, metricsFile: undefined, webhook: undefined };

test('where nothing is wanted nothing happens', async () => {
  expect(await publish(everyVerdict(), nowhere, page)).toEqual([]);
});

test('the job and the collector get their files, and no draft stays behind', async ({}, testInfo) => {
  const stepSummaryFile = testInfo.outputPath('step');
  const metricsFile = testInfo.outputPath('construbot.prom');
  expect(await publish(everyVerdict(), { ...nowhere, stepSummaryFile, metricsFile }, page)).toEqual(
    [],
  );
  expect(readFileSync(stepSummaryFile, 'utf8')).toBe(summaryOf(everyVerdict(), 'en'));
  expect(readFileSync(metricsFile, 'utf8')).toBe(metricsOf(everyVerdict()));
  expect(readdirSync(testInfo.outputDir).sort()).toEqual(['construbot.prom', 'step']);
});

test('what does not get through is a sentence, and the rest is still tried', async ({}, testInfo) => {
  const folder = testInfo.outputPath();
  const said = await publish(
    everyVerdict(),
    { stepSummaryFile: folder, metricsFile: folder, webhook: undefined },
    page,
  );
  expect(said).toEqual([
    expect.stringContaining('GITHUB_STEP_SUMMARY'),
    expect.stringContaining('METRICS_FILE'),
  ]);
});
