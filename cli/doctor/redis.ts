import type { Env } from '../../fixtures/env.ts';
import { exitCode, messageOf } from '../../fixtures/failure.ts';
import { openRedis } from '../../fixtures/test/redis.ts';
import { persistenceOf, judgePersistence } from '../../ops/redis/persistence.ts';
import type { Finding } from '../doctor.ts';

const what = 'Redis';

/** Whether Redis can be asked all that the checks ask; changes nothing. */
export async function redisFinding(settings: Pick<Env, 'redis'>): Promise<Finding> {
  if (settings.redis === undefined) {
    const said =
      "REDIS_URL: whether Redis is up, locked and kept on disk; ACL SETUSER lector on '>password' resetkeys resetchannels -@all +ping +info is enough";
    return { what, state: 'missing', said };
  }
  try {
    const opened = await openRedis();
    try {
      // What is wrong there is the checks' to say: here it only has to be told.
      judgePersistence(await persistenceOf(opened));
      return { what, state: 'ok', said: 'answers' };
    } finally {
      await opened.close();
    }
  } catch (error) {
    return { what, state: 'wrong', said: messageOf(error), code: exitCode.configuration };
  }
}
