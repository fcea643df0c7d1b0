import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const apt = (...args: string[]): boolean =>
  // Another installation on the machine is waited for.
  spawnSync('apt-get', ['-o', 'DPkg::Lock::Timeout=300', ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }).status === 0;

/**
 * Installs the first of some packages that there is, on Debian and as root; elsewhere nothing happens.
 *
 * @param names of packages, the one that is wanted most first
 */
export function installPackage(...names: readonly string[]): void {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  console.log(`Installing Debian's ${names[0] ?? ''} …`);
  apt('update', '-qq');
  names.some((name) => apt('install', '-y', '-qq', '--no-install-recommends', name));
}
