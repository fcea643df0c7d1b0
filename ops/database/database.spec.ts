import { randomBytes } from 'node:crypto';
import { expect, test } from '../../fixtures/index.ts';
import { keepJson } from '../../fixtures/test/keep-file.ts';
import { orNotRun } from '../../fixtures/test/or-not-run.ts';
import { saidOfQuery } from '../../load/growth/slow-queries.ts';
import { accountOfQueries } from './account-of-queries.ts';
import { encryptionOf, judgeEncryption } from './encryption.ts';
import { judgeRoles, rolesOf } from './roles.ts';
import { judgeServer, serverOf } from './version.ts';

test(
  'the data lives in a PostgreSQL that still gets fixes',
  { tag: ['@DB-01', '@observe'] },
  async ({ database }, testInfo) => {
    const server = await orNotRun(testInfo, serverOf(database));
    await keepJson(testInfo, 'server', server);
    expect(
      judgeServer(server, new Date().toISOString().slice(0, 10)),
      'Remedy: pg_dump, a newer PostgreSQL, restore; or pg_upgrade; on RDS, modify the engine version',
    ).toEqual([]);
  },
);

test(
  'the role of the application has no more rights than it uses',
  { tag: ['@DB-02', '@observe'] },
  async ({ database }, testInfo) => {
    const roles = await orNotRun(testInfo, rolesOf(database));
    await keepJson(testInfo, 'roles', roles);
    expect(
      judgeRoles(roles),
      'Remedy: CREATE ROLE … LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE, owner of one database, in the DATABASE_URL of the application',
    ).toEqual([]);
  },
);

test(
  'each session of the application on its database is encrypted',
  { tag: ['@DB-03', '@observe'] },
  async ({ database, targetRaw }, testInfo) => {
    // To tell that nobody has this session, the application has to look it up.
    const cookie = `sessionid=${randomBytes(16).toString('hex')}`;
    const openPage = (): Promise<unknown> => targetRaw('/proyectos/', { headers: { cookie } });
    const seen = await orNotRun(testInfo, encryptionOf(database, openPage));
    await keepJson(testInfo, 'sessions', seen);
    expect(
      await orNotRun(testInfo, () => judgeEncryption(seen)),
      'Remedy: ssl = on and hostssl in pg_hba.conf, and ?sslmode=require (or PGSSLMODE=require) for the application',
    ).toEqual([]);
  },
);

test(
  'PostgreSQL keeps account of what its queries cost',
  { tag: ['@MO-11', '@observe'] },
  async ({ database }, testInfo) => {
    const { found, slowest } = await orNotRun(testInfo, accountOfQueries(database));
    await keepJson(testInfo, 'slowest-queries', slowest.map(saidOfQuery));
    expect(
      found,
      'Remedy: shared_preload_libraries = pg_stat_statements, a restart, CREATE EXTENSION pg_stat_statements',
    ).toEqual([]);
  },
);
