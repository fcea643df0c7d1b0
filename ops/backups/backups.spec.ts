import { NotRun } from '../../fixtures/accounts/role.ts';
import { env } from '../../fixtures/env.ts';
import { expect, test } from '../../fixtures/index.ts';
import type { HostShell } from '../../fixtures/shell/host-shell.ts';
import { findingsOf, type Looked } from '../../fixtures/test/findings-of.ts';
import { listBackups, type Backup } from './backups.ts';
import { judgeNewest, judgeRetention } from './judge.ts';

async function looked(
  shell: HostShell,
  judge: (backups: readonly Backup[]) => readonly string[],
): Promise<Looked> {
  const { backupFolder } = env();
  if (backupFolder === undefined) throw new NotRun('needs BACKUP_FOLDER');
  const seen = await listBackups(shell, backupFolder);
  return { findings: judge(seen.backups), seen };
}

test(
  'the newest backup is of the last day and of its usual size',
  { tag: ['@DB-05', '@observe'] },
  async ({ hostShell }, testInfo) => {
    expect(
      await findingsOf(testInfo, 'backups', looked(hostShell, judgeNewest)),
      'Remedy: a daily dump by cron; its mail or log says why it stopped',
    ).toEqual([]);
  },
);

test(
  'backups are kept for a week to a month, without a gap',
  { tag: ['@DB-11', '@observe'] },
  async ({ hostShell }, testInfo) => {
    expect(
      await findingsOf(testInfo, 'backups', looked(hostShell, judgeRetention)),
      'Remedy: the -mtime of the find … -delete in the backup script between 7 and 30; the log of cron tells which days it did not run',
    ).toEqual([]);
  },
);
