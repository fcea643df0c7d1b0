import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { NotRun } from '../fixtures/accounts/role.ts';
import { env } from '../fixtures/env.ts';
import { exitCode, OperatorFailure } from '../fixtures/failure.ts';
import { endingOf } from '../load/k6/exit-code.ts';
import { exitFile, k6Folder } from '../load/k6/run-k6.ts';
import { k6Version } from '../load/k6/version.ts';
import { profiles } from '../load/profiles.ts';
import { runChecks } from './run-checks.ts';

/**
 * Has k6 put an office of people on the target, where k6 is installed.
 *
 * @param rest the name of a load of load/profiles.ts, average unless given; `--browser`: the key
 *   pages are opened in a browser meanwhile; further arguments for Playwright
 * @returns 4 without k6; what its exit code means where it measured nothing or was interrupted; else
 *   see {@link runChecks}
 * @throws OperatorFailure when there is no load of that name; see {@link runChecks}
 */
export async function k6(rest: readonly string[]): Promise<number> {
  const given = rest.filter((one) => one !== '--browser');
  const [first = '', ...others] = given;
  const named = first !== '' && !first.startsWith('-');
  const name = named ? first : 'average';
  if (!Object.keys(profiles).includes(name)) {
    throw new OperatorFailure(
      `"${name}" is no load.`,
      `Use one of: ${Object.keys(profiles).join(', ')}.`,
    );
  }
  try {
    console.log(`k6 ${k6Version(env().k6Path)}, ${name} load`);
  } catch (error) {
    if (!(error instanceof NotRun)) throw error;
    console.error(`Not run: ${error.message}`);
    return exitCode.inconclusive;
  }
  process.env['LOAD'] = '1';
  process.env['LOAD_ENGINE'] = 'k6';
  process.env['LOAD_PROFILE'] = name;
  if (rest.includes('--browser')) process.env['K6_BROWSER'] = '1';
  // An earlier report stays until k6 begins anew; how it ended is not how this one ends.
  const file = exitFile(name);
  rmSync(file, { force: true });
  // The folder that is about to be made anew is no report of this run.
  process.env['K6_REPORT'] = '';
  const code = await runChecks(['--project=k6'], named ? others : given);
  // No check has come that far.
  if (!existsSync(file)) return code;
  if (existsSync(join(k6Folder(name), 'summary.json'))) {
    console.log(`Give the report to the sign-off: K6_REPORT=${k6Folder(name)} npm run signoff`);
  }
  if (code === exitCode.interrupted) return code;
  const text = readFileSync(file, 'utf8');
  return endingOf(text === 'null' ? null : Number(text)).code ?? code;
}
