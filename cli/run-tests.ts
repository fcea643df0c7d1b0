import { env } from '../fixtures/env.ts';
import { runProgram } from './child.ts';
import { ensureBrowser } from './ensure-browser.ts';

/**
 * The project's own tests: types, lint, format, units, the acceptance on the stand-in, the kill
 * matrix. Stops at the first step that fails.
 *
 * @param rest `fast` leaves out everything that needs a browser
 * @returns the exit code of the step that failed, else 0
 */
export async function runTests(rest: readonly string[]): Promise<number> {
  const steps: [title: string, program: string, args: string[]][] = [
    ['Types', 'tsc', ['--noEmit', '-p', '.']],
    ['Lint', 'eslint', ['.']],
    ['Format', 'prettier', ['--check', '--log-level=warn', '.']],
    ['Units', 'playwright', ['test', '-c', 'tests/unit']],
  ];
  if (!rest.includes('fast')) {
    await ensureBrowser(env().browserPath);
    steps.push(
      ['Acceptance on the stand-in', 'playwright', ['test']],
      ['Kill matrix', 'playwright', ['test', '-c', 'tests/kill-matrix']],
    );
  }
  for (const [title, program, args] of steps) {
    console.log(`\n=== ${title} ===`);
    const code = await runProgram(program, args, { BASE_URL: '' });
    if (code !== 0) return code;
  }
  return 0;
}
