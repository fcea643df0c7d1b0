import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { OperatorFailure } from '../fixtures/failure.ts';
import type { KnownCheck } from '../report/described.ts';
import { runProgram } from './child.ts';

const known = z.array(
  z.object({ check: z.string(), items: z.array(z.string()), where: z.string() }),
);

/**
 * Every check of the suite, whether a run had it or not.
 *
 * @param folder of the run, where the list is kept
 * @throws OperatorFailure when the checks cannot be listed
 */
export async function knownChecks(folder: string): Promise<KnownCheck[]> {
  const file = join(folder, 'known-checks.json');
  const code = await runProgram(
    'playwright',
    ['test', '--list', '--reporter=./report/known-checks-reporter.ts'],
    { KNOWN_CHECKS: file },
  );
  if (code !== 0) {
    throw new OperatorFailure(
      'The checks of the suite cannot be listed.',
      'npx playwright test --list says why; the results of the run are kept.',
    );
  }
  return known.parse(JSON.parse(readFileSync(file, 'utf8')));
}
