import { expect, test as base } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { HostShell } from '../../fixtures/shell/host-shell.ts';
import { lookAtRestore, usualRestore, type RestoreLimits } from '../../ops/restore/look.ts';
import { Cluster, findPostgres } from '../database/cluster.ts';
import { addressOf } from '../database/construbot.ts';
import { reasonOf } from './reason-of.ts';

base.skip(findPostgres() === undefined, 'needs PostgreSQL, which npm test installs');

/** Dumps as pg_dump makes them of a database of the shape of Construbot's, and a place to try them. */
interface Place {
  readonly cluster: Cluster;
  readonly plain: Buffer;
  readonly custom: Buffer;
}

const work = ['contraparte', 'sitio', 'contrato', 'concept', 'estimate', 'estimateconcept'];
const tables = ['django_migrations', 'users_user', 'users_customer', 'users_company'].concat(
  work.map((name) => `proyectos_${name}`),
);

const test = base.extend<object, { place: Place }>({
  place: [
    async ({}, use) => {
      const cluster = await Cluster.start({});
      await cluster.run(
        'postgres',
        "create role construbot login password 'canario-de-la-aplicacion'",
        'create database obra owner construbot',
        "create role restaura login password 'canario-de-restaura'",
        'create database restaura owner restaura',
        "create role jefe superuser login password 'canario-del-jefe'",
        'create database otra',
      );
      await cluster.run(
        'obra',
        'create extension unaccent',
        'set role construbot',
        ...tables.map((name) => `create table ${name} (id serial primary key, nombre text)`),
        ...tables.map((name) => `insert into ${name} (nombre) values ('Muñoz'), (E'a\\nb')`),
      );
      await cluster.run('otra', 'create table albaran (id int)');
      const dump = (...words: string[]): Buffer =>
        execFileSync(
          'pg_dump',
          ['-h', cluster.folder, '-p', String(cluster.port), '-U', 'postgres', ...words],
          { maxBuffer: 2 ** 26 },
        );
      await use({ cluster, plain: dump('obra'), custom: dump('-Fc', 'obra') });
      await cluster.stop();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
});

interface Tried {
  readonly url?: string;
  readonly own?: string;
  readonly words?: readonly string[];
  readonly limits?: Partial<RestoreLimits>;
}

/** What the check finds when this is the newest dump. */
async function tried(
  { cluster }: Place,
  dump: Buffer,
  { url = 'restaura:canario-de-restaura', own, words = ['env'], limits }: Tried = {},
): Promise<Awaited<ReturnType<typeof lookAtRestore>>> {
  const folder = mkdtempSync(join(tmpdir(), 'construbot-dumps-'));
  const name = "respaldo ' $(id).sql.gz";
  writeFileSync(join(folder, name), dump);
  const earlier = Date.now() / 1000 - 3600;
  utimesSync(join(folder, name), earlier, earlier);
  try {
    const scratch = `postgres://${url}@127.0.0.1:${cluster.port}/restaura`;
    return await lookAtRestore(
      new HostShell(words),
      {
        backupFolder: folder,
        restoreDatabase: addressOf(scratch),
        database: own === undefined ? undefined : addressOf(own),
        caFile: undefined,
      },
      { ...usualRestore, seconds: 20, ...limits },
    );
  } finally {
    rmSync(folder, { recursive: true });
    expect(readdirSync(tmpdir()).filter((one) => one.startsWith('construbot-restore-'))).toEqual(
      [],
    );
  }
}

const left = (cluster: Cluster): Promise<unknown[]> =>
  cluster.run(
    'restaura',
    "select relname from pg_class where relnamespace = 'public'::regnamespace",
    "select datname from pg_database where datname in ('obra', 'nueva') order by 1",
    "select rolname from pg_roles where rolname = 'ladron'",
  );
const nothing = [{ datname: 'obra' }];

const withText = (dump: Buffer, from: string | RegExp, to: string): Buffer =>
  Buffer.from(dump.toString().replaceAll(from, to));
const halfOf = (bytes: Buffer): Buffer => bytes.subarray(0, Math.floor(bytes.length / 2));
const spoilt = (bytes: Buffer): Buffer =>
  Buffer.concat([halfOf(bytes), Buffer.alloc(100, 0xee), halfOf(bytes)]);

const good: Readonly<Record<string, (place: Place) => Buffer>> = {
  plain: ({ plain }) => plain,
  'plain in gzip': ({ plain }) => gzipSync(plain),
  custom: ({ custom }) => custom,
  'custom in gzip': ({ custom }) => gzipSync(custom),
  'of roles that are not there': ({ plain }) =>
    withText(plain, 'OWNER TO construbot', 'OWNER TO ausente'),
  'of pg_dump --clean --create': ({ plain }) =>
    withText(
      plain,
      '\nSET statement_timeout',
      '\nDROP DATABASE obra;\nCREATE DATABASE nueva;\n\\connect obra\n\nSET statement_timeout',
    ),
};

for (const [what, dumpOf] of Object.entries(good)) {
  test(`a dump ${what} is restored, counted and gone again`, async ({ place }) => {
    const { findings, seen } = await tried(place, dumpOf(place));
    expect(findings).toEqual([]);
    expect(seen).toMatchObject({
      tables: [...tables].sort().map((name) => ({ name, rows: 2 })),
      version: expect.stringMatching(/^\d+$/),
    });
    expect(JSON.stringify(seen)).not.toMatch(/canario|Muñoz/);
    expect(await left(place.cluster)).toEqual(nothing);
  });
}

const bad: Readonly<Record<string, [dump: (place: Place) => Buffer, says: RegExp]>> = {
  'of nothing': [() => Buffer.alloc(0), /is empty$/],
  'of nothing, in gzip': [() => gzipSync(''), /holds nothing once it is unpacked$/],
  'cut off': [({ plain }) => halfOf(plain), /is cut off: it does not end as pg_dump ends it$/],
  'cut off within gzip': [({ plain }) => halfOf(gzipSync(plain)), /is cut off within its gzip$/],
  'cut off before gzip': [({ plain }) => gzipSync(halfOf(plain)), /is cut off: it does not end/],
  'corrupt within gzip': [
    ({ plain }) => spoilt(gzipSync(plain)),
    /is corrupt within its gzip \(Z_DATA_ERROR\)$/,
  ],
  'cut off, custom': [({ custom }) => halfOf(custom), /cut off or corrupt: pg_restore cannot/],
  'corrupt, custom': [({ custom }) => spoilt(custom), /cut off or corrupt: pg_restore cannot/],
  'of MySQL': [
    () => gzipSync('-- MySQL dump 10.13\n--\nCREATE TABLE `users_user` (`id` int);\n'),
    /is no dump of PostgreSQL$/,
  ],
  'with rows that are no rows': [
    ({ plain }) => withText(plain, /^1\t/gm, 'uno\t'),
    /cannot be restored: PostgreSQL refuses its line \d+ \(22P02\)$/,
  ],
  'of another application': [
    ({ plain }) => withText(plain, 'users_', 'personas_'),
    /is no dump of Construbot: it lacks users_user, users_customer, users_company$/,
  ],
  'of an empty database': [
    () => Buffer.from('-- PostgreSQL database dump\n-- PostgreSQL database dump complete\n'),
    /holds no table$/,
  ],
  'without users': [
    ({ plain }) => withText(plain, /(COPY public\.users_user .*\n)[^]*?(\\\.\n)/g, '$1$2'),
    /holds no row of users_user$/,
  ],
  'without a customer': [
    ({ plain }) => withText(plain, /(COPY public\.users_customer .*\n)[^]*?(\\\.\n)/g, '$1$2'),
    /holds no row of users_customer$/,
  ],
};

for (const [what, [dumpOf, says]] of Object.entries(bad)) {
  test(`a dump ${what} is found`, async ({ place }) => {
    expect((await tried(place, dumpOf(place))).findings).toEqual([expect.stringMatching(says)]);
    expect(await left(place.cluster)).toEqual(nothing);
  });
}

test('no line of a dump does anything on this machine, or keeps anything', async ({ place }) => {
  const stolen = join(tmpdir(), `construbot-robado-${process.pid}`);
  const evil = withText(
    place.plain,
    '\nSET statement_timeout',
    `\n\\! touch ${stolen}\n\\o ${stolen}\nselect 1 \\g ${stolen}\n\n;SET statement_timeout`,
  );
  await tried(place, evil);
  const keeps = withText(
    place.plain,
    '\nSET statement_timeout',
    '\nCOMMIT;\nSET statement_timeout',
  );
  expect(await reasonOf(tried(place, keeps))).toContain('ends its transaction by itself');
  expect(existsSync(stolen)).toBe(false);
  expect(await left(place.cluster)).toEqual(nothing);
});

test('a database that is not one to try a dump in is refused before anything is sent', async ({
  place,
}) => {
  const { cluster, plain } = place;
  await cluster.run('restaura', 'create table de_alguien (id int)');
  const taken = await reasonOf(tried(place, plain));
  await cluster.run('restaura', 'drop table de_alguien');
  expect(taken).toBe('RESTORE_DATABASE_URL needs an empty database');
  const others: Readonly<Record<string, Tried>> = {
    'is the database of the application': {
      own: `postgres://lector:canario@localhost:${cluster.port}/restaura`,
    },
    'may run programs': { url: 'jefe:canario-del-jefe' },
    'password authentication failed': { url: 'restaura:falsa' },
  };
  for (const [says, one] of Object.entries(others)) {
    expect(await reasonOf(tried(place, plain, one)), says).toContain(says);
  }
});

test('a database whose role may not do what the dump needs is no fault of the dump', async ({
  place,
}) => {
  await place.cluster.run('restaura', 'revoke create on schema public from pg_database_owner');
  const reason = await reasonOf(tried(place, place.plain));
  await place.cluster.run('restaura', 'grant create on schema public to pg_database_owner');
  expect(reason).toContain('make it the owner of that database');
});

test('what takes too long or is too much is given up, in bounded time', async ({ place }) => {
  const { plain } = place;
  const slow = withText(plain, '\nSET statement_timeout', '\nselect pg_sleep(50);\n');
  const began = performance.now();
  expect(await reasonOf(tried(place, slow, { limits: { seconds: 2 } }))).toMatch(
    /is not restored within 2 s$/,
  );
  expect(performance.now() - began).toBeLessThan(8000);
  expect(await reasonOf(tried(place, plain, { limits: { packed: 1000 } }))).toMatch(
    /bytes: no more than 1000 are tried$/,
  );
  expect(await reasonOf(tried(place, gzipSync(plain), { limits: { unpacked: 5000 } }))).toBe(
    'the newest dump has more than 5000 bytes unpacked',
  );
  expect(await left(place.cluster)).toEqual(nothing);
});

test('a dump of pg_dumpall, of a newer server or packed otherwise is not tried', async ({
  place,
}) => {
  const ways: Readonly<Record<string, Buffer>> = {
    'use pg_dump': Buffer.from('--\n-- PostgreSQL database cluster dump\n--\n'),
    'packed by zstd': Buffer.from('28b52ffd00112233', 'hex'),
    'give one that is no older': withText(place.plain, /(database version )\d+/g, '$199'),
  };
  for (const [says, dump] of Object.entries(ways)) {
    expect(await reasonOf(tried(place, dump))).toContain(says);
  }
});

test('a host that gives less than it says, or no psql, is a reason', async ({ place }) => {
  const cut = ['sh', '-c', 'sh | head -c 2000'];
  expect(await reasonOf(tried(place, place.plain, { words: cut }))).toMatch(
    /gives other than the \d+ bytes/,
  );
  const path = process.env['PATH'];
  process.env['PATH'] = '/nirgends';
  const reason = await reasonOf(
    tried(place, place.plain, { words: ['/usr/bin/env', `PATH=${path ?? ''}`] }),
  );
  process.env['PATH'] = path;
  expect(reason).toBe('needs psql on this machine (postgresql-client)');
});

test('a dump of a hundred megabytes is never held in memory', async ({ place }) => {
  test.setTimeout(120_000);
  const many = Array.from({ length: 100_000 }, (_, nth) => `${nth + 10}\t${'x'.repeat(990)}\n`);
  const big = Buffer.from(
    place.plain
      .toString()
      .replace(/(COPY public\.users_user .*\n)/, (line) => line + many.join('')),
  );
  const packed = gzipSync(big, { level: 1 });
  const before = process.memoryUsage.rss();
  let most = 0;
  const timer = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 50);
  const { findings, seen } = await tried(place, packed, { limits: { seconds: 100 } });
  clearInterval(timer);
  expect(findings).toEqual([]);
  expect(seen).toMatchObject({
    tables: expect.arrayContaining([{ name: 'users_user', rows: 100_002 }]),
  });
  expect(most - before).toBeLessThan(80_000_000);
});
