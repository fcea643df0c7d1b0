import { spawnSync } from 'node:child_process';
import { NotRun } from '../../fixtures/accounts/role.ts';

/** For whom there is no k6. */
export const howToGetIt =
  'needs k6 1 or 2 on the PATH, or K6_PATH: grafana.com/docs/k6/latest/set-up/install-k6 tells how to get it';

/**
 * The version of k6, such as `v1.8.1`.
 *
 * @param program its path, or its name on the PATH
 * @throws NotRun when there is none, or one from before it took TypeScript as it is
 */
export function k6Version(program: string): string {
  const { stdout, error } = spawnSync(program, ['version'], { encoding: 'utf8', timeout: 20_000 });
  if (error !== undefined) throw new NotRun(howToGetIt);
  const [version, major] = /\bv?(\d+)\.\d+\.\d+\S*/.exec(stdout) ?? [];
  if (version === undefined || Number(major) < 1) {
    throw new NotRun(`${howToGetIt}; ${program} says "${stdout.trim().slice(0, 60)}"`);
  }
  return version;
}
