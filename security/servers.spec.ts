import { expect, test } from '../fixtures/index.ts';
import { plainAddress } from '../fixtures/plain-address.ts';
import { orNotRun } from '../fixtures/test/or-not-run.ts';
import type { Raw } from '../fixtures/test/raw.ts';

const connections = 20;

test(
  'somebody signed in stays so over 20 connections, each a new one',
  { tag: ['@IN-13', '@AT-02', '@write'] },
  async ({ raw, personOf }) => {
    const { state, username } = await personOf('director');
    for (let connection = 1; connection <= connections; connection += 1) {
      const { status, body } = await raw('/proyectos/', { signedIn: state });
      const message = `connection ${connection}. Remedy: one SECRET_KEY, DATABASE_URL and REDIS_URL for all servers`;
      expect(status, message).toBe(200);
      expect(body, message).toContain(username);
    }
    expect((await raw('/proyectos/')).status, 'without the session').toBe(302);
  },
);

const most = 6;

/**
 * Follows redirects as a browser does.
 *
 * @param from the address to begin with
 * @returns every address on the way, and the status of the last
 */
async function follow(raw: Raw, from: URL): Promise<{ way: string[]; status: number }> {
  const way: string[] = [];
  let at = from;
  for (;;) {
    way.push(at.href);
    const { status, headers } = await raw(`${at.pathname}${at.search}`, { origin: at.origin });
    const { location } = headers;
    if (location === undefined || way.length > most) return { way, status };
    at = new URL(location, at);
  }
}

for (const path of ['/', '/proyectos/', '/admin/', '/accounts/login']) {
  test(
    `a browser that asks for ${path} over plain HTTP comes to a page, and never twice past one address`,
    { tag: ['@IN-12', '@observe'] },
    async ({ raw }, testInfo) => {
      const origin = await orNotRun(testInfo, plainAddress());
      const { way, status } = await follow(raw, new URL(path, origin));
      expect(
        way,
        'Remedy: each proxy passes the X-Forwarded-Proto on that SECURE_PROXY_SSL_HEADER names',
      ).toEqual([...new Set(way)]);
      expect(status, way.join(' → ')).toBe(200);
    },
  );
}
