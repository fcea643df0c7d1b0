import { jailCommands } from './jails.ts';
import { logCommands } from './logs.ts';
import { firewallCommands } from './ports.ts';
import { sshdCommands } from './sshd.ts';

// Where Debian keeps them.
const folders: Readonly<Record<string, string>> = { 'fail2ban-client': '/usr/bin' };

/**
 * Lines of sudoers(5) that allow exactly what is asked as root, and nothing else.
 *
 * @param user whom HOST_SHELL signs in as
 */
export function sudoersFor(user: string): readonly string[] {
  const all = { ...sshdCommands, ...jailCommands, ...logCommands, ...firewallCommands };
  return Object.values(all).map((command) => {
    const [, program = '', ...words] = command.split(' ');
    const path = `${folders[program] ?? '/usr/sbin'}/${program}`;
    return `${user} ALL=(root) NOPASSWD: ${path} ${words.join(' ').replace(/[,:=\\]/g, String.raw`\$&`)}`;
  });
}
