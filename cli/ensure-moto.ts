import { spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { OperatorFailure } from '../fixtures/failure.ts';
import { motoFolder, motoPython } from '../tests/ops/aws/moto.ts';
import { installPackage } from './debian-package.ts';

const packages = ['moto[server,s3,rds]==5.2.1', 'sentry-sdk==2.50.0'];

const run = (program: string, ...args: string[]): boolean =>
  spawnSync(program, args, { stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;

/**
 * Makes sure that moto, which answers as AWS does, and Sentry's SDK are there, for the project's own
 * tests: in a folder of Python packages within `node_modules`, from PyPI.
 *
 * @throws OperatorFailure when they are not, and could not be installed
 */
export function ensureMoto(): void {
  if (existsSync(motoPython)) return;
  console.log(`Installing ${packages.join(' and ')} …`);
  const make = (): boolean => run('python3', '-m', 'venv', motoFolder);
  if (!make()) {
    installPackage('python3-venv');
    make();
  }
  if (run(motoPython, '-m', 'pip', 'install', '-q', '--disable-pip-version-check', ...packages))
    return;
  rmSync(motoFolder, { recursive: true, force: true });
  throw new OperatorFailure(
    'There is no moto, and none could be installed.',
    'Have Python 3.10 or later with its module venv (on Debian: apt-get install python3-venv) and let pip reach PyPI.',
  );
}
