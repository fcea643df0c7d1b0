import { expect, test } from '@playwright/test';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { judgeRuns } from '../../load/baseline/judge-runs.ts';
import { baselinePage } from '../../load/baseline/page.ts';
import { baselinePicture } from '../../load/baseline/picture.ts';
import { publishBaseline } from '../../load/baseline/publish.ts';
import { runNamed } from '../../load/baseline/refusals.ts';
import { runsOf } from '../../load/baseline/runs.ts';
import { readStore } from '../../load/baseline/store.ts';
import { listText } from '../../load/baseline/text.ts';
import { write, writeHistory } from './baseline-sample.ts';

const pages = { dashboard: 20, contract: 30 };

function told(folder: string) {
  writeHistory(folder, pages);
  write(folder, { run: 'new', pages: { ...pages, contract: 36 } });
  const all = runsOf(readStore(folder).lines);
  const run = runNamed(all, 'new');
  return { all, run, judgement: judgeRuns(all, [run]) };
}

test('the page says verdict and reason in both languages, and holds nothing from outside', ({}, testInfo) => {
  const { all, run, judgement } = told(testInfo.outputPath('store'));
  const page = baselinePage(all, run, judgement);
  for (const text of ['MÁS LENTA', 'SLOWER', 'contrato, más lenta: 30', 'contract, slower: 30']) {
    expect(page).toContain(text);
  }
  expect(page).not.toMatch(/<script|<link|src=|href="http/);
});

test('the picture has a band and a dot of each run for each page', ({}, testInfo) => {
  const { all, run, judgement } = told(testInfo.outputPath('store'));
  const picture = baselinePicture(all, run, judgement);
  expect(picture.match(/<circle/g)).toHaveLength(2 * 7);
  expect(picture.match(/fill="#e3efe8"/g)).toHaveLength(2);
  expect(picture).not.toMatch(/NaN|undefined/);
});

test('the picture of a first run has no band, and nothing that is no number', ({}, testInfo) => {
  const folder = testInfo.outputPath('store');
  write(folder, { run: 'new', pages });
  const all = runsOf(readStore(folder).lines);
  const run = runNamed(all);
  const picture = baselinePicture(all, run, judgeRuns(all, [run]));
  expect(picture.match(/<circle/g)).toHaveLength(2);
  expect(picture).not.toMatch(/NaN|undefined|e3efe8/);
});

test('what cannot be written is told, and the rest is written', ({}, testInfo) => {
  const folder = testInfo.outputPath('store');
  const { all, run, judgement } = told(folder);
  const [metricsFile, stepSummaryFile] = [join(folder, 'none', 'm.prom'), join(folder, 'step.md')];
  const places = { baselineFolder: folder, metricsFile, stepSummaryFile };
  expect(publishBaseline(places, all, run, judgement)).toEqual([
    expect.stringContaining(`${metricsFile} could not be written`),
  ]);
  expect(readFileSync(stepSummaryFile, 'utf8')).toContain('| ✗ contract | 30.0 ms |');
  mkdirSync(join(folder, 'none'));
  expect(publishBaseline(places, all, run, judgement)).toEqual([]);
  const metrics = readFileSync(metricsFile, 'utf8');
  expect(metrics).toMatch(/construbot_baseline_accepted_runs\{[^}]*\} 6\n/);
  expect(metrics).toMatch(/page_shift_ratio\{[^}]*page="contract",bound="low"\} 0\.1\d*\n/);
  expect(metrics.endsWith('\n# EOF\n')).toBe(true);
});

test('the list says of each run whose word it has', ({}, testInfo) => {
  const folder = testInfo.outputPath('store');
  const { all } = told(folder);
  write(folder, { run: 'cut', pages, blocks: 3 });
  const lines = listText(runsOf(readStore(folder).lines)).split('\n');
  expect(lines).toHaveLength(all.length + 1);
  expect(lines[0]).toMatch(/^night0 .* accepted by Ana: release 1$/);
  expect(lines.at(-2)).toMatch(/^new .* measured$/);
  expect(lines.at(-1)).toMatch(/^cut .* 3 blocks.* incomplete$/);
});
