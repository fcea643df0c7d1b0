import { z } from 'zod';
import type { Database } from '../../fixtures/database/database.ts';

const server = z.object({
  /** What it calls itself, such as `PostgreSQL 15.4 on …`. */
  says: z.string(),
  /** Such as 150004. */
  number: z.coerce.number().int(),
  archiveMode: z.string(),
  archived: z.coerce.number().int(),
  lastArchived: z.coerce.string().nullable(),
  failedToArchive: z.coerce.number().int(),
});

/** What a server is, and what it tells of its archive of changes. */
export type DatabaseServer = z.infer<typeof server>;

/** When the last fixes of each version come (postgresql.org/support/versioning). */
const lastFixes: Readonly<Record<number, string>> = {
  10: '2022-11-10',
  11: '2023-11-09',
  12: '2024-11-21',
  13: '2025-11-13',
  14: '2026-11-12',
  15: '2027-11-11',
  16: '2028-11-09',
  17: '2029-11-08',
  18: '2030-11-14',
};

/**
 * Asks the server what it is.
 *
 * @throws NotRun see {@link Database.ask}
 */
export async function serverOf(database: Database): Promise<DatabaseServer> {
  const [seen] = await database.ask(
    server,
    `select version() as says, current_setting('server_version_num') as number,
       current_setting('archive_mode') as "archiveMode", archived_count as archived,
       last_archived_time::text as "lastArchived", failed_count as "failedToArchive"
     from pg_stat_archiver`,
  );
  if (seen === undefined) throw new RangeError('The archiver is always one row');
  return seen;
}

/**
 * Judges whether it is a PostgreSQL that still gets fixes.
 *
 * @param today such as 2026-11-28
 * @returns what is wrong, in words
 */
export function judgeServer({ says, number }: DatabaseServer, today: string): string[] {
  if (!says.startsWith('PostgreSQL ')) return [`the server calls itself ${says.slice(0, 60)}`];
  const version = Math.floor(number / 10_000);
  const last = lastFixes[version] ?? (version < 10 ? '2021-11-11' : undefined);
  // A version that is not known here is newer than these.
  if (last === undefined || today <= last) return [];
  return [`PostgreSQL ${version} has had no fixes since ${last}, those of security neither`];
}
