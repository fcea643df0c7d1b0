import { chosenProfile } from '../load/chosen-profile.ts';
import { runChecks } from './run-checks.ts';

/**
 * Puts an office of people on the target and asks whether every page keeps to its time, then how much
 * the target can do.
 *
 * @param rest a load of load/profiles.ts, which then is the only one; else arguments for Playwright
 * @returns see {@link runChecks}
 * @throws OperatorFailure when there is no load of that name; see {@link runChecks}
 */
export async function load(rest: readonly string[]): Promise<number> {
  process.env['LOAD'] = '1';
  const [first = '', ...others] = rest;
  const named = first !== '' && !first.startsWith('-');
  if (!named) return runChecks([], rest);
  process.env['LOAD_PROFILE'] = first;
  chosenProfile();
  return runChecks(['office.spec'], others);
}
