import { halfProved } from '../../fixtures/half-proved.ts';
import { expect, test } from '../../fixtures/index.ts';
import { findingsOf } from '../../fixtures/test/findings-of.ts';
import { orNotRun } from '../../fixtures/test/or-not-run.ts';
import { lookAtDisks } from './disks.ts';
import { lookAtJails } from './jails.ts';
import { lookAtLogs, lookAtShippers } from './logs.ts';
import { lookAtRestarts } from './restarts.ts';
import { lookAtUpdates } from './updates.ts';

test(
  'the host installs security updates by itself, and none waits',
  { tag: ['@IN-04', '@observe'] },
  async ({ hostShell }, testInfo) => {
    expect(
      await findingsOf(testInfo, 'updates', lookAtUpdates(hostShell)),
      'Remedy: apt install unattended-upgrades, dpkg-reconfigure -plow unattended-upgrades, apt upgrade',
    ).toEqual([]);
  },
);

test(
  'a jail of fail2ban is active',
  { tag: ['@IN-05', '@observe'] },
  async ({ hostShell }, testInfo) => {
    expect(
      await findingsOf(testInfo, 'jails', lookAtJails(hostShell)),
      'Remedy: apt install fail2ban, [sshd] enabled = true in /etc/fail2ban/jail.local, systemctl enable --now fail2ban',
    ).toEqual([]);
  },
);

test(
  'logs are rotated before they fill the disk',
  { tag: ['@MO-06', '@observe'] },
  async ({ hostShell }, testInfo) => {
    expect(
      await findingsOf(testInfo, 'logs', lookAtLogs(hostShell)),
      'Remedy: logging options max-size and max-file for each service in docker-compose.yml; a rule in /etc/logrotate.d for files',
    ).toEqual([]);
  },
);

test(
  'a program sends the logs of the host elsewhere',
  { tag: ['@MO-07', '@observe'] },
  async ({ hostShell }, testInfo) => {
    const seen = await orNotRun(testInfo, lookAtShippers(hostShell));
    expect(seen).not.toEqual([]);
  },
);

test(
  'every file system has a fifth of its space and inodes free',
  { tag: ['@MO-10', '@observe'] },
  async ({ hostShell }, testInfo) => {
    const look = lookAtDisks(hostShell);
    expect(
      await findingsOf(testInfo, 'disks', look),
      'Remedy: docker image prune, journalctl --vacuum-size=500M, old dumps away, or a larger disk',
    ).toEqual([]);
    // That somebody is told in time is the other half of the line, which no look shows.
    const { fullest } = await look;
    const half = halfProved(`${fullest}, no file system is fuller`, 'who is told of a full disk');
    await orNotRun(testInfo, Promise.reject(half));
  },
);

test(
  'what runs the worker of Celery starts it anew',
  { tag: ['@RC-07', '@observe'] },
  async ({ hostShell }, testInfo) => {
    expect(
      await findingsOf(testInfo, 'restarts', lookAtRestarts(hostShell)),
      'Remedy: restart: unless-stopped at celeryworker in docker-compose.yml; with systemd Restart=always and systemctl enable',
    ).toEqual([]);
  },
);
