import { expect, test } from '@playwright/test';
import { createHash } from 'node:crypto';
import { request } from 'node:https';
import { buffer } from 'node:stream/consumers';
import { serveCdnOffline, type OfflineCdn } from '../../fixtures/offline-cdn-server.ts';

let cdn: OfflineCdn;
test.beforeAll(async () => {
  cdn = await serveCdnOffline();
});
test.afterAll(() => {
  cdn.close();
});

interface Answer {
  readonly status: number | undefined;
  readonly reason: string | undefined;
  readonly body: Buffer;
}

function ask(host: string, path: string): Promise<Answer> {
  const { port } = cdn;
  return new Promise((resolve, reject) => {
    request(
      { host: '127.0.0.1', port, path, headers: { host }, rejectUnauthorized: false },
      (answer) => {
        const { statusCode: status, statusMessage: reason } = answer;
        buffer(answer).then((body) => {
          resolve({ status, reason, body });
        }, reject);
      },
    )
      .on('error', reject)
      .end();
  });
}

test('a library has the bytes of the integrity hash that its publisher gives', async () => {
  const { status, body } = await ask('code.jquery.com', '/jquery-3.5.1.min.js');
  expect(status).toBe(200);
  expect(createHash('sha256').update(body).digest('base64')).toBe(
    '9/aliU8dGd2tb6OSsuzixeV4y/faTqgFtohetphbbj0=',
  );
});

test('another version than the installed one is refused with the reason', async () => {
  const { status, reason } = await ask('code.jquery.com', '/jquery-1.0.0.min.js');
  expect(status).toBe(404);
  expect(reason).toContain('asks for version 1.0.0, which is not installed here');
});

test('a library that is not known is refused with the reason', async () => {
  const { status, reason } = await ask('cdn.jsdelivr.net', '/npm/left-pad@1.0.0/index.js');
  expect(status).toBe(404);
  expect(reason).toContain('is not among the libraries');
});

test('no path leads out of a package', async () => {
  const { status, reason } = await ask(
    'cdn.jsdelivr.net',
    '/npm/jquery@3.5.1/..%2f..%2fpackage.json',
  );
  expect(status).toBe(404);
  expect(reason).toContain('leads out of the package');
});
