import { NotRun } from '../../fixtures/accounts/role.ts';
import { endedOn, noSuchProgram } from '../../fixtures/shell/host-commands.ts';
import type { HostShell } from '../../fixtures/shell/host-shell.ts';
import type { Looked } from '../../fixtures/test/findings-of.ts';

/** What is asked as root, to whom alone fail2ban answers. */
export const jailCommands = { status: 'as_root fail2ban-client status' } as const;

// How fail2ban-client ends when nobody answers at its socket.
const notRunning = 255;

/**
 * Looks which jails of fail2ban are active.
 *
 * @throws NotRun when it cannot be asked
 */
export async function lookAtJails(shell: HostShell): Promise<Looked> {
  const { status } = await endedOn(shell, jailCommands);
  const seen = (jails: readonly string[], ...findings: string[]): Looked => ({
    findings,
    seen: { jails },
  });
  if (status.status === noSuchProgram) return seen([], 'fail2ban is not installed');
  if (status.status === notRunning) return seen([], 'fail2ban does not run');
  const [, count, list = ''] =
    /Number of jail:\s*(\d+)\s+`- Jail list:[ \t]*([\w.,\- ]*)$/m.exec(status.output) ?? [];
  const jails = list.split(/, */).filter((name) => name !== '');
  if (count === undefined || Number(count) !== jails.length) {
    throw new NotRun('fail2ban-client of HOST_SHELL answers as fail2ban does not');
  }
  return jails.length > 0 ? seen(jails) : seen([], 'no jail of fail2ban is active');
}
