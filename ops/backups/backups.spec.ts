import type { TestInfo } from '@playwright/test';
import { env } from '../../fixtures/env.ts';
import { expect, test } from '../../fixtures/index.ts';
import type { HostShell } from '../../fixtures/shell/host-shell.ts';
import { findingsOf } from '../../fixtures/test/findings-of.ts';
import { listBackups, type Backup } from './backups.ts';
import { judgeNewest, judgeRetention } from './judge.ts';

function judged(
  testInfo: TestInfo,
  shell: HostShell,
  judge: (backups: readonly Backup[]) => readonly string[],
): Promise<readonly string[]> {
  const { backupFolder } = env();
  testInfo.skip(backupFolder === undefined, 'needs BACKUP_FOLDER');
  const look = listBackups(shell, backupFolder ?? '').then((seen) => ({
    findings: judge(seen.backups),
    seen,
  }));
  return findingsOf(testInfo, 'backups', look);
}

test(
  'the newest backup is of the last day and of its usual size',
  { tag: ['@DB-05', '@observe'] },
  async ({ hostShell }, testInfo) => {
    expect(
      await judged(testInfo, hostShell, judgeNewest),
      'Remedy: a daily dump by cron; its mail or log says why it stopped',
    ).toEqual([]);
  },
);

test(
  'backups are kept for a week to a month, without a gap',
  { tag: ['@DB-11', '@observe'] },
  async ({ hostShell }, testInfo) => {
    expect(
      await judged(testInfo, hostShell, judgeRetention),
      'Remedy: the -mtime of the find … -delete in the backup script between 7 and 30; the log of cron tells which days it did not run',
    ).toEqual([]);
  },
);
