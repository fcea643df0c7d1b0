import { expect, test } from '@playwright/test';
import { createHash, X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer as createPlain, type RequestListener, type Server } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { targetFacts } from '../../report/signoff/target-facts.ts';
import { ensureTls } from '../../standin/tls.ts';

let server: Server | undefined;
test.afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** An application on this machine, behind a certificate of an authority that nobody knows. */
async function serve(answer: RequestListener, tls?: string): Promise<string> {
  if (tls === undefined) {
    server = createPlain(answer);
  } else {
    const { certFile, keyFile } = await ensureTls(tls);
    server = createServer({ cert: readFileSync(certFile), key: readFileSync(keyFile) }, answer);
  }
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return `${tls === undefined ? 'http' : 'https'}://127.0.0.1:${port}`;
}

/** Answers as applications behind proxies do: some headers are never the same. */
const page: RequestListener = (_request, response) => {
  const some = Math.random().toString(36).slice(2);
  response.setHeaders(
    new Map<string, string | string[]>([
      ['server', 'nginx'],
      ['x-frame-options', 'DENY'],
      [
        'content-security-policy',
        `script-src 'self' 'nonce-${some}' https://cdn.example.com; style-src 'nonce-${some}'`,
      ],
      ['set-cookie', [`csrftoken=${some}`, `sessionid=${some}`]],
      ['etag', `"${some}"`],
      ['expires', new Date(Date.now() + Math.random() * 1e9).toUTCString()],
      ['x-request-id', some],
      ['x-amzn-trace-id', some],
      ['request-id', some],
      ['x-runtime', some],
      ['cf-ray', some],
      ['server-timing', `total;dur=${Math.random()}`],
      ['x-ratelimit-remaining', some],
      ['traceparent', some],
    ]),
  );
  response.end(`<form>${'x'.repeat(Math.random() * 100)}</form>`);
};

test('a look reads certificate, headers and addresses, whoever signed the certificate', async ({}, testInfo) => {
  const folder = testInfo.outputPath('tls');
  const asked: string[] = [];
  const baseUrl = await serve((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    page(request, response);
  }, folder);
  const facts = await targetFacts({ baseUrl });
  const served = new X509Certificate(readFileSync(`${folder}/cert.pem`));
  expect(facts).toEqual({
    certificate: {
      subject: 'CN=construbot.test',
      issuer: 'CN=Construbot stand-in authority',
      fingerprint: createHash('sha256').update(served.raw).digest('hex'),
      validTo: new Date(served.validTo).toISOString(),
    },
    headers: {
      server: 'nginx',
      'x-frame-options': 'DENY',
      'content-security-policy':
        "script-src 'self' 'nonce-…' https://cdn.example.com; style-src 'nonce-…'",
    },
    addresses: ['127.0.0.1'],
  });
  expect(asked).toEqual(['GET /accounts/login/']);
  expect(await targetFacts({ baseUrl })).toEqual(facts);
});

test('plain HTTP has no certificate', async () => {
  const facts = await targetFacts({ baseUrl: await serve(page) });
  expect(facts).toMatchObject({ headers: { server: 'nginx' }, addresses: ['127.0.0.1'] });
  expect(facts).not.toHaveProperty('certificate');
});

const deaf: RequestListener = () => undefined;
const cut: RequestListener = (request) => request.socket.destroy();
const parts: [what: string, answer: RequestListener][] = [
  ['never answers', deaf],
  ['hangs up', cut],
  [
    'answers for an application that is down',
    (_request, response) => response.writeHead(502).end(),
  ],
  [
    'sends its visitors elsewhere',
    (_request, response) => response.writeHead(302, { location: 'https://example.com' }).end(),
  ],
];

for (const [what, answer] of parts) {
  test(`of a target that ${what} the headers are left out`, async ({}, testInfo) => {
    const baseUrl = await serve(answer, testInfo.outputPath('tls'));
    const facts = await targetFacts({ baseUrl }, answer === deaf ? 300 : undefined);
    expect(facts).toEqual({
      certificate: expect.objectContaining({ subject: 'CN=construbot.test' }) as unknown,
      addresses: ['127.0.0.1'],
    });
  });
}

test('an answer that never ends is not waited for', async ({}, testInfo) => {
  const baseUrl = await serve((_request, response) => {
    response.writeHead(200, { server: 'endless' }).write('<form>');
  }, testInfo.outputPath('tls'));
  expect(await targetFacts({ baseUrl })).toMatchObject({ headers: { server: 'endless' } });
});

test('where nobody listens, and where there is no such name, what is left is said', async () => {
  const baseUrl = await serve(page);
  server?.close();
  expect(await targetFacts({ baseUrl })).toEqual({ addresses: ['127.0.0.1'] });
  expect(await targetFacts({ baseUrl: 'https://nowhere.invalid' }, 300)).toEqual({});
});

test('nobody looks at the stand-in: it lives only as long as a run', async () => {
  expect(await targetFacts({ baseUrl: undefined })).toBeUndefined();
});
