import { OperatorFailure } from '../fixtures/failure.ts';
import { findPostgres } from '../tests/database/cluster.ts';
import { installPackage } from './debian-package.ts';

/**
 * Makes sure that the programs of PostgreSQL are there, for the project's own tests.
 *
 * @throws OperatorFailure when they are not, and could not be installed
 */
export function ensurePostgres(): void {
  if (findPostgres() === undefined) installPackage('postgresql');
  if (findPostgres() !== undefined) return;
  throw new OperatorFailure(
    'There is no PostgreSQL, and none could be installed.',
    'Install it (on Debian: apt-get install postgresql); the tests start a server of their own.',
  );
}
