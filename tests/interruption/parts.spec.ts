import { expect, test } from '@playwright/test';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runFolder } from '../../fixtures/run-folder.ts';
import { signoffShape, type Signoff } from '../../report/signoff/signoff.ts';
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

const isMissing = ({ reason }: Signoff['checks'][number]): boolean =>
  reason?.includes('was no part of this run') === true;

test('shards become one sign-off, and what none of them ran is not run', async () => {
  const parts = ['shard1', 'shard2'].map((id) => runFolder(id));
  for (const n of [1, 2]) {
    const args = ['acceptance', '--project=smoke', '--shard', `${n}/2`];
    expect(await ran(`shard${n}`, args)).toMatch(/^0 /);
  }
  expect(await ran('joined', ['signoff', '--from', ...parts])).toMatch(/^4 [^]*NO-GO/);
  const { checks, lines, complete } = signoffOf('joined');
  // Other checks there are, so the joined run is a part of all, too.
  expect(complete).toBe(false);
  const smoke = checks.filter(({ check }) => check.startsWith('smoke › '));
  expect(smoke.length).toBeGreaterThan(20);
  expect(smoke.filter((check) => isMissing(check))).toEqual([]);
  // Only smoke looks at SC-04, and all of its checks were there; AT-14 has checks elsewhere.
  expect(lines.find(({ id }) => id === 'SC-04')).toMatchObject({ verdict: 'pass' });
  const reason = expect.stringContaining('was no part of this run') as unknown;
  expect(lines.find(({ id }) => id === 'AT-14')).toMatchObject({ verdict: 'not run', reason });

  expect(await ran('half1', ['signoff', '--from', parts[0] ?? ''])).toMatch(/^4 /);
  const half = signoffOf('half1').checks.filter(({ check }) => check.startsWith('smoke › '));
  expect(half.map(({ check }) => check).sort()).toEqual(smoke.map(({ check }) => check).sort());
  expect(half.filter((check) => isMissing(check)).length).toBeGreaterThan(5);

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
