import { expect, test } from '../../fixtures/index.ts';
import { keepJson } from '../../fixtures/test/keep-file.ts';
import { judgeAge } from './judge-backups.ts';

test(
  'ElastiCache has made a snapshot of Redis within the last 26 hours',
  { tag: ['@RC-04', '@observe'] },
  async ({ redisSnapshots }, testInfo) => {
    await keepJson(testInfo, 'redis', { snapshots: redisSnapshots });
    expect(
      judgeAge('Redis', redisSnapshots, new Date()),
      'Remedy: SnapshotRetentionLimit above 0 in ElastiCache; where Redis holds only a cache, attest that',
    ).toEqual([]);
  },
);
