import { z } from 'zod';
import { sessionsNow } from '../../fixtures/database/application.ts';
import type { Database } from '../../fixtures/database/database.ts';

const role = z.object({
  role: z.string(),
  isSuperuser: z.boolean(),
  createsRoles: z.boolean(),
  createsDatabases: z.boolean(),
  replicates: z.boolean(),
  bypassesRowSecurity: z.boolean(),
  /** Other databases that it owns. */
  owns: z.array(z.string()),
  /** Roles with power over the server that it may act as. */
  actsAs: z.array(z.string()),
});

/** A role of PostgreSQL, and what it may do beyond the tables of one database. */
export type DatabaseRole = z.infer<typeof role>;

// PostgreSQL's own that reach the files or programs of its host (postgresql.org/docs, "Predefined
// Roles"), and those that Amazon, Azure and Google give instead of a superuser.
const powers = [
  'pg_execute_server_program',
  'pg_read_server_files',
  'pg_write_server_files',
  'rds_superuser',
  'azure_pg_admin',
  'cloudsqlsuperuser',
];

/**
 * The roles that the application uses: those that have sessions now; else the one that owns
 * `django_migrations`, as it migrates when it starts.
 *
 * @throws NotRun see {@link Database.ask}
 */
export async function rolesOf(database: Database): Promise<DatabaseRole[]> {
  const names = (await sessionsNow(database)).map((one) => one.role);
  return database.ask(
    role,
    `select rolname as role, rolsuper as "isSuperuser", rolcreaterole as "createsRoles",
       rolcreatedb as "createsDatabases", rolreplication as replicates,
       rolbypassrls as "bypassesRowSecurity",
       array(select datname::text from pg_database
         where datdba = one.oid and datname <> current_database() and not datistemplate order by 1) as owns,
       array(select rolname::text from pg_roles other
         where other.oid <> one.oid and pg_has_role(one.oid, other.oid, 'member')
           and (other.rolsuper or other.rolname = any($2)) order by 1) as "actsAs"
     from pg_roles one
     where rolname = any($1::text[]) or cardinality($1::text[]) = 0 and oid in
       (select relowner from pg_class where relname = 'django_migrations' and relkind = 'r')
     order by 1`,
    names,
    powers,
  );
}

/**
 * Judges what roles of the application may do.
 *
 * @returns what is wrong, in words, a line a role
 */
export function judgeRoles(roles: readonly DatabaseRole[]): string[] {
  return roles.flatMap((one) => {
    const wrong = [
      ...(one.role === 'postgres' ? ['has the name of the first superuser of any server'] : []),
      ...(one.isSuperuser
        ? ['is a superuser']
        : [
            ...(one.createsRoles ? ['may make roles'] : []),
            ...(one.createsDatabases ? ['may make databases'] : []),
            ...(one.replicates ? ['may copy the whole server (replication)'] : []),
            ...(one.bypassesRowSecurity ? ['bypasses row security'] : []),
            ...(one.actsAs.length > 0 ? [`may act as ${one.actsAs.join(', ')}`] : []),
          ]),
      ...(one.owns.length > 0 ? [`owns other databases: ${one.owns.join(', ')}`] : []),
    ];
    return wrong.length === 0 ? [] : [`the role ${one.role} ${wrong.join('; ')}`];
  });
}
