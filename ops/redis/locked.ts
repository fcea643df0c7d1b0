import { NotRun } from '../../fixtures/accounts/role.ts';
import { bareHost } from '../../fixtures/bare-host.ts';
import { takesConnection } from '../../fixtures/takes-connection.ts';
import { isLoopback } from '../../fixtures/variables.ts';
import type { Redis } from '../../fixtures/redis/redis.ts';

const refusals = ['NOAUTH', 'NOPERM', 'DENIED'];
const usualPort = 6379;
const patienceMs = 3000;

/** What somebody without a password gets from Redis. */
export interface Strangers {
  readonly found: readonly string[];
  /** What PING without password was answered. */
  readonly ping: string;
  /** Ports of the target that were tried from here; none where the target is this machine. */
  readonly tried: readonly string[];
}

/**
 * Looks what somebody without a password gets: an answer of Redis, or a connection to its port at the
 * public host.
 *
 * @param redis that answers who has the password
 * @param publicHost name of the target, whose port of Redis has to be closed
 * @throws NotRun where it cannot be told
 */
export async function strangersOf(redis: Redis, publicHost: string): Promise<Strangers> {
  const ping = await pingOf(await redis.asNobody());
  const ports = isLoopback(publicHost) ? [] : [...new Set([usualPort, redis.port])];
  const opened = await Promise.all(
    ports.map(async (port) =>
      (await takesConnection(bareHost(publicHost), port, patienceMs)) ? [port] : [],
    ),
  );
  return {
    found: [
      ...(ping === 'PONG' ? ['Redis answers PING to somebody without a password'] : []),
      ...opened
        .flat()
        .map((port) => `port ${port} of ${publicHost} is open to the machine that looked`),
    ],
    ping,
    tried: ports.map((port) => `${publicHost}:${port}`),
  };
}

async function pingOf(nobody: Redis): Promise<string> {
  try {
    const reply = await nobody.ask('PING');
    if ('refused' in reply && refusals.includes(reply.refused)) return reply.refused;
    if ('said' in reply && reply.said === 'PONG') return 'PONG';
    throw new NotRun('what REDIS_URL leads to neither answers nor refuses PING without a password');
  } finally {
    await nobody.close();
  }
}
