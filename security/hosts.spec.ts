import { expect, test } from '../fixtures/index.ts';

const page = '/accounts/login/';

/** Hosts that are not the deployment's, though some are made to look like it. */
const foreign = [
  { what: 'another name', host: () => 'evil.example' },
  { what: 'another name with a port', host: () => 'evil.example:443' },
  { what: 'its own name as user of another', host: (own: string) => `${own}@evil.example` },
  { what: 'another name as user of its own', host: (own: string) => `evil.example@${own}` },
  { what: 'a name that begins with its own', host: (own: string) => `${own}.evil.example` },
  { what: 'a name that ends with its own', host: (own: string) => `evil-${own}` },
  { what: 'another name behind its own port', host: (own: string) => `${own}:80.evil.example` },
] as const;

const remedy =
  'ALLOWED_HOSTS lists the names of the deployment and no "*", and the web server passes Host on as it came';

for (const { what, host } of foreign) {
  test(
    `a Host that is ${what} gets no page`,
    { tag: ['@CS-05', '@observe'] },
    async ({ raw, baseURL }) => {
      const own = new URL(baseURL ?? '').hostname;
      expect((await raw(page)).status, 'its own Host').toBe(200);
      const forged = host(own);
      const { status } = await raw(page, { headers: { host: forged } });
      expect(status, `${forged} is answered. Remedy: ${remedy}`).toBe(400);
    },
  );
}

test(
  'a request line that names another host gets no page, whatever its Host says',
  { tag: ['@CS-05', '@observe'] },
  async ({ raw, baseURL }) => {
    expect((await raw(`${new URL(baseURL ?? '').origin}${page}`)).status, 'its own').toBe(200);
    const { status } = await raw(`https://evil.example${page}`);
    expect(status, `https://evil.example is answered. Remedy: ${remedy}`).toBe(400);
  },
);

test(
  'an allowed X-Forwarded-Host does not make up for a foreign Host',
  { tag: ['@CS-05', '@observe'] },
  async ({ raw, baseURL }) => {
    const { host } = new URL(baseURL ?? '');
    const forwarded = { 'x-forwarded-host': host };
    expect((await raw(page, { headers: forwarded })).status, 'both its own').toBe(200);
    const { status } = await raw(page, { headers: { ...forwarded, host: 'evil.example' } });
    expect(status, 'Remedy: USE_X_FORWARDED_HOST = False').toBe(400);
  },
);

test(
  'a foreign X-Forwarded-Host is in no answer to its own Host',
  { tag: ['@CS-05', '@observe'] },
  async ({ raw }) => {
    for (const path of ['/', page, '/accounts/password/reset/', '/admin', '/not-there/']) {
      const plain = await raw(path);
      const forged = await raw(path, { headers: { 'x-forwarded-host': 'evil.example' } });
      const message = `${path}. Remedy: USE_X_FORWARDED_HOST = False`;
      expect.soft(forged.status, message).toBe(plain.status);
      expect.soft(forged.headers['location'], message).toBe(plain.headers['location']);
      expect.soft(forged.body, message).not.toContain('evil.example');
    }
  },
);
