import { expect, test } from '@playwright/test';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readJournal } from '../../fixtures/journal.ts';
import { runFolder } from '../../fixtures/run-folder.ts';
import { Command, journalSays } from './command.ts';
import { Deployment } from './deployment.ts';

const subset = ['acceptance', '--project=director', 'contraparte.spec'];
const contraparteMade = /"event":"created","kind":"contraparte"/;

function freshRun(runId: string): string {
  rmSync(runFolder(runId), { recursive: true });
  return runId;
}

let deployment: Deployment;
test.beforeAll(async () => {
  deployment = await Deployment.start();
});
test.afterAll(() => {
  deployment.stop();
});

test('Ctrl-C in the middle keeps what was measured, and a clean-up removes what is left', async () => {
  const before = await deployment.rows();
  const RUN_ID = freshRun('ctrlc1');
  const run = new Command(subset, { ...deployment.variables, RUN_ID });
  await run.until(journalSays(RUN_ID, contraparteMade));
  expect(await deployment.rows()).not.toEqual(before);
  run.signal('SIGINT');
  const { code, output } = await run.ended;
  expect(code, output).toBe(130);
  expect(() => readJournal(RUN_ID)).not.toThrow();
  const results = JSON.parse(readFileSync(join(runFolder(RUN_ID), 'items.json'), 'utf8')) as object;
  expect(results).toHaveProperty('counts');

  const cleanup = await new Command(['cleanup', RUN_ID], deployment.variables).ended;
  expect(cleanup.code, cleanup.output).toBe(0);
  expect(readJournal(RUN_ID).leftovers).toEqual([]);
  expect(await deployment.rows()).toEqual(before);
});

test('what a crashed run left is removed by the clean-up, and nothing else', async () => {
  const before = await deployment.rows();
  const RUN_ID = freshRun('crash1');
  const run = new Command(subset, { ...deployment.variables, RUN_ID });
  await run.until(journalSays(RUN_ID, contraparteMade));
  run.signal('SIGKILL');
  await run.ended;
  expect(await deployment.rows()).not.toEqual(before);

  const cleanup = await new Command(['cleanup', RUN_ID], deployment.variables).ended;
  expect(cleanup.code, cleanup.output).toBe(0);
  expect(readJournal(RUN_ID).leftovers).toEqual([]);
  expect(await deployment.rows()).toEqual(before);
});

test('two runs at once do not meet', async () => {
  const before = await deployment.rows();
  const runs = ['twice1', 'twice2'].map(freshRun).map((RUN_ID) => {
    const variables = { ...deployment.variables, RUN_ID, WORKERS: '1' };
    return new Command(subset, variables).ended;
  });
  for (const { code, output } of await Promise.all(runs)) expect(code, output).toBe(0);
  expect(await deployment.rows()).toEqual(before);
});
