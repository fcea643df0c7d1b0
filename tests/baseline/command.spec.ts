import { expect, test } from '@playwright/test';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runFolder } from '../../fixtures/run-folder.ts';
import { keyOf } from '../../load/baseline/key.ts';
import { plans } from '../../load/baseline/plan.ts';
import { Command } from '../interruption/command.ts';
import { Deployment } from '../interruption/deployment.ts';
import { key, write, writeHistory } from '../unit/baseline-sample.ts';
import { blocksIn, runsIn } from './store-says.ts';

// How slow the machine is that runs these must not matter: histories are written, not measured.
const pages = { dashboard: 20, contract: 30 };
const variables = { BASELINE_PLAN: 'brief', GENERATOR: 'tests', RUN_ID: '', METRICS_FILE: '' };

let folder = '';
test.beforeEach(({}, testInfo) => {
  folder = testInfo.outputPath('store');
});

async function run(
  args: readonly string[],
  more: Readonly<Record<string, string>> = {},
): Promise<{ code: number | null; output: string }> {
  const own = { ...variables, BASE_URL: '', BASELINE_FOLDER: folder, ...more };
  return new Command(['baseline', ...args], own).ended;
}

test('Ctrl-C in the middle keeps the blocks, which are never compared nor accepted', async () => {
  const deployment = await Deployment.start();
  const RUN_ID = 'basectrlc';
  rmSync(runFolder(RUN_ID), { recursive: true });
  const own = { ...variables, ...deployment.variables, BASELINE_FOLDER: folder, RUN_ID };
  const before = await deployment.rows();
  const command = new Command(['baseline'], own);
  await command.until(blocksIn(folder, 2));
  command.signal('SIGINT');
  const { code, output } = await command.ended;
  expect(code, output).toBe(130);
  expect(output).toMatch(/Interrupted: \d blocks of run basectrlc are kept/);
  const [kept] = runsIn(folder);
  expect(kept?.complete).toBe(false);
  expect(kept?.blocks.length).toBeGreaterThanOrEqual(2);

  const cleanup = await new Command(['cleanup', RUN_ID], deployment.variables).ended;
  expect(cleanup.code, cleanup.output).toBe(0);
  expect(await deployment.rows()).toEqual(before);
  const [again, accepting] = await Promise.all([
    run(['compare', RUN_ID]),
    run(['accept', RUN_ID, '--who', 'Ana', '--why', 'x']),
  ]);
  expect(again.code, again.output).toBe(4);
  expect(accepting.code, accepting.output).toBe(2);
  deployment.stop();
});

test('a page that got slower is red and named, and what got quicker is not', async () => {
  const deployment = await Deployment.start({ FAULTS: 'dashboard-slow' });
  const baseUrl = deployment.variables['BASE_URL'];
  const own = keyOf({ baseUrl, generator: 'tests' }, plans.brief, false);
  // The fault takes two seconds; that the others take less than ten is true of any machine.
  const others = ['list of contracts', 'contract', 'estimate', 'printed estimate', 'search'];
  const usual = Object.fromEntries(others.map((page) => [page, 10_000]));
  writeHistory(folder, { ...usual, dashboard: 200 }, own);
  const file = join(folder, 'baseline.prom');
  const { code, output } = await run([], { ...deployment.variables, METRICS_FILE: file });
  deployment.stop();
  expect(code, output).toBe(1);
  expect(output).toMatch(/✗ dashboard .*slower/);
  expect(output).not.toMatch(/✗ (list|contract|estimate|printed|search)/);
  expect(output).toContain(': SLOWER');
  expect(readFileSync(join(folder, 'index.html'), 'utf8')).toContain('MÁS LENTA');
  const metrics = readFileSync(file, 'utf8');
  expect(metrics).toMatch(/construbot_baseline_verdict\{[^}]*verdict="slower"\} 1\n/);
  expect(metrics).toMatch(
    /construbot_baseline_page_verdict\{[^}]*page="dashboard",verdict="slower"\} 1\n/,
  );
});

test('the exit codes: as fast 0, another kind 4, usage 2, unreachable 3', async () => {
  writeHistory(folder, pages);
  write(folder, { run: 'elsewhere', pages, key: { ...key, machine: 'other' } });
  write(folder, { run: 'tonight', pages });
  const calls: [args: string[], code: number, said: RegExp, more?: Record<string, string>][] = [
    [['compare'], 0, /Run tonight of https:\/\/obras\.example\.com: AS FAST/],
    [['compare', 'elsewhere'], 4, /differ in the machine that measures \(other, not measures/],
    [['compare', 'nobody'], 2, /There is no run nobody/],
    [['accept'], 2, /accept needs --who and --why/],
    [['accept', '--hwo', 'Ana'], 2, /Unknown option '--hwo'/],
    [['compare', '--against', 'yesterday'], 2, /--against needs an address/],
    [['measures'], 2, /"measures" is no way to call it/],
    [['list'], 0, /tonight .* measured/],
    [[], 3, /cannot be reached/, { BASE_URL: 'http://127.0.0.1:1' }],
  ];
  // Two at a time, as each is mostly the start of a process.
  while (calls.length > 0) {
    await Promise.all(
      calls.splice(0, 2).map(async ([args, wanted, said, more]) => {
        const { code, output } = await run(args, more);
        expect.soft(output).toMatch(said);
        expect.soft(code, args.join(' ')).toBe(wanted);
      }),
    );
  }
});
