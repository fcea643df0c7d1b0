import { expect, test } from '@playwright/test';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
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

/** Files that hold sessions: of the run's people, and in traces that nobody has masked. */
const sessionsOf = (runId: string): string[] =>
  readdirSync(runFolder(runId), { recursive: true, encoding: 'utf8' }).filter((name) =>
    /(^|\/)(slot-|\.playwright-artifacts-)/.test(name),
  );

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
  expect(sessionsOf(RUN_ID)).not.toEqual([]);

  const cleanup = await new Command(['cleanup', RUN_ID], deployment.variables).ended;
  expect(cleanup.code, cleanup.output).toBe(0);
  expect(sessionsOf(RUN_ID)).toEqual([]);
  expect(readJournal(RUN_ID).leftovers).toEqual([]);
  expect(await deployment.rows()).toEqual(before);
});

test('what a crashed run left at the second customer is removed as that customer', async () => {
  const before = await deployment.rows();
  const RUN_ID = freshRun('crash2');
  const check = 'another customer cannot move a site of their own to our client';
  const variables = { ...deployment.variables, RUN_ID, WORKERS: '1' };
  const run = new Command(['security', 'foreign-keys.spec', '-g', check], variables);
  // The first site of that check is the other customer's.
  await run.until(journalSays(RUN_ID, /"event":"created","kind":"sitio"/));
  run.signal('SIGKILL');
  await run.ended;

  const other = { OTHER_USERNAME: '', OTHER_EMAIL: '', OTHER_PASSWORD: '' };
  const without = { ...deployment.variables, ...other };
  const half = await new Command(['cleanup', RUN_ID], without).ended;
  expect(half.output, half.output).toContain('OTHER_* is not given');
  expect(await deployment.rows()).not.toEqual(before);

  const cleanup = await new Command(['cleanup', RUN_ID], deployment.variables).ended;
  expect(cleanup.code, cleanup.output).toBe(0);
  expect(readJournal(RUN_ID).leftovers).toEqual([]);
  expect(await deployment.rows()).toEqual(before);
});

test('of people who signed up only their customers stay, and these are listed', async () => {
  const before = await deployment.rows();
  const RUN_ID = freshRun('signup1');
  const checks = [
    'a stranger signs up, confirms the e-mail and gets in',
    'another customer cannot enter our company',
  ];
  const args = ['acceptance', 'sign-up.spec', 'isolation.spec', '-g', checks.join('|')];
  // Without a second customer's account, the run signs one up.
  const other = { OTHER_USERNAME: '', OTHER_EMAIL: '', OTHER_PASSWORD: '' };
  const variables = { ...deployment.variables, ...other, RUN_ID, WORKERS: '1' };
  const { code, output } = await new Command(args, variables).ended;
  expect(code, output).toBe(0);
  expect(output).toContain('2 of 2 checks');
  const left = readJournal(RUN_ID).leftovers;
  expect(left.map(({ kind }) => kind)).toEqual(['cliente', 'cliente']);
  for (const { name } of left) expect(output).toContain(`cliente "${name}"`);
  expect(await deployment.rows()).toEqual({
    ...before,
    customer: (before['customer'] ?? 0) + 2,
  });
});
