import { z } from 'zod';
import { NotRun } from '../../fixtures/accounts/role.ts';
import { NobodyListens, type Redis } from '../../fixtures/redis/redis.ts';

/** What a Redis is, and how it does. */
export interface Standing {
  readonly found: readonly string[];
  /** As INFO has it; undefined where nobody answers. */
  readonly seen?: Readonly<Record<string, string>>;
}

const fields = {
  server: z.object({ redis_version: z.string(), uptime_in_seconds: z.string() }),
  replication: z.object({ role: z.enum(['master', 'slave']), connected_slaves: z.string() }),
  memory: z.object({
    used_memory_human: z.string(),
    maxmemory_human: z.string(),
    // What is thrown away when memory is full: the queue must not be.
    maxmemory_policy: z.string(),
  }),
} as const;

/**
 * Looks whether Redis is up and takes what it is given.
 *
 * @param reached a session, or why there is none
 * @throws NotRun where that says nothing about Redis itself
 */
export async function standingOf(reached: Redis | NotRun): Promise<Standing> {
  if (reached instanceof NobodyListens) return { found: [reached.message] };
  if (reached instanceof NotRun) throw reached;
  const reply = await reached.ask('PING');
  const pong = 'said' in reply ? reply.said : reply.refused;
  // Whatever it says then, it is up and does not serve: it may still read what it has kept.
  if (typeof pong === 'string' && pong !== 'PONG') {
    return { found: [`Redis answers PING with ${pong.slice(0, 40)}`] };
  }
  const server = await reached.info('server', fields.server);
  const replication = await reached.info('replication', fields.replication);
  const memory = await reached.info('memory', fields.memory);
  return {
    found:
      replication.role === 'master'
        ? []
        : ['it is the replica of another Redis, which takes nothing that is to be kept'],
    seen: { ...server, ...replication, ...memory },
  };
}
