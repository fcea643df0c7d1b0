import { readFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { z } from 'zod';
import type { DatabaseAddress } from '../../fixtures/database/address.ts';
import { Database } from '../../fixtures/database/database.ts';
import { sessionsOf } from '../../fixtures/database/sessions.ts';
import { Statements } from '../../fixtures/database/statements.ts';
import { reasonOf } from '../ops/reason-of.ts';
import { expect, mostConnections, test, type Deployment } from './construbot.ts';

/** Opens a session for as long as it is used. */
async function within<T>(
  address: DatabaseAddress,
  use: (database: Database) => Promise<T>,
  authority?: string,
): Promise<T> {
  const database = await Database.open(address, authority);
  try {
    return await use(database);
  } finally {
    await database.close();
  }
}

const nothing = z.object({});

test('a role that may read no table of the application sees what it has to', async ({
  deployment: { lector },
}) => {
  await within(lector, async (database) => {
    expect(await reasonOf(database.ask(nothing, 'select * from public.contrato'))).toContain(
      'permission denied',
    );
    expect((await sessionsOf(database)).most).toBe(mostConnections);
    const statements = await Statements.of(database);
    expect((await statements.extent(1)).judged).toBeGreaterThan(0);
  });
});

test('nothing can be written, not even by the owner of the tables', async ({
  deployment: { construbot, cluster },
}) => {
  await cluster.run('postgres', 'grant pg_read_all_stats to construbot');
  await within(construbot, async (database) => {
    for (const sql of [
      "insert into public.contrato (name) values ('x')",
      'update public.contrato set name = name',
      'delete from public.contrato',
      'create table public.x ()',
      "select nextval('public.contrato_id_seq')",
    ]) {
      const reason = await reasonOf(database.ask(nothing, sql));
      expect(reason).toContain('read-only transaction');
    }
  });
  await cluster.run('postgres', 'revoke pg_read_all_stats from construbot');
});

test('all that is looked at writes nothing, by the own account of PostgreSQL', async ({
  deployment: { lector, cluster },
}) => {
  const written = (): Promise<unknown[]> =>
    cluster.run(
      'construbot',
      'select pg_stat_force_next_flush()',
      `select tup_inserted, tup_updated, tup_deleted, temp_files from pg_stat_database
       where datname = 'construbot'`,
      'select pg_current_xact_id()::text::bigint - 1 as transactions_that_wrote',
    );
  const before = await written();
  await within(lector, async (database) => {
    await sessionsOf(database);
    const statements = await Statements.of(database);
    await statements.extent(1);
    await statements.slow(0, 1);
    await statements.texts([...(await statements.calls()).keys()]);
  });
  const after = await written();
  // The question itself is given a number.
  expect(after.slice(0, 2)).toEqual(before.slice(0, 2));
});

interface Refusal {
  readonly what: string;
  readonly address: (deployment: Deployment) => Partial<DatabaseAddress>;
  readonly says: RegExp;
}

const refusals: readonly Refusal[] = [
  {
    what: 'a wrong password',
    address: () => ({ password: 'canario-errado' }),
    says: /password authentication failed/,
  },
  {
    what: 'a port where nobody listens',
    address: () => ({ port: 1 }),
    says: /ECONNREFUSED/,
  },
  {
    what: 'a database that is not there',
    address: () => ({ database: 'otra' }),
    says: /database "otra" does not exist/,
  },
  {
    what: 'the database of something else',
    address: () => ({ database: 'vacia' }),
    says: /Django has no tables/,
  },
  {
    what: 'a role without the right',
    address: () => ({ user: 'corto', password: 'canario-corto' }),
    says: /GRANT pg_read_all_stats TO "corto";/,
  },
  {
    what: 'a certificate of an unknown authority',
    address: () => ({ tls: 'host' }),
    says: /unable to verify|self.signed|issuer/,
  },
];

for (const { what, address, says } of refusals) {
  test(`${what} is a reason not to run`, async ({ deployment }) => {
    const opening = Database.open({ ...deployment.lector, ...address(deployment) }, undefined);
    expect(await reasonOf(opening)).toMatch(says);
  });
}

test('what has to be granted to see the queries is said', async ({
  deployment: { lector, cluster },
}) => {
  const statements = (further: Partial<DatabaseAddress>): Promise<string> =>
    reasonOf(within({ ...lector, ...further }, (database) => Statements.of(database)));
  expect(await statements({ user: 'medio', password: 'canario-medio' })).toMatch(
    /GRANT USAGE ON SCHEMA "vigilancia" TO "medio";$/,
  );
  await cluster.run('vacia', 'create table django_migrations ()');
  expect(await statements({ database: 'vacia' })).toMatch(/CREATE EXTENSION pg_stat_statements;$/);
  await cluster.run('vacia', 'drop table django_migrations');
});

test('the certificate is verified, and the host of it where that is asked for', async ({
  deployment: { lector, cluster },
}) => {
  const authority = readFileSync(cluster.caFile, 'utf8');
  const encrypted = (tls: DatabaseAddress['tls'], host: string): Promise<boolean | undefined> =>
    within(
      { ...lector, tls, host },
      async (database) => {
        const [seen] = await database.ask(
          z.object({ ssl: z.boolean() }),
          'select ssl from pg_stat_ssl where pid = pg_backend_pid()',
        );
        return seen?.ssl;
      },
      authority,
    );
  expect(await encrypted('host', '127.0.0.1')).toBe(true);
  expect(await encrypted('authority', '127.0.0.2')).toBe(true);
  expect(await reasonOf(encrypted('host', '127.0.0.2'))).toContain('127.0.0.2');
  expect(await encrypted('none', '127.0.0.1')).toBe(false);
});

test('a query that takes too long is ended, and the next one is answered', async ({
  deployment: { lector },
}) => {
  await within(lector, async (database) => {
    await database.ask(nothing, "select set_config('statement_timeout', '100', false)");
    expect(await reasonOf(database.ask(nothing, 'select pg_sleep(30)'))).toContain(
      'statement timeout',
    );
    expect(await database.ask(nothing, 'select 1')).toHaveLength(1);
  });
});

const strangers = [
  ['nothing', undefined],
  ['a page', Buffer.from('HTTP/1.1 400 Bad Request\r\n\r\n')],
  // As what asks for a password, of four gigabytes.
  ['noise', Buffer.from([0x52, 0xff, 0xff, 0xff, 0xff, 0, 1, 2, 3])],
] as const;

test('a pooler that refuses to keep the session to reading is called one', async ({
  deployment: { lector },
}) => {
  const fields = 'SFATAL\0C08P01\0Munsupported startup parameter: options\0\0';
  const error = Buffer.from(`E\0\0\0\0${fields}`);
  error.writeInt32BE(4 + fields.length, 1);
  const server = await answering(error);
  const { port } = server.address() as AddressInfo;
  const reason = await reasonOf(Database.open({ ...lector, port }, undefined));
  server.close();
  expect(reason).toContain('leads to a pooler');
});

test('whoever answers as no PostgreSQL does is given up in time', async ({
  deployment: { lector },
}) => {
  const servers = await Promise.all(strangers.map(([, said]) => answering(said)));
  const began = performance.now();
  try {
    await Promise.all(
      servers.flatMap((server) =>
        (['none', 'host'] as const).map((tls) => {
          const { port } = server.address() as AddressInfo;
          return reasonOf(Database.open({ ...lector, port, tls }, undefined));
        }),
      ),
    );
  } finally {
    for (const server of servers) server.close();
  }
  expect(performance.now() - began).toBeLessThan(8000);
});

/** Says the same to whatever comes, or nothing. */
async function answering(said: Buffer | undefined): Promise<Server> {
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.on('data', () => (said === undefined ? undefined : socket.write(said)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}
