import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { runFolder } from '../../fixtures/run-folder.ts';
import { readRun } from '../../report/run.ts';
import type { FaultId } from '../../standin/faults/index.ts';
import { expect, test, type Deployment } from './construbot.ts';

const root = join(import.meta.dirname, '..', '..');
/** How the checks ended, and what they found. */
interface Outcome {
  readonly statuses: Readonly<Record<string, string>>;
  readonly found: string;
}

/**
 * Runs the checks themselves on a stand-in that has a new database of this PostgreSQL.
 *
 * @param faults that are on for all of its pages
 */
async function run(
  { cluster, lector, construbot }: Deployment,
  faults: readonly FaultId[],
  variables: Readonly<Record<string, string>>,
  ...specs: readonly string[]
): Promise<Outcome> {
  await cluster.run(
    'postgres',
    'drop database if exists obra with (force)',
    'create database obra owner construbot',
  );
  await cluster.run(
    'obra',
    'create extension pg_stat_statements',
    'select pg_stat_statements_reset()',
  );
  const at = `127.0.0.1:${cluster.port}/obra`;
  const runId = `db${Math.random().toString(36).slice(2, 8)}`;
  const child = spawn(process.execPath, ['node_modules/.bin/playwright', 'test', ...specs], {
    cwd: root,
    stdio: 'ignore',
    env: {
      ...process.env,
      BASE_URL: '',
      RUN_ID: runId,
      FAULTS: faults.join(','),
      STANDIN_DATABASE_URL: `postgres://${construbot.user}:${construbot.password}@${at}`,
      DATABASE_URL: `postgres://${lector.user}:${lector.password}@${at}`,
      ...variables,
    },
  });
  await once(child, 'close');
  const checks = readRun(join(runFolder(runId), 'items.json'))?.checks ?? [];
  const statuses = checks.map(
    ({ check, status }) => [check.split(' › ').at(-1) ?? '', status] as const,
  );
  return {
    statuses: Object.fromEntries(statuses),
    found: checks.map(({ message }) => message ?? '').join('\n'),
  };
}

const mean = 'no query takes longer than half a second on average';
const contratos = 'dashboard and list do not ask anew for each contract of a company';
const conceptos = 'pages of a contract and its estimate do not ask anew for each concept';
const connections =
  'a crowd leaves a fifth of the connections to the database free, and keeps those it has';

// At its first turn nobody has asked for anything yet, so that the mean cannot be told.
const growth = ['--project=performance', 'growth.spec', '--repeat-each=2'];
const load = ['--project=load', 'connections.spec'];

const growthProofs: readonly {
  readonly faults: readonly FaultId[];
  readonly red: readonly string[];
  readonly says: RegExp;
}[] = [
  { faults: [], red: [], says: /^\n*$/ },
  {
    faults: ['n-plus-one-contratos', 'n-plus-one-conceptos'],
    red: [contratos, conceptos],
    says: /dashboard: \d+ times with 10 rows, \d+ times with 200: select user_id from contrato_user where contrato_id = \$1/,
  },
  {
    faults: ['database-slow-query'],
    red: [mean],
    says: /5\d\d ms on average, \d+ times by construbot, [\d.]+ s in all: select pg_sleep\(\$1\)/,
  },
];

for (const { faults, red, says } of growthProofs) {
  test(`queries under ${faults.join(', ') || 'no fault'}`, async ({ deployment }) => {
    test.setTimeout(600_000);
    const { statuses, found } = await run(deployment, faults, {}, ...growth);
    const expected = [mean, contratos, conceptos].map((check) => [
      check,
      red.includes(check) ? 'failed' : 'passed',
    ]);
    expect(statuses, found).toEqual(Object.fromEntries(expected));
    expect(found).toMatch(says);
  });
}

const loadProofs: readonly { readonly fault?: FaultId; readonly says: RegExp }[] = [
  { says: /^$/ },
  { fault: 'database-connects-anew', says: /\d+ connections were made for \d+ answers/ },
  { fault: 'database-all-taken', says: /2\d of 25 connections were in use at the same time/ },
];

for (const { fault, says } of loadProofs) {
  test(`connections under ${fault ?? 'no fault'}`, async ({ deployment }) => {
    test.setTimeout(300_000);
    const faults = fault === undefined ? [] : [fault];
    const { statuses, found } = await run(deployment, faults, { LOAD: '1' }, ...load);
    const status = fault === undefined ? 'passed' : 'failed';
    expect(statuses, found).toEqual({ [connections]: status });
    expect(found).toMatch(says);
  });
}
