import { offeredMethods } from '../../fixtures/ssh/offered-methods.ts';
import { HostShell } from '../../fixtures/shell/host-shell.ts';
import { NotRun } from '../../fixtures/accounts/role.ts';
import { listBackups } from '../../ops/backups/backups.ts';
import { judgeNewest, judgeRetention } from '../../ops/backups/judge.ts';
import { lookAtDisks } from '../../ops/host/disks.ts';
import { lookAtJails } from '../../ops/host/jails.ts';
import { lookAtLogs } from '../../ops/host/logs.ts';
import { judgeOffered, judgePasswords, judgeRoot, sshdSettings } from '../../ops/host/sshd.ts';
import { lookAtUpdates } from '../../ops/host/updates.ts';

/** Where backups lie: a path that a shell would read otherwise if it were pasted. */
export const backupFolder = 'respaldos "$(touch robado)"; `id` \' é\n';

/** What the looks at a host find, by the lines that they are for; a reason where one is not run. */
export type Found = Readonly<Record<string, readonly string[] | string>>;

/**
 * Looks at all lines that a shell of the host opens, but for its sockets, which are those of this machine.
 *
 * @param words of HOST_SHELL
 * @param folder of the machine
 */
export async function lookAtAll(
  words: readonly string[],
  { folder, sshPort }: { readonly folder: string; readonly sshPort: number },
): Promise<Found> {
  const shell = new HostShell(words);
  const backups = listBackups(shell, `${folder}/${backupFolder}`);
  const sshd = sshdSettings(shell);
  const looks: Readonly<Record<string, Promise<readonly string[]>>> = {
    'IN-02 from outside': offeredMethods({ host: '127.0.0.1', sshPort })
      .then(judgeOffered)
      .then(findings),
    'IN-02': sshd.then(judgePasswords).then(findings),
    'IN-03': sshd.then(judgeRoot).then(findings),
    'IN-04': lookAtUpdates(shell).then(findings),
    'IN-05': lookAtJails(shell).then(findings),
    'MO-06': lookAtLogs(shell).then(findings),
    // How full this machine is itself is not what is tried.
    'MO-10': lookAtDisks(shell).then((seen) =>
      findings(seen).filter((text) => text.includes(' of /run/full ')),
    ),
    'DB-05': backups.then((seen) => judgeNewest(seen.backups)),
    'DB-11': backups.then((seen) => judgeRetention(seen.backups)),
  };
  const told = Object.entries(looks).map(
    async ([line, look]) => [line, await look.catch(reasonOf)] as const,
  );
  return Object.fromEntries(await Promise.all(told));
}

const findings = (looked: { readonly findings: readonly string[] }): readonly string[] =>
  looked.findings;

function reasonOf(error: unknown): string {
  if (error instanceof NotRun) return error.message;
  throw error;
}
