import type { Exchange } from '../../fixtures/http/exchange.ts';
import { Session } from '../../fixtures/http/session.ts';
import { ownFiles } from '../../fixtures/http/own-files.ts';
import { expect, test } from '../../fixtures/index.ts';
import { plainAddress } from '../../fixtures/plain-address.ts';
import { orNotRun } from '../../fixtures/test/or-not-run.ts';

const observe = (...items: string[]): { tag: string[] } => ({ tag: [...items, '@observe'] });

const protections = [
  ['SC-04', 'strict-transport-security', /^max-age=[1-9]/],
  ['SC-08', 'x-content-type-options', /^nosniff$/],
  ['SC-10', 'x-frame-options', /^DENY$/],
] as const;

for (const [item, name, value] of protections) {
  test(`the login page carries ${name}`, observe(`@${item}`), async ({ as }) => {
    const { headers } = await (await as('anonymous')).get('/accounts/login/');
    expect(headers[name] ?? 'none').toMatch(value);
  });
}

const types: Readonly<Record<string, RegExp>> = {
  css: /^text\/css/,
  js: /^(text|application)\/javascript/,
};

/** The styles and scripts that the login page names, as a browser asks for them. */
async function loginFiles(visitor: Session): Promise<Exchange[]> {
  const paths = ownFiles((await visitor.get('/accounts/login/')).body);
  const headers = { 'accept-encoding': 'gzip, br' };
  return Promise.all(paths.map((path) => visitor.request(path, { headers })));
}

test('files that the login page names come as what they are', observe('@SM-01'), async ({ as }) => {
  const files = await loginFiles(await as('anonymous'));
  expect(files.length).toBeGreaterThan(0);
  for (const { url, status, headers } of files) {
    expect.soft(status, url).toBe(200);
    const kind = /\.(\w+)$/.exec(url)?.[1] ?? '';
    expect.soft(headers['content-type'] ?? 'none', url).toMatch(types[kind] ?? /^$/);
  }
});

test('files that the login page names come compressed', observe('@SM-04'), async ({ as }) => {
  const files = await loginFiles(await as('anonymous'));
  expect(files.length).toBeGreaterThan(0);
  for (const { url, headers } of files) {
    expect.soft(headers['content-encoding'] ?? 'not compressed', url).toMatch(/^(gzip|br)$/);
  }
});

test(
  'plain HTTP leads to HTTPS on the same host and path',
  observe('@SC-03'),
  async ({ baseURL, acting }, testInfo) => {
    const baseUrl = await orNotRun(testInfo, plainAddress());
    const plain = new Session({
      baseUrl,
      headers: acting.headers,
      onAnswer: (sent) => {
        acting.note(sent);
      },
    });
    const { status, location } = await plain.request('/accounts/login/?x=1');
    expect([301, 308]).toContain(status);
    const target = new URL(location ?? '', baseURL);
    expect(target.protocol).toBe('https:');
    expect(target.hostname).toBe(new URL(baseURL ?? '').hostname);
    expect(target.pathname + target.search).toBe('/accounts/login/?x=1');
  },
);
