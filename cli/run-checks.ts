import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { env, type Env } from '../fixtures/env.ts';
import { exitCode, OperatorFailure } from '../fixtures/failure.ts';
import { reachTarget } from '../fixtures/http/reach-target.ts';
import { runFolder } from '../fixtures/run-folder.ts';
import { readRun } from '../report/run.ts';
import { runProgram } from './child.ts';
import { ensureBrowser } from './ensure-browser.ts';
import { tryAccount } from './inspect-target.ts';

/**
 * Runs checks with Playwright.
 *
 * @param selection the projects of the command
 * @param rest further arguments of the operator, passed on to Playwright
 * @param goesOn whether checks are run although the target cannot be reached: those that need it say so
 * @returns the exit code: 0 when nothing failed, 1 failed, 3 when nothing failed and the target cannot be
 * reached, 4 when no check could run at all, 130 interrupted
 * @throws OperatorFailure when configuration, arguments or target do not let anything start
 */
export async function runChecks(
  selection: readonly string[],
  rest: readonly string[],
  goesOn = false,
): Promise<number> {
  if (rest.some((one) => /^--retries(=|$)/.test(one))) {
    throw new OperatorFailure(
      '--retries would make a failure green.',
      'Leave it out: a check that passes the second time has still failed once.',
    );
  }
  if (rest.some((one) => /^--reporter(=|$)/.test(one))) {
    throw new OperatorFailure(
      '--reporter takes the place of all reporters, and so of the one that hides secrets.',
      'Leave it out: every run writes a report for people, items.json, junit.xml and results.json.',
    );
  }
  const settings = env();
  await ensureBrowser(settings.browserPath);
  if (settings.baseUrl === undefined) {
    console.log('BASE_URL is not set: the embedded stand-in is the target.');
  }
  const unreached = await unreachedTarget(settings);
  if (unreached !== undefined) {
    if (!goesOn) throw unreached;
    console.log(`${unreached.problem} ${unreached.remedy}\nWhat is asked elsewhere is asked.`);
  }
  forgetResults(settings.runId);
  const code = await runProgram('playwright', ['test', ...selection, ...rest]);
  const run = readRun(join(runFolder(settings.runId), 'items.json'));
  if (code === exitCode.interrupted) return code;
  // Playwright has said what it did not understand, or that no check fits the selection.
  if (run === undefined || run.checks.length === 0) return exitCode.configuration;
  if (code !== 0) return code;
  if (unreached !== undefined) return unreached.code;
  return (run.counts['pass'] ?? 0) > 0 ? exitCode.ok : exitCode.inconclusive;
}

/** Why the target cannot be reached; undefined when it can, and the account signs in. */
async function unreachedTarget(settings: Env): Promise<OperatorFailure | undefined> {
  if (settings.baseUrl === undefined) return undefined;
  try {
    if (settings.account === undefined) await reachTarget(settings);
    else await tryAccount(settings, 'ACCOUNT', settings.account);
    return undefined;
  } catch (error) {
    const isUnreached = error instanceof OperatorFailure && error.code === exitCode.unreachable;
    if (isUnreached) return error;
    throw error;
  }
}

/** Removes the results that an earlier run of the same id has left, so that none is taken for new. */
export function forgetResults(runId: string): void {
  rmSync(join(runFolder(runId), 'items.json'), { force: true });
}
