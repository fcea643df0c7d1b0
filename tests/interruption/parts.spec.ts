import { expect, test } from '@playwright/test';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runFolder } from '../../fixtures/run-folder.ts';
import { readRun } from '../../report/run.ts';
import {
  signoffShape,
  type Signoff,
  type SignoffCheck,
  type SignoffLine,
} from '../../report/signoff/signoff.ts';
import { Command } from './command.ts';
import { Deployment } from './deployment.ts';

let deployment: Deployment;
test.beforeAll(async () => {
  deployment = await Deployment.start();
});
test.afterAll(() => {
  deployment.stop();
});

async function ran(RUN_ID: string, args: readonly string[], variables = {}): Promise<string> {
  rmSync(runFolder(RUN_ID), { recursive: true });
  const { code, output } = await new Command(args, {
    ...deployment.variables,
    ...variables,
    RUN_ID,
  }).ended;
  return `${code} ${output}`;
}

const signoffOf = (runId: string): Signoff =>
  signoffShape.parse(
    JSON.parse(readFileSync(join(runFolder(runId), 'signoff', 'signoff.json'), 'utf8')),
  );

function lineOf(runId: string, item: string): SignoffLine {
  const line = signoffOf(runId).lines.find(({ id }) => id === item);
  if (line === undefined) throw new Error(`The sign-off says nothing of ${item}`);
  return line;
}

/** What a run says of each line and of each check, without times and evidence. */
function said(runId: string): unknown {
  const run = readRun(join(runFolder(runId), 'items.json'));
  return {
    counts: run?.counts,
    lines: run?.items.map(({ id, verdict, checks }) => `${id} ${verdict} ${checks}`),
    checks: run?.checks.map(({ check, status }) => `${check} ${status}`).sort(),
  };
}

/** The checks of SC-04 that were in no part. */
const missing = (runId: string): SignoffCheck[] =>
  signoffOf(runId).checks.filter(
    ({ check, reason }) =>
      lineOf(runId, 'SC-04').checks.includes(check) &&
      reason?.includes('was no part of this run') === true,
  );

test('shards become one sign-off, and what none of them ran is not run', async () => {
  // Seven commands, each of them a process with a stand-in to talk to.
  test.setTimeout(300_000);
  const parts = ['shard1', 'shard2'].map((id) => runFolder(id));
  for (const n of [1, 2]) {
    const args = ['checks', '--grep', '@SC-04', '--shard', `${n}/2`];
    expect(await ran(`shard${n}`, args)).toMatch(/^0 /);
  }
  expect(await ran('unsharded', ['checks', '--grep', '@SC-04'])).toMatch(/^0 /);
  expect(await ran('joined', ['signoff', '--from', ...parts])).toMatch(/^4 [^]*NO-GO/);
  expect(said('joined')).toEqual(said('unsharded'));
  // Other checks there are, so the joined run is a part of all, too.
  expect(signoffOf('joined').complete).toBe(false);
  expect(lineOf('joined', 'SC-04')).toMatchObject({ verdict: 'pass' });
  expect(missing('joined').length).toBe(0);
  expect(lineOf('joined', 'SC-04').checks.length).toBeGreaterThan(2);
  const reason = expect.stringContaining('was no part of this run') as unknown;
  expect(lineOf('joined', 'AT-14')).toMatchObject({ verdict: 'not run', reason });

  expect(await ran('half1', ['signoff', '--from', parts[0] ?? ''])).toMatch(/^4 /);
  expect(lineOf('half1', 'SC-04').checks).toEqual(lineOf('joined', 'SC-04').checks);
  expect(lineOf('half1', 'SC-04')).toMatchObject({ verdict: 'not run', reason });
  expect(missing('half1').length).toBeGreaterThan(0);

  const elsewhere = { BASE_URL: 'https://127.0.0.1:9/' };
  expect(await ran('foreign', ['signoff', '--from', ...parts], elsewhere)).toMatch(
    /^2 [^]*A part of this sign-off is of https:\/\/127\.0\.0\.1:\d+/,
  );
});

test('a folder without parts is said so', async () => {
  expect(await ran('nothing', ['signoff', '--from', runFolder('nothing')])).toMatch(
    /^2 [^]*holds no part of a sign-off\./,
  );
});
