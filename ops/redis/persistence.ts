import { z } from 'zod';
import { NotRun } from '../../fixtures/accounts/role.ts';
import type { Redis } from '../../fixtures/redis/redis.ts';

const flag = z.enum(['0', '1']).transform((text) => text === '1');
const outcome = z.enum(['ok', 'err']);
const count = z.coerce.number().int();

const persistence = z.object({
  aof_enabled: flag,
  aof_last_write_status: outcome,
  aof_last_bgrewrite_status: outcome,
  rdb_last_bgsave_status: outcome,
  /** In seconds since 1970; the start of the server until it has saved. */
  rdb_last_save_time: count,
  rdb_changes_since_last_save: count,
  /** Since the start; unknown before Redis 7. */
  rdb_saves: count.optional(),
});

/** What Redis tells of its data on disk. */
export interface Persistence extends z.infer<typeof persistence> {
  /** When it saves by itself, empty for never; undefined where that is not told. */
  readonly saveRule: string | undefined;
}

/**
 * Asks what Redis keeps on disk.
 *
 * @throws NotRun see {@link Redis.info}
 */
export async function persistenceOf(redis: Redis): Promise<Persistence> {
  const told = await redis.info('persistence', persistence);
  const reply = await redis.ask('CONFIG', 'GET', 'save');
  // Refused to a user without the right, and on servers of Amazon to everyone.
  const rule = z.tuple([z.literal('save'), z.string()]).safeParse('said' in reply && reply.said);
  return { ...told, saveRule: rule.data?.[1] };
}

/**
 * Judges whether Redis would have its data again after a start.
 *
 * @returns what is wrong, in words
 * @throws NotRun where it cannot be told whether it saves at all
 */
export function judgePersistence(told: Persistence): string[] {
  const failed = [
    ...(told.rdb_last_bgsave_status === 'err' ? ['the last save to disk failed (RDB)'] : []),
    ...(told.aof_enabled && told.aof_last_write_status === 'err'
      ? ['the last write to the append-only file failed']
      : []),
    ...(told.aof_enabled && told.aof_last_bgrewrite_status === 'err'
      ? ['the last rewrite of the append-only file failed']
      : []),
  ];
  if (failed.length > 0 || told.aof_enabled) return failed;
  if (told.saveRule === '') return ['nothing is kept on disk: no save rule, and AOF is off'];
  if (told.saveRule !== undefined || (told.rdb_saves ?? 0) > 0) return [];
  throw new NotRun(
    'AOF is off, nothing was saved since the start, and whether a save rule is on is not told: ACL SETUSER … +config|get for the user of REDIS_URL, or attest it',
  );
}
