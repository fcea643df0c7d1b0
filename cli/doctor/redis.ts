import type { Env } from '../../fixtures/env.ts';
import { exitCode } from '../../fixtures/failure.ts';
import { openRedis } from '../../fixtures/test/redis.ts';
import { persistenceOf, judgePersistence } from '../../ops/redis/persistence.ts';
import { attempt, type Finding } from './finding.ts';

const what = 'Redis';

/** Whether Redis can be asked all that the checks ask; changes nothing. */
export async function redisFinding(settings: Pick<Env, 'redis'>): Promise<Finding> {
  if (settings.redis === undefined) {
    const said =
      "REDIS_URL: whether Redis is up, locked and kept on disk; ACL SETUSER lector on '>password' resetkeys resetchannels -@all +ping +info is enough";
    return { what, state: 'missing', said };
  }
  return attempt(what, exitCode.configuration, async () => {
    const opened = await openRedis();
    try {
      // What is wrong there is the checks' to say: here it only has to be told.
      judgePersistence(await persistenceOf(opened));
      return 'answers';
    } finally {
      await opened.close();
    }
  });
}
