import { expect, test } from '@playwright/test';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readJournal } from '../../fixtures/journal.ts';
import { runFolder } from '../../fixtures/run-folder.ts';
import { readRun } from '../../report/run.ts';
import { Command } from './command.ts';
import { Deployment } from './deployment.ts';

let deployment: Deployment;
test.beforeAll(async () => {
  deployment = await Deployment.start();
});
test.afterAll(() => {
  deployment.stop();
});

test('Ctrl-C in the middle of a load leaves what it has measured, as incomplete', async () => {
  const before = await deployment.rows();
  const RUN_ID = 'ctrlc2';
  rmSync(runFolder(RUN_ID), { recursive: true, force: true });
  const run = new Command(['load', 'average'], { ...deployment.variables, RUN_ID });
  // Some hundred arrange it, and forty are its warm-up.
  const sent = expect
    .poll(() => deployment.requests(), { timeout: 120_000, intervals: [500] })
    .toBeGreaterThan(250);
  await run.until(sent);
  run.signal('SIGINT');
  const { code, output } = await run.ended;
  expect(code, output).toBe(130);

  const results = readRun(join(runFolder(RUN_ID), 'items.json'));
  expect(results?.items.find(({ id }) => id === 'PT-02')?.verdict).toBe('not run');
  const [check] = results?.checks ?? [];
  const names = check?.evidence.map(({ name }) => name) ?? [];
  expect(names).toContain('load-average-incomplete.json');
  expect(names).toContain('load-average-incomplete-timeline.svg');
  const files = readdirSync(runFolder(RUN_ID), { recursive: true, encoding: 'utf8' });
  const file = files.find((one) => one.endsWith('load-average-incomplete.json')) ?? '';
  const figures = JSON.parse(readFileSync(join(runFolder(RUN_ID), file), 'utf8')) as {
    incomplete: boolean;
    measuredMs: number;
    pages: Record<string, { count: number }>;
  };
  expect(figures.incomplete).toBe(true);
  expect(figures.measuredMs).toBeGreaterThan(0);
  expect(figures.measuredMs).toBeLessThan(110_000);
  expect(Object.values(figures.pages).reduce((sum, { count }) => sum + count, 0)).toBeGreaterThan(
    0,
  );

  const cleanup = await new Command(['cleanup', RUN_ID], deployment.variables).ended;
  expect(cleanup.code, cleanup.output).toBe(0);
  expect(readJournal(RUN_ID).leftovers).toEqual([]);
  expect(await deployment.rows()).toEqual(before);
});
