import { redisSnapshots } from '../../fixtures/aws/redis-snapshots.ts';
import { authorityOf, env } from '../../fixtures/env.ts';
import { expect, test } from '../../fixtures/index.ts';
import { keepFile } from '../../fixtures/test/keep-file.ts';
import { orNotRun } from '../../fixtures/test/or-not-run.ts';
import { judgeAge } from './judge-backups.ts';

test(
  'ElastiCache has made a snapshot of Redis within the last 26 hours',
  { tag: ['@RC-04', '@observe'] },
  async ({}, testInfo) => {
    const { elasticacheCluster: cluster, awsRegion } = env();
    testInfo.skip(
      cluster === undefined,
      'needs ELASTICACHE_CLUSTER, and AWS_PROFILE or keys of AWS',
    );
    const snapshots = await orNotRun(
      testInfo,
      redisSnapshots(cluster ?? '', awsRegion, authorityOf(env())),
    );
    await keepFile(testInfo, 'redis.json', 'application/json', JSON.stringify({ snapshots }));
    expect(
      judgeAge('Redis', snapshots, new Date()),
      'Remedy: SnapshotRetentionLimit above 0 in ElastiCache; where Redis holds only a cache, attest that',
    ).toEqual([]);
  },
);
