import { expect, test } from '@playwright/test';
import { createServer, type AddressInfo } from 'node:net';
import { Command } from '../interruption/command.ts';
import { Deployment } from '../interruption/deployment.ts';
import { SlowWay } from './slow-way.ts';

// The whole way of an operator, with measured runs only: some ten minutes, and only on a machine that
// has little else to do. Part of no command: npx playwright test -c tests/baseline proof
test.setTimeout(40 * 60_000);

// So long is the way to the deployment that what else this machine does is little beside it.
const delayMs = 150;
const acceptedRuns = 6;

test('runs are accepted, one like them is not red, and a release with a slow page is', async ({}, testInfo) => {
  const [before, after] = await Promise.all([
    Deployment.start(),
    Deployment.start({ FAULTS: 'list-slow' }),
  ]);
  const portOf = ({ variables }: Deployment): number =>
    Number(new URL(variables['BASE_URL'] ?? '').port);
  const way = await SlowWay.to(portOf(before), delayMs);
  const shared = {
    BASELINE_FOLDER: testInfo.outputPath('store'),
    BASELINE_PLAN: 'brief',
    RUN_ID: '',
    METRICS_FILE: '',
  };
  const told = async (of: Deployment, ...args: string[]): Promise<number | null> => {
    const own = { ...of.variables, ...shared, BASE_URL: way.origin };
    const { code, output } = await new Command(['baseline', ...args], own).ended;
    console.log(`$ baseline ${args.join(' ')}\n${output}\nexit ${code}\n`);
    testInfo.annotations.push({ type: args.join(' '), description: output });
    return code;
  };

  for (let night = 1; night <= acceptedRuns; night += 1) {
    expect.soft([0, 4]).toContain(await told(before));
    expect(await told(before, 'accept', '--who', 'Ana', '--why', `night ${night}`)).toBe(0);
  }
  // As fast, or left open where this machine was too restless; red never.
  expect.soft([0, 4]).toContain(await told(before));
  way.port = portOf(after);
  expect.soft(await told(after)).toBe(1);
  expect.soft(testInfo.annotations.at(-1)?.description).toMatch(/✗ list of contracts/);
  expect
    .soft(testInfo.annotations.at(-1)?.description)
    .not.toMatch(/✗ (dashboard|contract|estimate|printed|search)/);
  await told(before, 'list');
  way.close();
  before.stop();
  after.stop();
});

test('two releases in turn: with itself not red, with a slow page red', async ({}, testInfo) => {
  // The same people sign in at all three, and get their mail in one place.
  const smtp = `smtp://127.0.0.1:${await freePort()}`;
  const [password, post] = ['Obra-en-dos-lugares', { STANDIN_SMTP_URL: smtp }];
  const known = { ...post, ACCOUNT_PASSWORD: password, STANDIN_ACCOUNT_PASSWORD: password };
  const [before, after, slow] = await Promise.all([
    Deployment.start({ ...known, MAILBOX_URL: smtp }),
    Deployment.start(known),
    Deployment.start({ ...known, FAULTS: 'list-slow' }),
  ]);
  const against = async (of: Deployment): Promise<{ code: number | null; output: string }> => {
    const own = {
      ...of.variables,
      MAILBOX_URL: before.variables['MAILBOX_URL'] ?? '',
      BASELINE_FOLDER: testInfo.outputPath('store'),
      BASELINE_PLAN: 'brief',
      RUN_ID: '',
      METRICS_FILE: '',
    };
    const url = before.variables['BASE_URL'] ?? '';
    const done = await new Command(['baseline', 'compare', '--against', url], own).ended;
    console.log(`${done.output}\nexit ${done.code}\n`);
    return done;
  };
  const rows = await before.rows();
  const same = await against(after);
  expect.soft([0, 4]).toContain(same.code);
  const other = await against(slow);
  expect.soft(other.code).toBe(1);
  expect.soft(other.output).toMatch(/✗ list of contracts/);
  expect.soft(await before.rows()).toEqual(rows);
  for (const deployment of [before, after, slow]) deployment.stop();
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
