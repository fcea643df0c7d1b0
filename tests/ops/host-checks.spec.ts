import { expect } from '@playwright/test';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { runFolder } from '../../fixtures/run-folder.ts';
import { readRun } from '../../report/run.ts';
import { backupFolder } from './host-looks.ts';
import { dump } from './host-setup.ts';
import { test } from './on-machine.ts';

/** Runs the checks themselves, as the operator does; what they say, by their titles. */
async function run(variables: Readonly<Record<string, string>>): Promise<Record<string, string>> {
  const runId = `op${Math.random().toString(36).slice(2, 8)}`;
  const child = spawn(
    process.execPath,
    ['node_modules/.bin/playwright', 'test', '--project=ops', 'ops/host', 'ops/backups'],
    {
      cwd: join(import.meta.dirname, '..', '..'),
      stdio: 'ignore',
      env: {
        ...process.env,
        // Nothing asks there: what is looked at is the host.
        BASE_URL: 'https://127.0.0.1:1',
        RUN_ID: runId,
        HOST_SHELL: '',
        HOST_ADDRESS: '',
        BACKUP_FOLDER: '',
        ...variables,
      },
    },
  );
  await once(child, 'close');
  const checks = readRun(join(runFolder(runId), 'items.json'))?.checks ?? [];
  rmSync(runFolder(runId), { recursive: true, force: true });
  return Object.fromEntries<string>(
    checks.map(({ check, status, reason }) => [check.split(' › ').at(-1) ?? '', reason ?? status]),
  );
}

const titles = {
  offered: 'whoever connects to SSH is offered no way in by a password',
  backups: 'the newest backup is of the last day and of its usual size',
  retention: 'backups are kept for a week to a month, without a gap',
  disks: 'every file system has a fifth of its space and inodes free',
  root: 'sshd is set to let root in by no means',
  jails: 'a jail of fail2ban is active',
  ports: 'from outside only SSH, HTTP and HTTPS take connections',
} as const;

test('with what it takes the checks have verdicts, without it they name the variable', async ({
  machine,
}) => {
  test.setTimeout(120_000);
  machine.write(dump(0), '', 1);
  const given = await run({
    HOST_SHELL: machine.ssh.join(' '),
    HOST_ADDRESS: `127.0.0.1:${machine.sshPort}`,
    BACKUP_FOLDER: `${machine.folder}/${backupFolder}`,
  });
  const { disks, ...rest } = titles;
  expect(given[disks]).toMatch(/is used.*; npm run attest takes who is told of a full disk$/);
  expect(Object.values(rest).map((title) => given[title])).toEqual([
    'passed',
    'failed',
    'passed',
    'passed',
    'passed',
    'this machine is not outside: run it from another one',
  ]);

  const bare = await run({});
  expect(new Set(Object.values(bare))).toEqual(
    new Set([
      'needs HOST_SHELL',
      'this machine is not outside: run it from another one',
      'no SSH answers at port 22 of 127.0.0.1: give its place as HOST_ADDRESS=host:port',
    ]),
  );
});
