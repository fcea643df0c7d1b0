import { existsSync } from 'node:fs';
import { OperatorFailure } from '../fixtures/failure.ts';
import { installPackage } from './debian-package.ts';

/** Packages of Debian that a host in production has, and a program of each. */
const tools = {
  'openssh-server': '/usr/sbin/sshd',
  sudo: '/usr/bin/sudo',
  logrotate: '/usr/sbin/logrotate',
  fail2ban: '/usr/bin/fail2ban-client',
  nftables: '/usr/sbin/nft',
  ufw: '/usr/sbin/ufw',
  'unattended-upgrades': '/usr/bin/unattended-upgrade',
} as const;

/**
 * Makes sure that the programs of a host are there, for the project's own tests.
 *
 * @throws OperatorFailure when they are not, and could not be installed
 */
export function ensureHostTools(): void {
  const missing = (): string[] =>
    Object.entries(tools)
      .filter(([, path]) => !existsSync(path))
      .map(([name]) => name);
  for (const name of missing()) installPackage(name);
  const [first] = missing();
  if (first === undefined) return;
  throw new OperatorFailure(
    `There is no ${first}, and it could not be installed.`,
    `Install it (on Debian: apt-get install ${missing().join(' ')}); the tests run them apart from the machine's own.`,
  );
}
