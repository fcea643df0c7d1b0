import { expect, test } from '@playwright/test';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { k6Folder } from '../../load/k6/run-k6.ts';
import { Command } from './command.ts';
import { Deployment } from './deployment.ts';

// The stand-in of k6 runs the real scripts, and sends one request after the other.
const standin = join(import.meta.dirname, '..', 'k6', 'k6');

let deployment: Deployment;
test.beforeAll(async () => {
  deployment = await Deployment.start();
});
test.afterAll(() => {
  deployment.stop();
});

const k6 = (args: readonly string[], runId: string): Command =>
  new Command(['k6', ...args], { ...deployment.variables, RUN_ID: runId, K6_PATH: standin });

test('npm run k6 makes its people, lets k6 work with them, judges what it left and removes them', async () => {
  const before = await deployment.rows();
  const { code, output } = await k6(['smoke'], 'k6smoke').ended;
  // So few decide nothing, and all of them were right.
  expect(output).toContain('p95 needs 100 samples');
  expect(output).toContain(`K6_REPORT=${k6Folder('smoke')}`);
  expect(code).toBe(4);
  const said = readFileSync(join(k6Folder('smoke'), 'k6.log'), 'utf8');
  expect(said).toMatch(/dashboard .* of \d/);
  expect(said).not.toContain('crossed');
  expect(await deployment.rows()).toEqual(before);
});

test('Ctrl-C ends the load of k6, keeps what it measured, and removes its people', async () => {
  const before = await deployment.rows();
  const log = join(k6Folder('average'), 'k6.log');
  // An earlier run of this test has left one.
  rmSync(log, { force: true });
  const command = k6([], 'k6stop');
  const begun = expect
    .poll(() => (existsSync(log) ? readFileSync(log, 'utf8') : ''), { timeout: 90_000 })
    .toContain('the load begins');
  await command.until(begun);
  command.signal('SIGINT');
  const { code } = await command.ended;
  expect(code).toBe(130);
  await expect.poll(() => existsSync(join(k6Folder('average'), 'summary.json'))).toBe(true);
  expect(await deployment.rows()).toEqual(before);
});

test('without k6 nothing is asked of the target, and how to get it is said', async () => {
  const { code, output } = await new Command(['k6'], {
    BASE_URL: 'https://127.0.0.1:9',
    K6_PATH: '/nowhere/k6',
  }).ended;
  expect(code).toBe(4);
  expect(output).toContain('Not run: needs k6 1 or 2 on the PATH');
});
