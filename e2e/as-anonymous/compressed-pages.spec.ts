import { expect, test } from '../../fixtures/index.ts';

test(
  'the login page comes compressed to who takes gzip, is the same page, and says so to caches',
  { tag: ['@SM-04', '@observe'] },
  async ({ raw }) => {
    const zipped = await raw('/accounts/login/', { headers: { 'accept-encoding': 'gzip' } });
    expect(
      zipped.headers['content-encoding'] ?? 'none',
      'Remedy: gzip for text/html in the proxy. Where pages are left out on purpose because of BREACH, say so in waivers.yaml: no check can see a purpose',
    ).toBe('gzip');
    expect(zipped.headers['vary'] ?? 'none').toMatch(/accept-encoding/i);
    const plain = await raw('/accounts/login/', { headers: { 'accept-encoding': 'identity' } });
    expect(plain.headers['content-encoding'] ?? 'none').toBe('none');
    const title = /<title>.*<\/title>/s;
    expect(zipped.body).toMatch(title);
    expect(title.exec(zipped.body)?.[0]).toBe(title.exec(plain.body)?.[0]);
  },
);
