import { ownFiles } from '../../fixtures/http/own-files.ts';
import type { RawAnswer } from '../../fixtures/http/raw-request.ts';
import { expect, test } from '../../fixtures/index.ts';
import type { Raw } from '../../fixtures/test/raw.ts';

const year = 31_536_000;
// Web servers leave files alone that would hardly become smaller.
const worthZipping = 1024;

interface File extends RawAnswer {
  readonly path: string;
}

/** The styles and scripts that the login page names, as they come to who takes no compression. */
async function loginFiles(raw: Raw): Promise<File[]> {
  const paths = ownFiles((await raw('/accounts/login/')).body);
  const files: File[] = [];
  for (const path of paths) files.push({ path, ...(await raw(path)) });
  expect(files.map(({ path, status }) => `${status} ${path}`)).toEqual(
    paths.map((path) => `200 ${path}`),
  );
  expect(files.length).toBeGreaterThan(0);
  return files;
}

test(
  'browsers keep the files of the login page for a year, by names that change with the content',
  { tag: ['@SM-02', '@observe'] },
  async ({ raw }) => {
    for (const { path, headers, cookies } of await loginFiles(raw)) {
      expect
        .soft(path, 'Remedy: CompressedManifestStaticFilesStorage')
        .toMatch(/\.[\da-f]{8,}\.(css|js)$/);
      expect.soft(cookies, `${path} sets no cookie`).toEqual([]);
      const control = headers['cache-control'] ?? 'none';
      expect.soft(control, path).toContain('immutable');
      expect
        .soft(
          Number(/max-age=(\d+)/.exec(control)?.[1]),
          `${path}: ${control}. Remedy: WhiteNoise with hashed names, or "expires 1y" for /static/ in nginx`,
        )
        .toBeGreaterThanOrEqual(year);
    }
  },
);

test(
  'a browser that has a file of the login page already is told so instead of getting it again',
  { tag: ['@SM-02', '@observe'] },
  async ({ raw }) => {
    for (const { path, headers } of await loginFiles(raw)) {
      expect.soft(headers['etag'] ?? 'none', path).toMatch(/^(W\/)?".+"$/);
      const known = { 'if-none-match': headers['etag'] ?? '' };
      const again = await raw(path, { headers: known });
      expect.soft(again.status, path).toBe(304);
      expect.soft(again.body, path).toBe('');
      const other = await raw(path, { headers: { 'if-none-match': '"another"' } });
      expect.soft(other.status, `${path} to who has another`).toBe(200);
    }
  },
);

test(
  'files of the login page come smaller to who takes gzip, are the same inside, and say so to caches',
  { tag: ['@SM-04', '@observe'] },
  async ({ raw }) => {
    const files = (await loginFiles(raw)).filter(({ body }) => body.length >= worthZipping);
    expect(files.length).toBeGreaterThan(0);
    for (const { path, body } of files) {
      const zipped = await raw(path, { headers: { 'accept-encoding': 'gzip' } });
      expect.soft(zipped.headers['content-encoding'] ?? 'none', path).toBe('gzip');
      expect.soft(zipped.headers['vary'] ?? 'none', path).toMatch(/accept-encoding/i);
      expect.soft(zipped.body, path).toBe(body);
    }
  },
);
