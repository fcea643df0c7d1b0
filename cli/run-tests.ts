import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { env } from '../fixtures/env.ts';
import { latestFolder } from '../fixtures/run-folder.ts';
import { runProgram } from './child.ts';
import { ensureBrowser } from './ensure-browser.ts';
import { ensureMoto } from './ensure-moto.ts';
import { ensureServers } from './ensure-servers.ts';

// An empty address means the stand-in, whatever is in .env; each step is a run of its own.
const embedded = {
  BASE_URL: '',
  RUN_ID: '',
  DATABASE_URL: '',
  REDIS_URL: '',
  DJANGO_SHELL: '',
  HOST_SHELL: '',
  HOST_ADDRESS: '',
  BACKUP_FOLDER: '',
};

/**
 * Runs Playwright against the embedded stand-in, whatever target is configured.
 *
 * @param args arguments of Playwright
 * @throws OperatorFailure when there is no browser
 */
export async function runEmbedded(args: readonly string[]): Promise<number> {
  await ensureBrowser(env().browserPath);
  return runProgram('playwright', args, embedded);
}

/**
 * The kill matrix after a clean run: each fault of the stand-in must be found, by a check of its
 * own lines and by no other.
 *
 * @param rest ids of faults; all unless given
 */
export async function runFaults(rest: readonly string[]): Promise<number> {
  const clean = await runEmbedded(['test']);
  if (clean !== 0) return clean;
  return runProgram('playwright', ['test', '-c', 'tests/kill-matrix'], {
    ...embedded,
    FULL_MATRIX: '1',
    ...(rest.length > 0 ? { ONLY_FAULTS: rest.join(',') } : {}),
  });
}

/**
 * The project's own tests: types, lint, format, units, the database, what needs access, the report,
 * interrupted and parallel runs, the load and the acceptance on the stand-in, the kill matrix. Stops at
 * the first step that fails.
 *
 * @param rest `fast` leaves out everything that needs a browser
 * @returns the exit code of the step that failed, else 0
 */
export async function runTests(rest: readonly string[]): Promise<number> {
  const steps: [
    title: string,
    program: string,
    args: string[],
    variables?: Record<string, string>,
  ][] = [
    ['Types', 'tsc', ['--noEmit', '-p', '.']],
    ['Lint', 'eslint', ['.']],
    ['Format', 'prettier', ['--check', '--log-level=warn', '.']],
    ['Units', 'playwright', ['test', '-c', 'tests/unit']],
  ];
  if (!rest.includes('fast')) {
    await ensureBrowser(env().browserPath);
    ensureServers();
    ensureMoto();
    steps.push(
      ['Database', 'playwright', ['test', '-c', 'tests/database', 'proof.spec', 'session.spec']],
      ['Access', 'playwright', ['test', '-c', 'tests/ops']],
      ['Report', 'playwright', ['test', '-c', 'tests/report']],
      ['Interruption', 'playwright', ['test', '-c', 'tests/interruption']],
      ['Safety', 'playwright', ['test', '-c', 'tests/safety']],
      ['Baselines', 'playwright', ['test', '-c', 'tests/baseline', 'command.spec']],
      [
        'Load on the stand-in',
        'playwright',
        ['test', '--project=load'],
        { LOAD: '1', LOAD_PROFILE: 'brief' },
      ],
      ['Load under its faults', 'playwright', ['test', '-c', 'tests/load']],
      ['Acceptance on the stand-in', 'playwright', ['test']],
      ['Kill matrix', 'playwright', ['test', '-c', 'tests/kill-matrix']],
    );
  }
  for (const [title, program, args, variables] of steps) {
    console.log(`\n=== ${title} ===`);
    const code = await runProgram(program, args, { ...embedded, ...variables });
    if (code !== 0) return code;
  }
  if (!rest.includes('fast')) sayCounts();
  return 0;
}

const statsShape = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), skipped: z.number() }),
});

/** The counts of the acceptance in the plain form that CI systems look for. */
function sayCounts(): void {
  const { stats } = statsShape.parse(
    JSON.parse(readFileSync(join(latestFolder, 'results.json'), 'utf8')),
  );
  console.log(`${stats.expected} passed, ${stats.unexpected} failed, ${stats.skipped} skipped`);
}
