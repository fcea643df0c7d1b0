import { OperatorFailure } from '../fixtures/failure.ts';
import { hasCelery } from '../tests/ops/celery-worker.ts';
import { installPackage } from './debian-package.ts';

/**
 * Makes sure that Celery and its way to Redis are there, for the project's own tests.
 *
 * @throws OperatorFailure when they are not, and could not be installed
 */
export function ensureCelery(): void {
  if (!hasCelery()) for (const name of ['python3-celery', 'python3-redis']) installPackage(name);
  if (hasCelery()) return;
  throw new OperatorFailure(
    'There is no Celery, and none could be installed.',
    'Install it (on Debian: apt-get install python3-celery python3-redis); the tests start a worker of their own.',
  );
}
