import { test as base } from '@playwright/test';
import { databaseAddress, type DatabaseAddress } from '../../fixtures/database/address.ts';
import { Cluster } from './cluster.ts';

/** A PostgreSQL with a database of the application, and a role of the operator's that only looks. */
export interface Deployment {
  readonly cluster: Cluster;
  /** Of the role that looks: it may read no table of the application. */
  readonly lector: DatabaseAddress;
  /** Of the application itself. */
  readonly construbot: DatabaseAddress;
}

/** Connections that the server takes. */
export const mostConnections = 25;

/**
 * The address of a role.
 *
 * @throws when it is none
 */
export function addressOf(url: string): DatabaseAddress {
  const address = databaseAddress(url);
  if (typeof address === 'string') throw new Error(address);
  return address;
}

/** The tests of a file share one. */
export const test = base.extend<object, { deployment: Deployment }>({
  deployment: [
    async ({}, use) => {
      const cluster = await Cluster.start({
        shared_preload_libraries: 'pg_stat_statements',
        max_connections: String(mostConnections),
      });
      await cluster.run(
        'postgres',
        "create role construbot login password 'de-la-aplicacion'",
        'create database construbot owner construbot',
        "create role lector login password 'canario-del-lector'",
        'grant pg_read_all_stats to lector',
        "create role corto login password 'canario-corto'",
        "create role medio login password 'canario-medio' in role pg_read_all_stats",
        'create database vacia',
      );
      await cluster.run(
        'construbot',
        'create schema vigilancia',
        'create extension pg_stat_statements schema vigilancia',
        'grant usage on schema vigilancia to lector',
        'set role construbot',
        'create table django_migrations (id serial primary key)',
        'create table contrato (id serial primary key, name text)',
        "insert into contrato (name) select 'Puente ' || n from generate_series(1, 200) n",
        'revoke all on schema public from public',
      );
      const at = `127.0.0.1:${cluster.port}/construbot`;
      await use({
        cluster,
        lector: addressOf(`postgres://lector:canario-del-lector@${at}`),
        construbot: addressOf(`postgres://construbot:de-la-aplicacion@${at}`),
      });
      await cluster.stop();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
});

export { expect } from '@playwright/test';
