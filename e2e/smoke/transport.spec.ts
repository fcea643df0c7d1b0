import { Session } from '../../fixtures/http/session.ts';
import { ownFiles } from '../../fixtures/http/own-files.ts';
import { expect, test } from '../../fixtures/index.ts';
import { plainAddress } from '../../fixtures/plain-address.ts';
import { orNotRun } from '../../fixtures/test/or-not-run.ts';

const observe = (...items: string[]): { tag: string[] } => ({ tag: [...items, '@observe'] });

test(
  'the login page carries the headers that protect it',
  observe('@SC-04', '@SC-08', '@SC-10'),
  async ({ as }) => {
    const { headers } = await (await as('anonymous')).get('/accounts/login/');
    expect(headers['strict-transport-security']).toMatch(/^max-age=[1-9]/);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['x-frame-options']).toBe('DENY');
  },
);

const types: Readonly<Record<string, RegExp>> = {
  css: /^text\/css/,
  js: /^(text|application)\/javascript/,
};

test(
  'files that the login page names come as what they are, and compressed',
  observe('@SM-01', '@SM-04'),
  async ({ as }) => {
    const visitor = await as('anonymous');
    const paths = ownFiles((await visitor.get('/accounts/login/')).body);
    expect(paths.length).toBeGreaterThan(0);
    for (const path of paths) {
      const headers = { 'accept-encoding': 'gzip, br' };
      const answer = await visitor.request(path, { headers });
      expect.soft(answer.status, path).toBe(200);
      const kind = /\.(\w+)$/.exec(path)?.[1] ?? '';
      expect.soft(answer.headers['content-type'], path).toMatch(types[kind] ?? /^$/);
      expect.soft(answer.headers['content-encoding'], path).toMatch(/^(gzip|br)$/);
    }
  },
);

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
