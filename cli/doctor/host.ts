import { sudoersFor } from '../../ops/host/grants.ts';
import { lookAtJails } from '../../ops/host/jails.ts';
import { lookAtLogs } from '../../ops/host/logs.ts';
import { sshdSettings } from '../../ops/host/sshd.ts';
import { NotRun } from '../../fixtures/accounts/role.ts';
import type { Env } from '../../fixtures/env.ts';
import { HostShell } from '../../fixtures/shell/host-shell.ts';
import { listBackups } from '../../ops/backups/backups.ts';

/** One line of the doctor's. */
export interface HostFinding {
  readonly what: string;
  readonly said: string;
  readonly state: 'ok' | 'missing' | 'wrong';
}

/**
 * Says whether the shell of the host opens what it should, and what the operator would have to give.
 *
 * @param settings the configuration
 */
export async function host({ hostShell, backupFolder }: Env): Promise<HostFinding> {
  const what = 'Host';
  const grants = `in /etc/sudoers.d (visudo -f), for a user ops of its own:\n    ${sudoersFor('ops').join('\n    ')}`;
  if (hostShell === undefined) {
    return {
      what,
      state: 'missing',
      said: `HOST_SHELL, such as ssh ops@host: firewall, SSH, updates, jails, logs, disks, backups; ${grants}`,
    };
  }
  const shell = new HostShell(hostShell);
  try {
    await shell.ask('true');
    for (const look of [lookAtJails, sshdSettings, lookAtLogs]) await look(shell);
    if (backupFolder === undefined) {
      return { what, state: 'missing', said: 'answers; BACKUP_FOLDER: age and retention of dumps' };
    }
    const { backups } = await listBackups(shell, backupFolder);
    return { what, state: 'ok', said: `answers; ${backups.length} dumps in BACKUP_FOLDER` };
  } catch (error) {
    if (!(error instanceof NotRun)) throw error;
    const said = error.message.includes('sudoers') ? `${error.message}; ${grants}` : error.message;
    return { what, state: 'wrong', said };
  }
}
