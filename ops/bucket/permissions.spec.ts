import { expect, test } from '../../fixtures/index.ts';
import { keepJson } from '../../fixtures/test/keep-file.ts';
import { orNotRun } from '../../fixtures/test/or-not-run.ts';
import { endUndecided } from '../../load/end-undecided.ts';
import { judgeBucket, lookAtBucket, undecidedOf } from './judge-bucket.ts';

test(
  'the bucket lists nothing to strangers, gives them no file and lets no ACL or policy do so',
  { tag: ['@SM-06', '@observe'] },
  async ({ bucket }, testInfo) => {
    const sight = await orNotRun(testInfo, lookAtBucket(bucket));
    await keepJson(testInfo, 'bucket', sight);
    expect(
      judgeBucket(sight),
      'Remedy: Block Public Access on the bucket, no statement for Principal * in its policy, AWS_QUERYSTRING_AUTH = True, AWS_DEFAULT_ACL unset',
    ).toEqual([]);
    endUndecided(testInfo, undecidedOf(sight));
  },
);
