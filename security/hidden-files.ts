import type { RawAnswer } from '../fixtures/http/raw-request.ts';

/** Files that lie beside an application, and that no stranger may read. */
export interface HiddenFiles {
  readonly what: string;
  readonly paths: readonly string[];
  /** What such a file looks like inside; nothing else does. */
  readonly inside: RegExp;
}

/** What deployments of Django leave lying about, and scanners ask for first. */
export const hiddenFiles: readonly HiddenFiles[] = [
  {
    what: 'settings of the environment',
    paths: [
      '/.env',
      '/.env.bak',
      '/.env.production',
      '/.envs/.production/.django',
      '/.envs/.production/.postgres',
    ],
    inside: /^(export )?[A-Z][A-Z0-9]*_[A-Z0-9_]*=/m,
  },
  {
    what: 'the repository',
    paths: ['/.git/HEAD', '/.git/config', '/.git/index', '/.git/logs/HEAD'],
    // Its files as gitformat-index(5), git-config(1) and git-reflog(1) describe them.
    inside: /^ref: refs\/|^\[core\]|^DIRC|^[\da-f]{40} [\da-f]{40} /m,
  },
  {
    what: 'copies of the database',
    paths: [
      '/db.sqlite3',
      '/backup.sql',
      '/backup.sql.gz',
      '/backup.dump',
      '/construbot.sql',
      '/dump.sql',
    ],
    // Beside dumps as text: SQLite, pg_dump's own format, and gzip (its second byte is no UTF-8).
    inside: /^SQLite format 3|^PGDMP|^\u001F\uFFFD|^-- PostgreSQL database dump|^INSERT INTO /m,
  },
  {
    what: 'source and settings',
    paths: [
      '/settings.py',
      '/config/settings/production.py',
      '/config/settings/production.py.bak',
      '/manage.py',
      '/manage.py~',
      '/requirements.txt',
      '/requirements/production.txt',
      '/docker-compose.yml',
      '/Dockerfile',
    ],
    inside: /^(import|from) [\w.]+|^#!.*python|^[\w-]+(\[\w+\])?==\d|^services:|^FROM [\w./:-]+$/m,
  },
  {
    what: 'private keys',
    paths: ['/privkey.pem', '/server.key', '/.ssh/id_rsa'],
    inside: /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  },
];

const isPage = (body: string): boolean => /^\s*<(!doctype|html|head|body)\b/i.test(body);

/**
 * What is wrong with the answer to a request for a file that should not be there.
 *
 * Neither the status nor the body is enough alone: an application that answers everything with its
 * front page gives 200 and leaks nothing, and a server may give a file under any status.
 *
 * @param inside what the file would look like
 * @returns it in words, undefined when nothing is wrong
 */
export function servedFault(
  { status, body }: Pick<RawAnswer, 'status' | 'body'>,
  inside: RegExp,
): string | undefined {
  // A page may well talk of what such files hold.
  if (!isPage(body) && inside.test(body)) return `${status} with what such a file holds`;
  if (status === 403 || status === 404) return undefined;
  return isPage(body)
    ? `${status} with a page: nothing leaks, but what is not there cannot be told from what is`
    : `${status} with something that is no page`;
}
