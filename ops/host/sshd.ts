import { NotRun } from '../../fixtures/accounts/role.ts';
import { endedOn, noSuchProgram } from '../../fixtures/shell/host-commands.ts';
import type { HostShell } from '../../fixtures/shell/host-shell.ts';
import type { Looked } from '../../fixtures/test/findings-of.ts';

/** What is asked as root: the settings for all, and those for root from an address far away. */
export const sshdCommands = {
  everybody: 'as_root sshd -T',
  root: 'as_root sshd -T -C user=root,host=example.org,addr=203.0.113.1',
} as const;

const kinds = ['passwordauthentication', 'kbdinteractiveauthentication'] as const;
const wanted = [...kinds, 'permitrootlogin'];

/** What counts in the end of sshd's configuration, by whom it is for. */
export type SshdSettings = Record<keyof typeof sshdCommands, Readonly<Record<string, string>>>;

/**
 * Reads what sshd makes of its configuration (sshd(8), `-T`). `Match` blocks count as far as they are for
 * root or all; who else gets in by one is not seen.
 *
 * @throws NotRun when sshd says nothing of it
 */
export async function sshdSettings(shell: HostShell): Promise<SshdSettings> {
  const { everybody, root } = await endedOn(shell, sshdCommands);
  return { everybody: settingsIn(everybody), root: settingsIn(root) };
}

function settingsIn({ status, output }: { status: number; output: string }) {
  if (status === noSuchProgram) throw new NotRun('the host of HOST_SHELL has no sshd');
  // Older versions call the second kind otherwise (OpenSSH 8.7 renamed it).
  const lines = output
    .replace(/^challengeresponseauthentication /m, 'kbdinteractiveauthentication ')
    .split('\n')
    .flatMap((line) => {
      const [, name = '', value = ''] = /^([a-z]+) (yes|no|[a-z-]{1,30})$/.exec(line) ?? [];
      return wanted.includes(name) ? [[name, value] as const] : [];
    });
  const settings = Object.fromEntries(lines);
  if (status === 0 && wanted.every((name) => name in settings)) return settings;
  throw new NotRun(`sshd -T of HOST_SHELL does not tell its settings, it ends with ${status}`);
}

/** Whether somebody signs in by a password. */
export function judgePasswords(settings: SshdSettings): Looked {
  const findings = Object.entries(settings).flatMap(([who, of]) =>
    kinds.filter((kind) => of[kind] !== 'no').map((kind) => `${kind} is on for ${who}`),
  );
  return { findings, seen: settings };
}

/** Whether root signs in. */
export function judgeRoot(settings: SshdSettings): Looked {
  const values = Object.values(settings).map(({ permitrootlogin = '' }) => permitrootlogin);
  const findings = [...new Set(values)]
    .filter((value) => value !== 'no')
    .map((value) => `permitrootlogin is ${value}`);
  return { findings, seen: settings };
}

/** Whether the methods that a server offers need more than a password. */
export function judgeOffered(methods: readonly string[]): Looked {
  const findings = methods
    .filter((method) => ['none', 'password', 'keyboard-interactive'].includes(method))
    .map((method) => `the server offers ${method} to whoever connects`);
  return { findings, seen: { methods } };
}
