import { OperatorFailure } from '../fixtures/failure.ts';
import { findRedis } from '../tests/ops/redis-server.ts';
import { installPackage } from './debian-package.ts';

/**
 * Makes sure that the program of Redis is there, for the project's own tests.
 *
 * @throws OperatorFailure when it is not, and could not be installed
 */
export function ensureRedis(): void {
  if (findRedis() === undefined) installPackage('redis-server');
  if (findRedis() !== undefined) return;
  throw new OperatorFailure(
    'There is no Redis, and none could be installed.',
    'Install it (on Debian: apt-get install redis-server); the tests start a server of their own.',
  );
}
