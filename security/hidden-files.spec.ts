import { ownFiles } from '../fixtures/http/own-files.ts';
import { env } from '../fixtures/env.ts';
import { expect, test } from '../fixtures/index.ts';
import type { Raw } from '../fixtures/test/raw.ts';
import { hiddenFiles, servedFault } from './hidden-files.ts';
import { listing } from './listing.ts';
import { fetchStored } from './stored-files.ts';

/** The application's own styles and scripts; one that is served shows that others could be. */
async function servedFiles(raw: Raw): Promise<readonly string[]> {
  const files = ownFiles((await raw('/accounts/login/')).body);
  const [file] = files;
  if (file === undefined) throw new Error('The login page names no file of its own');
  expect((await raw(file)).status, 'a file that is meant to be served').toBe(200);
  return files;
}

const remedy =
  'the web server serves STATIC_ROOT and MEDIA_ROOT only, and nothing whose name begins with a dot; an application that has no such address answers 404';

for (const { what, paths, inside } of hiddenFiles) {
  test(
    `a stranger who asks for ${what} gets nothing`,
    { tag: ['@CS-04', '@observe'] },
    async ({ raw }) => {
      await servedFiles(raw);
      for (const folder of ['', '/static', '/media']) {
        for (const path of paths) {
          const fault = servedFault(await raw(`${folder}${path}`), inside);
          expect.soft(fault, `${folder}${path}. Remedy: ${remedy}`).toBeUndefined();
        }
      }
    },
  );
}

test(
  'a stranger gets no map from the scripts and styles to their source',
  { tag: ['@ST-02', '@observe'] },
  async ({ raw }) => {
    for (const file of await servedFiles(raw)) {
      const path = `${file.replace(/\?.*$/, '')}.map`;
      const fault = servedFault(await raw(path), /"mappings"\s*:/);
      expect.soft(fault, `${path}. Remedy: leave maps out of what is collected`).toBeUndefined();
    }
  },
);

test(
  'a stranger gets no list of the static files',
  { tag: ['@ST-02', '@observe'] },
  async ({ raw }) => {
    const files = await servedFiles(raw);
    const folders = files.map((file) => file.replace(/[^/]*$/, ''));
    for (const path of new Set(['/static/', '/static/css/', '/static/js/', ...folders])) {
      const { status, body } = await raw(path);
      const message = `${path}. Remedy: autoindex off in nginx, WHITENOISE_INDEX_FILE = False`;
      expect.soft([403, 404], message).toContain(status);
      expect.soft(body, message).not.toMatch(listing);
    }
  },
);

test(
  'a stranger gets no list of the uploaded files, nor of the bucket that serves them',
  { tag: ['@SM-06', '@observe'] },
  async ({ as, acting, baseURL }) => {
    const stranger = await as('anonymous');
    const buckets = env().mediaHosts.map((host) => new URL(`https://${host}/?list-type=2`));
    for (const at of [new URL('/media/', baseURL), ...buckets]) {
      const { status, body } = await fetchStored(stranger, acting, at);
      const message = `${at.href}. Remedy: autoindex off, or no s3:ListBucket for strangers`;
      expect.soft([403, 404], message).toContain(status);
      expect.soft(body, message).not.toMatch(listing);
    }
  },
);
