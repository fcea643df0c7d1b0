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
  if (!isUpToDate(names.slice(0, 1))) return;
  names.some((name) => install(name));
}

/**
 * Installs packages that are all needed, on Debian and as root; elsewhere nothing happens.
 *
 * @param names of packages
 */
export function installPackages(names: readonly string[]): void {
  if (isUpToDate(names)) install(...names);
}

const install = (...names: readonly string[]): boolean =>
  apt('install', '-y', '-qq', '--no-install-recommends', ...names);

/** Brings the list of packages up to date, where packages can be installed at all. */
function isUpToDate(wanted: readonly string[]): boolean {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  console.log(`Installing Debian's ${wanted.join(', ')} …`);
  apt('update', '-qq');
  return true;
}
