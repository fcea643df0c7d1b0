import { expect, test } from '../fixtures/index.ts';
import { arrangeFiles, fetchStored, foldersOf, nameOf, unsigned } from './stored-files.ts';

const attack = (...items: string[]): { tag: string[] } => ({ tag: [...items, '@attack'] });

const readers = [
  { who: 'a stranger', role: 'anonymous' },
  { who: 'somebody of another customer', role: 'otherTenant' },
] as const;

test(
  'neither a stranger nor somebody of another customer gets a photograph or a contract by its address',
  attack('@SM-06', '@AT-16'),
  async ({ as, acting, construbot, make }) => {
    const director = await as('director');
    const files = await arrangeFiles(construbot, make, director);
    expect(files).toHaveLength(2);
    for (const at of files) {
      expect.soft((await fetchStored(director, acting, at)).status, 'its own people').toBe(200);
      for (const { who, role } of readers) {
        const { status } = await fetchStored(await as(role), acting, unsigned(at));
        expect
          .soft(
            status,
            `${nameOf(at)} is read by ${who}: a private bucket with AWS_QUERYSTRING_AUTH = True, or a view in front of /media/ that asks who reads, mends it`,
          )
          .toBe(403);
      }
    }
  },
);

test(
  'no folder of uploaded files tells a stranger or a director what is in it',
  attack('@SM-06'),
  async ({ as, acting, construbot, make }) => {
    const director = await as('director');
    const files = await arrangeFiles(construbot, make, director);
    const folders = files.flatMap((at) => foldersOf(at, director.baseUrl));
    expect(folders.length).toBeGreaterThan(files.length);
    for (const reader of [await as('anonymous'), director]) {
      for (const at of folders) {
        const { status, body } = await fetchStored(reader, acting, at);
        expect
          .soft(
            status,
            `${at.pathname} is listed: autoindex off, or no s3:ListBucket for strangers`,
          )
          .toBe(403);
        expect.soft(files.map(nameOf).filter((name) => body.includes(name))).toEqual([]);
      }
    }
    for (const at of files) expect((await fetchStored(director, acting, at)).status).toBe(200);
  },
);
