import { readFileSync } from 'node:fs';
import { Client } from 'pg';
import { NotRun } from '../../fixtures/accounts/role.ts';
import { Database } from '../../fixtures/database/database.ts';
import { accountOfQueries } from '../../ops/database/account-of-queries.ts';
import { encryptionOf, judgeEncryption } from '../../ops/database/encryption.ts';
import { judgeRoles, rolesOf } from '../../ops/database/roles.ts';
import { judgeServer, serverOf } from '../../ops/database/version.ts';
import { Cluster } from '../database/cluster.ts';
import { expect, test, type Deployment } from '../database/construbot.ts';

type Line = 'DB-01' | 'DB-02' | 'DB-03' | 'MO-11';
type Said = Readonly<Record<Line, readonly string[]>>;

const noPage = (): Promise<unknown> => Promise.resolve();

/** What the checks say of the deployment, all by the role that reads no table. */
async function look(lector: Deployment['lector']): Promise<Said> {
  const database = await Database.open(lector, undefined);
  try {
    return {
      'DB-01': judgeServer(await serverOf(database), '2026-11-28'),
      'DB-02': judgeRoles(await rolesOf(database)),
      'DB-03': judgeEncryption(await encryptionOf(database, noPage)),
      'MO-11': (await accountOfQueries(database)).found,
    };
  } finally {
    await database.close();
  }
}

/** A session of the application for as long as it is used. */
async function during<T>(
  { cluster, construbot }: Deployment,
  how: 'TLS' | 'clear' | 'socket',
  work: () => Promise<T>,
  who: Partial<{ user: string; password: string; application_name: string }> = {},
): Promise<T> {
  const { host, port, user, password, database } = construbot;
  const client = new Client({
    ...{ port, user, password, database, ...who },
    host: how === 'socket' ? cluster.folder : host,
    ssl: how === 'TLS' && { ca: readFileSync(cluster.caFile) },
  });
  await client.connect();
  try {
    return await work();
  } finally {
    await client.end();
  }
}

interface Proof {
  readonly what: string;
  readonly how?: 'clear' | 'socket';
  /** Statements of the superuser that make it so, and those that undo it. */
  readonly wrong?: readonly string[];
  readonly right?: readonly string[];
  readonly red: Partial<Record<Line, RegExp>>;
}

const proofs: readonly Proof[] = [
  { what: 'as it should be', red: {} },
  {
    what: 'with sessions in clear',
    how: 'clear',
    red: { 'DB-03': /^1 session of construbot from 127\.0\.0\.1 not encrypted$/ },
  },
  {
    what: 'with sessions by a socket',
    how: 'socket',
    red: { 'DB-03': /^1 session of construbot by a Unix socket, .* a waiver may say so$/ },
  },
  {
    what: 'with a superuser',
    wrong: ['alter role construbot superuser'],
    right: ['alter role construbot nosuperuser'],
    red: { 'DB-02': /^the role construbot is a superuser$/ },
  },
  {
    what: 'with a role that may do more',
    wrong: [
      'alter role construbot createrole createdb replication bypassrls',
      'grant pg_execute_server_program to construbot',
    ],
    right: [
      'alter role construbot nocreaterole nocreatedb noreplication nobypassrls',
      'revoke pg_execute_server_program from construbot',
    ],
    red: {
      'DB-02':
        /may make roles; may make databases; may copy .*; bypasses row security; may act as pg_execute_server_program$/,
    },
  },
  {
    what: "with a role that owns somebody else's database",
    wrong: ['alter database vacia owner to construbot'],
    right: ['alter database vacia owner to postgres'],
    red: { 'DB-02': /^the role construbot owns other databases: vacia$/ },
  },
  {
    what: 'whose queries nobody counts',
    wrong: ["alter system set pg_stat_statements.track = 'none'", 'select pg_reload_conf()'],
    right: ['alter system reset pg_stat_statements.track', 'select pg_reload_conf()'],
    red: { 'MO-11': /^PostgreSQL counts no queries/ },
  },
];

for (const { what, how = 'TLS', wrong = [], right = [], red } of proofs) {
  test(`a database ${what}`, async ({ deployment }) => {
    await deployment.cluster.run('construbot', ...wrong);
    try {
      const said = await during(deployment, how, () => look(deployment.lector));
      const lines = Object.entries(said).map(([line, found]) => [line, found.join('\n')]);
      expect(Object.fromEntries(lines)).toEqual({
        ...{ 'DB-01': '', 'DB-02': '', 'DB-03': '', 'MO-11': '' },
        ...Object.fromEntries(
          Object.entries(red).map(([line, says]) => [line, expect.stringMatching(says)]),
        ),
      });
    } finally {
      await deployment.cluster.run('construbot', ...right);
    }
  });
}

test('without a session, the owner of the tables is judged, and the encryption cannot be', async ({
  deployment: { lector, cluster },
}) => {
  await cluster.run('postgres', 'alter role construbot createdb');
  const database = await Database.open(lector, undefined);
  try {
    const found = judgeRoles(await rolesOf(database));
    expect(found).toEqual(['the role construbot may make databases']);
    const encryption = await encryptionOf(database, noPage);
    expect(() => judgeEncryption(encryption)).toThrow(NotRun);
  } finally {
    await database.close();
    await cluster.run('postgres', 'alter role construbot nocreatedb');
  }
});

test('the application is not whoever else is connected', async ({ deployment }) => {
  const asOther = (
    who: { user: string; password: string; application_name?: string },
    work: () => Promise<Said>,
  ): Promise<Said> => during(deployment, 'clear', work, who);
  const said = await during(deployment, 'TLS', () =>
    asOther({ user: 'medio', password: 'canario-medio' }, () =>
      during(deployment, 'socket', () => look(deployment.lector), {
        user: 'postgres',
        password: '',
        application_name: 'psql',
      }),
    ),
  );
  expect(said).toEqual({ 'DB-01': [], 'DB-02': [], 'DB-03': [], 'MO-11': [] });
});

test('a session that lasts no longer than its page is seen', async ({ deployment }) => {
  const database = await Database.open(deployment.lector, undefined);
  try {
    const openPage = (): Promise<unknown> =>
      during(deployment, 'clear', async () => {
        await deployment.cluster.run('postgres', 'select pg_sleep(0.3)');
      });
    const seen = judgeEncryption(await encryptionOf(database, openPage));
    expect(seen).toEqual(['1 session of construbot from 127.0.0.1 not encrypted']);
  } finally {
    await database.close();
  }
});

test('all that is looked at writes nothing, by the own account of PostgreSQL', async ({
  deployment,
}) => {
  const written = async (): Promise<unknown[]> =>
    (
      await deployment.cluster.run(
        'construbot',
        'select pg_stat_force_next_flush()',
        `select tup_inserted, tup_updated, tup_deleted, temp_files from pg_stat_database
         where datname = 'construbot'`,
      )
    ).slice(1);
  const before = await written();
  await during(deployment, 'TLS', () => look(deployment.lector));
  expect(await written()).toEqual(before);
});

test('a server without TLS that counts nothing', async () => {
  const cluster = await Cluster.start({ ssl: 'off' });
  try {
    await cluster.run(
      'postgres',
      'create table django_migrations ()',
      "create role lector login password 'canario' in role pg_read_all_stats",
    );
    const { port } = cluster;
    const at = { host: '127.0.0.1', port, user: 'lector', password: 'canario' };
    const said = await look({ ...at, database: 'postgres', tls: 'none' });
    expect(said['DB-02']).toEqual([
      'the role postgres has the name of the first superuser of any server; is a superuser',
    ]);
    expect(said['DB-03']).toEqual(['PostgreSQL has TLS off (ssl = off)']);
    expect(said['MO-11']).toEqual([expect.stringMatching(/^PostgreSQL counts no queries/)]);
  } finally {
    await cluster.stop();
  }
});

test('a server that dies while it is looked at', async () => {
  const cluster = await Cluster.start({ ssl: 'off' });
  await cluster.run('postgres', 'create table django_migrations ()');
  await cluster.run('postgres', "create role lector login password 'x' in role pg_read_all_stats");
  const at = { host: '127.0.0.1', port: cluster.port, user: 'lector', password: 'x' };
  const database = await Database.open({ ...at, database: 'postgres', tls: 'none' }, undefined);
  await cluster.stop();
  for (const look of [serverOf, rolesOf, accountOfQueries]) {
    await expect(look(database)).rejects.toBeInstanceOf(NotRun);
  }
  await database.close();
});

test('a server is judged by what it calls itself, and by the day', () => {
  const of = (says: string, number: number) => ({
    ...{ says, number, archiveMode: 'off', archived: 0, lastArchived: null, failedToArchive: 0 },
  });
  expect(judgeServer(of('PostgreSQL 14.20 on x', 140020), '2026-11-12')).toEqual([]);
  expect(judgeServer(of('PostgreSQL 14.20 on x', 140020), '2026-11-13')).toEqual([
    'PostgreSQL 14 has had no fixes since 2026-11-12, those of security neither',
  ]);
  expect(judgeServer(of('PostgreSQL 9.6.24 on x', 90624), '2026-11-13')).toHaveLength(1);
  expect(judgeServer(of('PostgreSQL 42.1 on x', 420001), '2060-01-01')).toEqual([]);
  expect(judgeServer(of('CockroachDB CCL v25', 130000), '2026-11-13')).toEqual([
    'the server calls itself CockroachDB CCL v25',
  ]);
});
