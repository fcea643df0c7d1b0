import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { freePorts } from '../../fixtures/embedded.ts';
import { offeredMethods } from '../../fixtures/ssh/offered-methods.ts';

/** What the machine has of its own, by where it lies there; all else is that of this machine. */
const own = {
  run: '/run',
  log: '/var/log',
  ssh: '/etc/ssh',
  passwd: '/etc/passwd',
  shadow: '/etc/shadow',
  sudoers: '/etc/sudoers',
  'logrotate.d': '/etc/logrotate.d',
  logrotate: '/var/lib/logrotate',
  fail2ban: '/etc/fail2ban',
  'apt.conf.d': '/etc/apt/apt.conf.d',
  'sources.list.d': '/etc/apt/sources.list.d',
  lists: '/var/lib/apt/lists',
  periodic: '/var/lib/apt/periodic',
  cache: '/var/cache/apt',
} as const;

const quote = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;

// Not installed by `npm test`: they would guard the machine of who runs it from then on.
const programs = {
  '/usr/sbin/sshd': 'openssh-server',
  '/usr/bin/sudo': 'sudo',
  '/usr/sbin/logrotate': 'logrotate',
  '/usr/bin/fail2ban-client': 'fail2ban',
  '/usr/sbin/nft': 'nftables',
  '/usr/sbin/ufw': 'ufw',
  '/usr/bin/unattended-upgrade': 'unattended-upgrades',
} as const;

/** Why the tests can make no machine within this one; undefined when they can. */
export function whyNoMachine(): string | undefined {
  const lacking = Object.entries(programs).flatMap(([path, name]) =>
    existsSync(path) ? [] : [name],
  );
  if (lacking.length > 0) return `needs Debian's ${lacking.join(', ')}`;
  try {
    execFileSync('unshare', ['-n', '-m', 'true'], { stdio: 'ignore' });
    return undefined;
  } catch {
    return 'needs root on Linux, and the right to mount (CAP_SYS_ADMIN)';
  }
}

/**
 * A host with real servers of its own: what it mounts is seen by no other process of this machine
 * (mount_namespaces(7)), and goes with it.
 */
export class Machine {
  readonly #sshd: ChildProcess;
  readonly folder: string;
  readonly sshPort: number;

  private constructor(sshd: ChildProcess, folder: string, sshPort: number) {
    this.#sshd = sshd;
    this.folder = folder;
    this.sshPort = sshPort;
  }

  /**
   * Starts one, set up as it should be.
   *
   * @param sudoers what the user `ops` may do as root
   */
  static async start(sudoers: string): Promise<Machine> {
    const folder = mkdtempSync(join(tmpdir(), 'construbot-host-'));
    const at = (...parts: string[]): string => join(folder, ...parts);
    for (const [name, place] of Object.entries(own)) {
      if (['passwd', 'shadow', 'fail2ban', 'apt.conf.d'].includes(name)) {
        cpSync(place, at(name), { recursive: true });
      } else if (name !== 'sudoers') mkdirSync(at(name));
    }
    for (const name of ['run/sshd', 'run/fail2ban', 'run/full', 'lists/partial', 'home/.ssh']) {
      mkdirSync(at(name), { recursive: true });
    }
    writeFileSync(at('passwd'), `ops:x:4242:4242::${at('home')}:/bin/sh\n`, { flag: 'a' });
    writeFileSync(at('shadow'), 'ops:*:19000:0:99999:7:::\n', { flag: 'a' });
    writeFileSync(at('sudoers'), `${sudoers}\n`, { mode: 0o440 });
    for (const name of ['ssh/host', 'key']) {
      execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', at(name)]);
    }
    cpSync(at('key.pub'), at('home/.ssh/authorized_keys'));
    execFileSync('chown', ['-R', '4242:4242', at('home')]);
    execFileSync('chmod', ['755', folder]);
    const [port = 0] = await freePorts(1);
    const mounts = Object.entries(own).map(
      ([name, place]) => `mount --bind ${quote(at(name))} ${place} || exit`,
    );
    writeFileSync(at('ssh/sshd_config'), sshdConfig(folder, port));
    const sshd = spawn(
      'unshare',
      ['-m', 'sh', '-c', [...mounts, 'exec /usr/sbin/sshd -D'].join('\n')],
      { stdio: 'ignore' },
    );
    const machine = new Machine(sshd, folder, port);
    try {
      await machine.isUp();
    } catch (error) {
      await machine.stop();
      throw error;
    }
    return machine;
  }

  /** Words that lead to a shell of the machine, through its own sshd. */
  get ssh(): readonly string[] {
    const options = ['BatchMode=yes', 'StrictHostKeyChecking=no', 'UserKnownHostsFile=/dev/null'];
    return [
      ...['ssh', '-p', String(this.sshPort), '-i', join(this.folder, 'key'), '-F', 'none'],
      ...options.flatMap((option) => ['-o', option]),
      'ops@127.0.0.1',
    ];
  }

  /** Words that lead to a shell of root on it. */
  get root(): readonly string[] {
    return ['nsenter', '-m', '-t', String(this.#sshd.pid)];
  }

  /** Runs a command on it as root. */
  run(command: string): string {
    const [program = '', ...words] = this.root;
    return execFileSync(program, [...words, 'sh', '-c', command], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  }

  /** Puts other settings before those of its sshd, of which the first counts, and loads them. */
  async setSshd(settings: string): Promise<void> {
    const file = join(this.folder, 'ssh/sshd_config');
    writeFileSync(file, `${settings}\n${sshdConfig(this.folder, this.sshPort)}`);
    this.#sshd.kill('SIGHUP');
    await this.isUp();
  }

  /** Writes a file on it. */
  write(name: string, content: string | Buffer, hoursAgo = 0): void {
    const path = join(this.folder, name);
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, content);
    const time = Date.now() / 1000 - hoursAgo * 3600;
    utimesSync(path, time, time);
  }

  read(name: string): string {
    return readFileSync(join(this.folder, name), 'utf8');
  }

  async isUp(): Promise<void> {
    for (let tries = 0; tries < 50 && this.#sshd.exitCode === null; tries += 1) {
      try {
        await offeredMethods({ host: '127.0.0.1', sshPort: this.sshPort });
        return;
      } catch {
        await delay(50);
      }
    }
    throw new Error('The sshd of the tests has not started');
  }

  async stop(): Promise<void> {
    if (this.#sshd.exitCode === null) {
      const ended = once(this.#sshd, 'exit');
      this.#sshd.kill('SIGTERM');
      await ended;
    }
    rmSync(this.folder, { recursive: true, force: true });
  }
}

const sshdConfig = (folder: string, port: number): string => `
Port ${port}
ListenAddress 127.0.0.1
HostKey ${folder}/ssh/host
PidFile none
UsePAM no
PasswordAuthentication no
KbdInteractiveAuthentication no
PermitRootLogin no
`;
