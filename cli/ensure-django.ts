import { OperatorFailure } from '../fixtures/failure.ts';
import { hasDjango } from '../tests/ops/settings/django-project.ts';
import { installPackage } from './debian-package.ts';

const packages = ['python3-django', 'python3-psycopg2', 'python3-sentry-sdk', 'python3-celery'];

/**
 * Makes sure that a Django is there, and what Construbot uses beside it, for the project's own tests.
 *
 * @throws OperatorFailure when it is not, and could not be installed
 */
export function ensureDjango(): void {
  if (hasDjango()) return;
  for (const name of packages) installPackage(name);
  if (hasDjango()) return;
  throw new OperatorFailure(
    'There is no Django, and none could be installed.',
    `Install it (on Debian: apt-get install ${packages.join(' ')}); the tests bring a project of their own.`,
  );
}
