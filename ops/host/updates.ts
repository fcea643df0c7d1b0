import { NotRun } from '../../fixtures/accounts/role.ts';
import { endedOn, noSuchProgram } from '../../fixtures/shell/host-commands.ts';
import type { HostShell } from '../../fixtures/shell/host-shell.ts';
import type { Looked } from '../../fixtures/test/findings-of.ts';

/** After so many days without new lists of packages nothing can be told of what is pending. */
const mostDays = 3;

const commands = {
  settings: 'apt-config dump APT::Periodic',
  package: "dpkg-query -W -f '${db:Status-Status}' unattended-upgrades",
  // Simulates: locks and changes nothing (apt-get(8)).
  pending: 'apt-get -s upgrade | grep "^Inst"',
  // Files that the daily job of apt touches, and where the lists lie.
  refreshed:
    'date +%s; stat -c %Y /var/lib/apt/periodic/update-stamp /var/lib/apt/periodic/update-success-stamp /var/lib/apt/lists/partial /var/lib/apt/lists',
} as const;

/**
 * Looks whether security updates come by themselves, and whether one waits.
 *
 * @throws NotRun where there is no apt
 */
export async function lookAtUpdates(shell: HostShell): Promise<Looked> {
  const ended = await endedOn(shell, commands);
  if (ended.settings.status === noSuchProgram) {
    throw new NotRun(
      'the host of HOST_SHELL has no apt: security updates can be seen on Debian only',
    );
  }
  const [now = 0, ...stamps] = ended.refreshed.output.trim().split('\n').map(Number);
  const days = (now - Math.max(...stamps)) / 86_400;
  const isTold = ended.settings.status === 0 && ended.pending.status <= 1 && Number.isFinite(days);
  if (!isTold) throw new NotRun('apt of HOST_SHELL does not tell its settings and updates');
  const isOn = (name: string): boolean =>
    new RegExp(`^APT::Periodic::${name} "(?!0|never)[\\w]+";$`, 'm').test(ended.settings.output);
  const pending = ended.pending.output
    .split('\n')
    // Inst openssl [3.0.1-1] (3.0.1-2 Debian-Security:12/stable-security [amd64])
    .flatMap((line) => /^Inst ([\w.+:-]{1,80}) .*\([^)]*security/i.exec(line)?.[1] ?? []);
  const findings = [
    ...(ended.package.output === 'installed' ? [] : ['unattended-upgrades is not installed']),
    ...['Unattended-Upgrade', 'Update-Package-Lists']
      .filter((name) => !isOn(name))
      .map((name) => `APT::Periodic::${name} is off`),
    ...(pending.length === 0 ? [] : [`${pending.length} security updates wait: ${few(pending)}`]),
    ...(days > mostDays
      ? [`the lists of packages are ${Math.floor(days)} days old: what waits cannot be told`]
      : []),
  ];
  return { findings, seen: { ...ended, days } };
}

/** The first of some names. */
export const few = (names: readonly string[]): string =>
  names.slice(0, 10).join(', ') + (names.length > 10 ? ' …' : '');
