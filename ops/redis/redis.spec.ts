import { expect, test } from '../../fixtures/index.ts';
import { keepJson } from '../../fixtures/test/keep-file.ts';
import { orNotRun } from '../../fixtures/test/or-not-run.ts';
import { strangersOf } from './locked.ts';
import { judgePersistence, persistenceOf } from './persistence.ts';
import { standingOf } from './standing.ts';

test(
  'Redis answers PING, and takes what it is given',
  { tag: ['@RC-01', '@observe'] },
  async ({ reachedRedis }, testInfo) => {
    const { found, seen } = await orNotRun(testInfo, standingOf(reachedRedis));
    await keepJson(testInfo, 'redis', seen ?? {});
    expect(
      found,
      'Remedy: docker compose up -d redis; docker compose logs redis tells why',
    ).toEqual([]);
  },
);

test(
  'Redis refuses whoever has no password, and its port is closed at the public host',
  { tag: ['@RC-02', '@observe'] },
  // With the password it answers: the fixture has asked it.
  async ({ redis, baseURL }, testInfo) => {
    const looked = strangersOf(redis, new URL(baseURL ?? '').hostname);
    const { found, ...seen } = await orNotRun(testInfo, looked);
    await keepJson(testInfo, 'strangers', seen);
    expect(
      found,
      'Remedy: requirepass (ElastiCache: AUTH), with the password in REDIS_URL, CELERY_BROKER_URL and CELERY_RESULT_BACKEND; publish no port of Redis',
    ).toEqual([]);
  },
);

test(
  'Redis keeps its data on disk, and its last save went well',
  { tag: ['@RC-03', '@observe'] },
  async ({ redis }, testInfo) => {
    const told = await orNotRun(testInfo, persistenceOf(redis));
    await keepJson(testInfo, 'persistence', told);
    expect(
      await orNotRun(testInfo, () => judgePersistence(told)),
      'Remedy: appendonly yes or a save rule, and a volume at /data; docker compose logs redis tells why a save failed',
    ).toEqual([]);
  },
);
