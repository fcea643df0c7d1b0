import { OperatorFailure } from '../fixtures/failure.ts';
import { findPostgres } from '../tests/database/cluster.ts';
import { findBind } from '../tests/ops/bind.ts';
import { hasCelery } from '../tests/ops/celery-worker.ts';
import { hasDovecot } from '../tests/ops/dovecot.ts';
import { findRedis } from '../tests/ops/redis-server.ts';
import { hasDjango } from '../tests/ops/settings/django-project.ts';
import { installPackages } from './debian-package.ts';

interface Server {
  readonly name: string;
  readonly isThere: () => boolean;
  /** Debian's, all of them. */
  readonly packages: readonly string[];
}

const servers: readonly Server[] = [
  {
    name: 'PostgreSQL',
    isThere: () => findPostgres() !== undefined,
    packages: ['postgresql'],
  },
  { name: 'BIND', isThere: () => findBind() !== undefined, packages: ['bind9'] },
  { name: 'Dovecot', isThere: hasDovecot, packages: ['dovecot-imapd'] },
  { name: 'Redis', isThere: () => findRedis() !== undefined, packages: ['redis-server'] },
  { name: 'Celery', isThere: hasCelery, packages: ['python3-celery', 'python3-redis'] },
  {
    name: 'Django',
    isThere: hasDjango,
    packages: ['python3-django', 'python3-psycopg2', 'python3-sentry-sdk', 'python3-celery'],
  },
];

/**
 * Makes sure that the servers are there which the project's own tests start for themselves, on Debian
 * from its packages.
 *
 * @throws OperatorFailure when one is not, and could not be installed
 */
export function ensureServers(): void {
  const missing = (): Server[] => servers.filter(({ isThere }) => !isThere());
  const packages = missing().flatMap((server) => server.packages);
  if (packages.length === 0) return;
  installPackages([...new Set(packages)]);
  const [lacking] = missing();
  if (lacking === undefined) return;
  throw new OperatorFailure(
    `There is no ${lacking.name}, and none could be installed.`,
    `Install it (on Debian: apt-get install ${lacking.packages.join(' ')}); the tests start one of their own.`,
  );
}
