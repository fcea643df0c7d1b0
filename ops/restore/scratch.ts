import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { z } from 'zod';
import { NotRun } from '../../fixtures/accounts/role.ts';
import type { DatabaseAddress } from '../../fixtures/database/address.ts';
import { connectionTo } from '../../fixtures/database/database.ts';
import { messageOf } from '../../fixtures/failure.ts';
import { isLoopback } from '../../fixtures/variables.ts';

const standing = z.object({
  major: z.number().int(),
  isPowerful: z.boolean(),
  objects: z.coerce.number().int(),
});

// What an extension brought is nobody's data.
const alone = (table: string): string =>
  `not exists (select from pg_depend where classid = '${table}'::regclass and objid = ${table}.oid and deptype = 'e')`;

const question = `select current_setting('server_version_num')::int / 10000 as major,
  pg_has_role('pg_execute_server_program', 'member') or pg_has_role('pg_write_server_files', 'member')
    as "isPowerful",
  (select count(*) from pg_class join pg_namespace on pg_namespace.oid = relnamespace
    where nspname !~ '^pg_|^information_schema$' and ${alone('pg_class')})
  + (select count(*) from pg_namespace
    where nspname !~ '^pg_|^(information_schema|public)$' and ${alone('pg_namespace')}) as objects`;

/**
 * Makes sure that a dump can be tried in a database without harm; sends nothing to the application's own.
 *
 * @param own the application's database, where it is known
 * @returns the major version of its server
 * @throws NotRun with what the operator has to give instead
 */
export async function checkScratch(
  scratch: DatabaseAddress,
  own: DatabaseAddress | undefined,
  authority: string | undefined,
): Promise<number> {
  if (own !== undefined && placeOf(own) === placeOf(scratch)) {
    throw new NotRun('RESTORE_DATABASE_URL is the database of the application: give an empty one');
  }
  const { major, isPowerful, objects } = await look(scratch, authority);
  if (objects > 0) throw new NotRun('RESTORE_DATABASE_URL needs an empty database');
  // A dump is a program: whoever may write it would run what they like on that server.
  if (isPowerful) {
    throw new NotRun(
      'the role of RESTORE_DATABASE_URL may run programs on its server: give one that is no superuser and owns just that database',
    );
  }
  return major;
}

/** Whether a database holds nothing; see {@link checkScratch}. */
export async function isEmpty(
  scratch: DatabaseAddress,
  authority: string | undefined,
): Promise<boolean> {
  return (await look(scratch, authority)).objects === 0;
}

const placeOf = ({ host, port, database }: DatabaseAddress): string =>
  JSON.stringify([isLoopback(host) || host.startsWith('/') ? 'here' : host, port, database]);

async function look(
  address: DatabaseAddress,
  authority: string | undefined,
): Promise<z.infer<typeof standing>> {
  const client = new Client({
    ...connectionTo(address, authority),
    options: '-c default_transaction_read_only=on -c search_path=pg_catalog',
    query_timeout: 10_000,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query(question);
    return standing.parse(rows[0]);
  } catch (error) {
    const [first] = error instanceof AggregateError ? (error.errors as unknown[]) : [error];
    const said = error instanceof z.ZodError ? 'no PostgreSQL answers' : messageOf(first);
    throw new NotRun(`RESTORE_DATABASE_URL cannot be used: ${said}`, { cause: error });
  } finally {
    await Promise.race([client.end(), delay(1000, undefined, { ref: false })]);
  }
}
