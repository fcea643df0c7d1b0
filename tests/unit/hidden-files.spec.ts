import { expect, test } from '@playwright/test';
import { hiddenFiles, servedFault } from '../../security/hidden-files.ts';
import { listing } from '../../security/listing.ts';

const inside = (what: string): RegExp =>
  hiddenFiles.find((one) => one.what === what)?.inside ?? /$^/;

const leaks = [
  { what: 'settings of the environment', body: '# production\nDJANGO_SECRET_KEY=canary\n' },
  { what: 'settings of the environment', body: 'export DATABASE_URL=postgres://u:p@db/c' },
  { what: 'the repository', body: 'ref: refs/heads/main\n' },
  {
    what: 'the repository',
    body: `${'0'.repeat(40)} ${'a'.repeat(40)} Ana <a@b.c> 1 +0000\tclone`,
  },
  { what: 'the repository', body: 'DIRC\u0000\u0000\u0000\u0002' },
  { what: 'copies of the database', body: 'SQLite format 3\u0000' },
  { what: 'copies of the database', body: '--\n-- PostgreSQL database dump\n--\n' },
  { what: 'copies of the database', body: Buffer.from([0x1f, 0x8b, 8, 0]).toString('utf8') },
  { what: 'source and settings', body: '"""Settings."""\nimport environ\n' },
  { what: 'source and settings', body: '-r base.txt\ndjango==3.2.25\npsycopg[c]==3.1\n' },
  { what: 'source and settings', body: "version: '3'\nservices:\n  django:\n" },
  { what: 'source and settings', body: 'FROM python:3.11-slim\n' },
  { what: 'private keys', body: '-----BEGIN RSA PRIVATE KEY-----\nMII' },
] as const;

for (const { what, body } of leaks) {
  for (const status of [200, 206, 404]) {
    test(`${what}, answered with ${status}, is found: ${JSON.stringify(body)}`, () => {
      expect(servedFault({ status, body }, inside(what))).toMatch(/with what such a file holds$/);
    });
  }
}

const page = (text: string): string => `<!DOCTYPE html>\n<html><body>${text}</body></html>`;

for (const { what, inside: looks } of hiddenFiles) {
  test(`a page that is not there, and talks of ${what}, is no leak`, () => {
    const body = page(`\n<pre>\n${leaks.map((leak) => leak.body).join('\n')}\n</pre>`);
    expect(servedFault({ status: 404, body }, looks)).toBeUndefined();
    expect(servedFault({ status: 403, body }, looks)).toBeUndefined();
  });

  test(`a front page in the place of ${what} is no leak, and is said all the same`, () => {
    expect(servedFault({ status: 200, body: page('Construbot') }, looks)).toMatch(
      /^200 with a page: nothing leaks/,
    );
  });

  test(`short answers that no such file would be are no leak of ${what}`, () => {
    for (const body of ['', 'Not Found', '{"detail":"No encontrado."}']) {
      expect(servedFault({ status: 404, body }, looks)).toBeUndefined();
    }
  });

  test(`something unknown under 200 in the place of ${what} is said`, () => {
    expect(servedFault({ status: 200, body: 'hola' }, looks)).toBe(
      '200 with something that is no page',
    );
  });
}

const listings = [
  '<html><head><title>Index of /static/</title></head>',
  '<h1>Index of /media/</h1>',
  '<title>Directory listing for /</title>',
  '<?xml version="1.0"?><ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/">',
];

for (const body of listings) {
  test(`this lists files: ${body}`, () => {
    expect(body).toMatch(listing);
  });
}

test('a page that talks of an index, and a bucket that refuses, list nothing', () => {
  expect(page('<p>Index of prices</p>')).not.toMatch(listing);
  expect('<?xml version="1.0"?><Error><Code>AccessDenied</Code></Error>').not.toMatch(listing);
});
