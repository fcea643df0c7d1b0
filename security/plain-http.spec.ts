import { expect, test } from '../fixtures/index.ts';
import { plainAddress } from '../fixtures/plain-address.ts';
import { orNotRun } from '../fixtures/test/or-not-run.ts';

const remedy =
  'the web server answers all of port 80 with "return 301 https://$host$request_uri", or SECURE_SSL_REDIRECT = True (W008)';

const requests = [
  { method: 'GET', path: '/' },
  { method: 'GET', path: '/proyectos/contrato/nuevo/?copia=1&x=a%20b' },
  { method: 'GET', path: '/static/no-hay-nada-aqui.css' },
  { method: 'GET', path: '/media/no-hay-nada-aqui.pdf' },
  { method: 'GET', path: '/no-hay-nada-aqui/' },
  { method: 'HEAD', path: '/accounts/login/' },
  { method: 'POST', path: '/accounts/login/' },
  { method: 'POST', path: '/api/v1/api-token-auth/' },
] as const;

for (const { method, path } of requests) {
  test(
    `plain HTTP answers ${method} ${path} with the way to the same address under HTTPS`,
    { tag: ['@SC-03', '@observe'] },
    async ({ raw, baseURL }, testInfo) => {
      const origin = await orNotRun(testInfo, plainAddress());
      const { status, headers, cookies } = await raw(path, { origin, method });
      expect([301, 308], `${status} over plain HTTP. Remedy: ${remedy}`).toContain(status);
      const target = new URL(headers['location'] ?? '', origin);
      expect(target.protocol).toBe('https:');
      // Another host first would never have its HSTS seen here.
      expect(target.hostname, 'the same host comes first').toBe(new URL(baseURL ?? '').hostname);
      expect(`${target.pathname}${target.search}`).toBe(path);
      expect(cookies, 'no cookie goes over plain HTTP').toEqual([]);
    },
  );
}

/** What proxies say of the other side of TLS, and strangers can say too. */
const claims = [
  ['X-Forwarded-Proto', 'https'],
  ['X-Forwarded-Protocol', 'ssl'],
  ['X-Forwarded-Ssl', 'on'],
  ['X-Forwarded-Scheme', 'https'],
  ['X-Url-Scheme', 'https'],
  ['Front-End-Https', 'on'],
  ['Forwarded', 'proto=https'],
] as const;

for (const [name, value] of claims) {
  test(
    `a stranger who claims HTTPS by ${name} over plain HTTP is not believed`,
    { tag: ['@SC-03', '@IN-12', '@observe'] },
    async ({ raw }, testInfo) => {
      const origin = await orNotRun(testInfo, plainAddress());
      const { status } = await raw('/accounts/login/', { origin, headers: { [name]: value } });
      expect(
        [301, 308],
        `${name}: ${value} gets ${status} over plain HTTP. Remedy: the outermost proxy sets the header that SECURE_PROXY_SSL_HEADER names, whatever came in`,
      ).toContain(status);
    },
  );
}

test(
  'a stranger who claims plain HTTP over HTTPS is not sent round in circles',
  { tag: ['@IN-12', '@observe'] },
  async ({ raw }) => {
    const { status } = await raw('/accounts/login/', { headers: { 'x-forwarded-proto': 'http' } });
    expect(status, 'Remedy: the outermost proxy sets X-Forwarded-Proto itself').toBe(200);
  },
);
