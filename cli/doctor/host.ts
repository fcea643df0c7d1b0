import { sudoersFor } from '../../ops/host/grants.ts';
import { lookAtJails } from '../../ops/host/jails.ts';
import { lookAtLogs } from '../../ops/host/logs.ts';
import { sshdSettings } from '../../ops/host/sshd.ts';
import { authorityOf, type Env } from '../../fixtures/env.ts';
import { exitCode, messageOf } from '../../fixtures/failure.ts';
import { HostShell } from '../../fixtures/shell/host-shell.ts';
import { listBackups } from '../../ops/backups/backups.ts';
import { checkScratch } from '../../ops/restore/scratch.ts';
import { attempt, type Finding } from './finding.ts';

const what = 'Host';

/**
 * Says whether the shell of the host opens what it should, and what the operator would have to give.
 *
 * @param settings the configuration
 */
export async function hostFinding({
  hostShell,
  backupFolder,
  deployFolder,
  restoreDatabase,
  database,
  caFile,
}: Pick<
  Env,
  'hostShell' | 'backupFolder' | 'deployFolder' | 'restoreDatabase' | 'database' | 'caFile'
>): Promise<Finding> {
  const grants = `in /etc/sudoers.d (visudo -f), for a user ops of its own:\n    ${sudoersFor('ops').join('\n    ')}`;
  if (hostShell === undefined) {
    return {
      what,
      state: 'missing',
      said: `HOST_SHELL, such as ssh ops@host: firewall, SSH, updates, jails, logs, disks, backups; ${grants}`,
    };
  }
  return attempt(what, exitCode.configuration, async () => {
    const shell = new HostShell(hostShell);
    await shell.ask('true');
    try {
      for (const look of [lookAtJails, sshdSettings, lookAtLogs]) await look(shell);
    } catch (error) {
      const said = messageOf(error);
      throw said.includes('sudoers') ? new Error(`${said}; ${grants}`, { cause: error }) : error;
    }
    const dumps =
      backupFolder === undefined
        ? 'BACKUP_FOLDER: age and retention of dumps'
        : `${(await listBackups(shell, backupFolder)).backups.length} dumps in BACKUP_FOLDER`;
    if (restoreDatabase !== undefined) {
      await checkScratch(restoreDatabase, database, authorityOf({ caFile }));
    }
    return [
      'answers',
      dumps,
      ...(restoreDatabase === undefined
        ? ['RESTORE_DATABASE_URL: whether one can be restored']
        : []),
      ...(deployFolder === undefined ? ['DEPLOY_FOLDER: who can read the secret key there'] : []),
    ].join('; ');
  });
}
