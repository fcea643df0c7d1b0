import type { TestInfo } from '@playwright/test';
import type { Backups, Instance, Snapshot } from '../../fixtures/aws/backups.ts';
import { expect, test } from '../../fixtures/index.ts';
import { keepFile } from '../../fixtures/test/keep-file.ts';
import { orNotRun } from '../../fixtures/test/or-not-run.ts';
import { judgeFreshness, judgeRetention } from './judge-backups.ts';

async function look(
  backups: Backups,
  testInfo: TestInfo,
): Promise<{ instance: Instance; snapshots: Snapshot[] }> {
  const instance = await orNotRun(testInfo, backups.instance());
  const snapshots = await orNotRun(testInfo, backups.snapshots());
  const text = JSON.stringify({ instance, snapshots }, null, 2);
  await keepFile(testInfo, 'snapshots.json', 'application/json', text);
  return { instance, snapshots };
}

test(
  'RDS has backed the database up by itself within the last 26 hours',
  { tag: ['@DB-05', '@observe'] },
  async ({ backups }, testInfo) => {
    const { instance, snapshots } = await look(backups, testInfo);
    expect(
      judgeFreshness(instance, snapshots, new Date()),
      'Remedy: aws rds modify-db-instance --backup-retention-period 14; RDS tells under Events why a backup failed',
    ).toEqual([]);
  },
);

test(
  'RDS keeps backups for between 7 and 30 days, and none is missing',
  { tag: ['@DB-11', '@observe'] },
  async ({ backups }, testInfo) => {
    const { instance, snapshots } = await look(backups, testInfo);
    expect(
      judgeRetention(instance, snapshots, new Date()),
      'Remedy: aws rds modify-db-instance --backup-retention-period 14; RDS tells under Events why a backup is missing',
    ).toEqual([]);
  },
);
