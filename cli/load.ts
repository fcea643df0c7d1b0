import { join } from 'node:path';
import { latestFolder } from '../fixtures/run-folder.ts';
import { chosenProfile } from '../load/chosen-profile.ts';
import { readRun } from '../report/run.ts';
import { runChecks } from './run-checks.ts';

/**
 * Puts an office of people on the target and asks whether every page keeps to its time, in a browser as
 * well, how many connections that takes where the database can be asked, and how much the target can
 * do. Idle pages are opened for comparison: a sign-off judges them.
 *
 * @param rest a load of load/profiles.ts, which then is the only one, or `growth`: how page time grows
 *   with the data, up to a thousand contracts; else arguments for Playwright
 * @returns see {@link runChecks}
 * @throws OperatorFailure when there is no load of that name; see {@link runChecks}
 */
export async function load(rest: readonly string[]): Promise<number> {
  process.env['LOAD'] = '1';
  const [first = '', ...others] = rest;
  const named = first !== '' && !first.startsWith('-');
  // What grows with the data and how static files come is no matter of load: a sign-off looks at them.
  if (!named)
    return timed(
      await runChecks(
        ['under-load.spec', 'office.spec', 'connections.spec', 'capacity.spec'],
        rest,
      ),
    );
  if (first === 'growth') {
    process.env['GROWTH'] = 'full';
    return runChecks(['growth.spec'], others);
  }
  process.env['LOAD_PROFILE'] = first;
  chosenProfile();
  return timed(await runChecks([first === 'soak' ? 'soak.spec' : 'office.spec'], others));
}

/** Says how long each part took. */
function timed(code: number): number {
  for (const { check, durationMs } of readRun(join(latestFolder, 'items.json'))?.checks ?? []) {
    console.log(
      `${String(Math.round(durationMs / 1000)).padStart(5)} s  ${check.split(' › ').at(-1)}`,
    );
  }
  return code;
}
