import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { hasMoto, motoFolder, motoPython } from '../tests/ops/aws/moto.ts';
import { installPackage } from './debian-package.ts';

const packages = ['moto[server,s3,rds]==5.2.1', 'sentry-sdk==2.50.0'];

const run = (program: string, ...args: string[]): boolean =>
  spawnSync(program, args, { stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;

/**
 * Puts moto, which answers as AWS does, and Sentry's SDK at hand for the project's own tests: in a
 * folder of Python packages within `node_modules`, from PyPI. Where that cannot be, as PyPI is not to be
 * reached from everywhere, it says so, and the tests that need them are not run.
 */
export function ensureMoto(): void {
  if (hasMoto()) return;
  console.log(`Installing ${packages.join(' and ')} …`);
  const make = (): boolean => run('python3', '-m', 'venv', motoFolder);
  if (!make()) {
    installPackage('python3-venv');
    make();
  }
  if (run(motoPython, '-m', 'pip', 'install', '-q', '--disable-pip-version-check', ...packages))
    return;
  rmSync(motoFolder, { recursive: true, force: true });
  console.log(
    'They could not be installed: tests of buckets, snapshots and the event of Sentry are not run. It takes Python 3.10 or later with its module venv (on Debian: apt-get install python3-venv), and PyPI.',
  );
}
