import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { env } from '../fixtures/env.ts';
import { exitCode, OperatorFailure } from '../fixtures/failure.ts';
import { runFolder } from '../fixtures/run-folder.ts';
import { runProgram } from './child.ts';
import { ensureBrowser } from './ensure-browser.ts';
import { reachTarget, tryAccount } from './inspect-target.ts';

const itemsShape = z.object({ counts: z.record(z.string(), z.number()) });

/**
 * Runs checks with Playwright.
 *
 * @param selection the projects of the command
 * @param rest further arguments of the operator, passed on to Playwright
 * @returns the exit code: 0 when nothing failed, 1 failed, 4 when no check could run at all, 130 interrupted
 * @throws OperatorFailure when configuration, arguments or target do not let anything start
 */
export async function runChecks(
  selection: readonly string[],
  rest: readonly string[],
): Promise<number> {
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
  } else if (settings.account === undefined) {
    await reachTarget(settings);
  } else {
    await tryAccount(settings, 'ACCOUNT', settings.account);
  }
  const code = await runProgram('playwright', ['test', ...selection, ...rest]);
  if (code !== 0) return code;
  return somethingRan(settings.runId) ? exitCode.ok : exitCode.inconclusive;
}

function somethingRan(runId: string): boolean {
  const itemsFile = join(runFolder(runId), 'items.json');
  if (!existsSync(itemsFile)) return false;
  const { counts } = itemsShape.parse(JSON.parse(readFileSync(itemsFile, 'utf8')));
  return (counts['pass'] ?? 0) > 0;
}
