import { env } from '../../fixtures/env.ts';
import { expect, test } from '../../fixtures/index.ts';
import { findingsOf } from '../../fixtures/test/findings-of.ts';
import { lookAtRestore, usualRestore } from './look.ts';

test.setTimeout((usualRestore.seconds + 60) * 1000);

test(
  'the newest backup can be restored, and what matters is in it',
  { tag: ['@DB-10', '@write'] },
  async ({ hostShell: shell }, testInfo) => {
    expect(
      await findingsOf(testInfo, 'restore', lookAtRestore(shell, env())),
      'Remedy: run the backup by hand, and read what pg_dump says',
    ).toEqual([]);
  },
);
