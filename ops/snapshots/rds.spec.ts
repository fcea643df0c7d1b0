import { expect, test } from '../../fixtures/index.ts';
import { judgeFreshness, judgeRetention } from './judge-backups.ts';
import { lookAtBackups } from './look.ts';

test(
  'RDS has backed the database up by itself within the last 26 hours',
  { tag: ['@DB-05', '@observe'] },
  async ({ backups }, testInfo) => {
    const { instance, snapshots } = await lookAtBackups(backups, testInfo);
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
    const { instance, snapshots } = await lookAtBackups(backups, testInfo);
    expect(
      judgeRetention(instance, snapshots, new Date()),
      'Remedy: aws rds modify-db-instance --backup-retention-period 14; RDS tells under Events why a backup is missing',
    ).toEqual([]);
  },
);
