import { expect } from '@playwright/test';
import { rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lookAtAll, backupFolder, type Found } from './host-looks.ts';
import { dump, publishUpdate, setJail, setUpBackups } from './host-setup.ts';
import type { Machine } from './machine.ts';
import { test } from './on-machine.ts';

// Each proof puts back what it changed.
test.describe.configure({ mode: 'default' });

/** Lines that are not as they should be, with what is said of them. */
const wrong = (found: Found): Record<string, string> =>
  Object.fromEntries(
    Object.entries(found)
      .filter(([, said]) => said.length > 0)
      .map(([line, said]) => [line, [said].flat().join('; ')]),
  );

test('a host that is as it should be, by ssh as a user who may just this', async ({ machine }) => {
  expect(wrong(await lookAtAll(machine.ssh, machine))).toEqual({});
});

test('the same by a shell of root', async ({ machine }) => {
  expect(wrong(await lookAtAll(machine.root, machine))).toEqual({});
});

test('a path of backups is no text of the shell', async ({ machine }) => {
  await lookAtAll(machine.ssh, machine);
  expect(machine.run(`ls -a ${machine.folder} ${machine.folder}/home`)).not.toMatch(/^robado$/m);
});

interface Proof {
  readonly what: string;
  readonly change: (machine: Machine) => unknown;
  readonly back: (machine: Machine) => unknown;
  /** Lines that turn red, and what is said of them. */
  readonly red: Readonly<Record<string, RegExp>>;
}

const sshdBack = (machine: Machine): Promise<void> => machine.setSshd('');
const backupsBack = (machine: Machine): void => {
  rmSync(join(machine.folder, backupFolder), { recursive: true });
  setUpBackups(machine);
};
const restartJails = (machine: Machine, isOn: boolean): void => {
  setJail(machine, isOn);
  machine.run('fail2ban-client stop; fail2ban-client start');
};

const proofs: readonly Proof[] = [
  {
    what: 'passwords are taken',
    change: (machine) => machine.setSshd('PasswordAuthentication yes'),
    back: sshdBack,
    red: {
      'IN-02': /passwordauthentication is on for everybody/,
      'IN-02 from outside': /offers password/,
    },
  },
  {
    what: 'only root may use a password, by a Match block',
    change: async (machine) => {
      await machine.setSshd('');
      writeFileSync(
        join(machine.folder, 'ssh/sshd_config'),
        `${machine.read('ssh/sshd_config')}\nMatch User root\n  PasswordAuthentication yes\n`,
      );
    },
    back: sshdBack,
    red: { 'IN-02': /^passwordauthentication is on for root$/ },
  },
  {
    what: 'root gets in by key',
    change: (machine) => machine.setSshd('PermitRootLogin prohibit-password'),
    back: sshdBack,
    red: { 'IN-03': /permitrootlogin is (?:without|prohibit)-password/ },
  },
  {
    what: 'updates are switched off',
    change: (machine) => {
      machine.write(
        'apt.conf.d/20auto-upgrades',
        'APT::Periodic::Update-Package-Lists "1";\nAPT::Periodic::Unattended-Upgrade "0";\n',
      );
    },
    back: (machine) => {
      machine.write(
        'apt.conf.d/20auto-upgrades',
        'APT::Periodic::Update-Package-Lists "1";\nAPT::Periodic::Unattended-Upgrade "1";\n',
      );
    },
    red: { 'IN-04': /^APT::Periodic::Unattended-Upgrade is off$/ },
  },
  {
    what: 'lists of packages are old',
    change: (machine) => {
      machine.run(
        "touch -d '5 days ago' /var/lib/apt/lists /var/lib/apt/lists/partial /var/lib/apt/periodic/update-stamp",
      );
    },
    back: (machine) => {
      machine.write('periodic/update-stamp', '');
    },
    red: { 'IN-04': /^the lists of packages are 5 days old/ },
  },
  {
    what: 'a security update waits',
    change: publishUpdate,
    back: (machine) => {
      machine.run('rm -rf /etc/apt/sources.list.d/* /var/lib/apt/lists/[!p]* /var/cache/apt/*.bin');
    },
    red: { 'IN-04': /^1 security updates wait: bash$/ },
  },
  {
    what: 'no jail is on',
    change: (machine) => {
      restartJails(machine, false);
    },
    back: (machine) => {
      restartJails(machine, true);
    },
    red: { 'IN-05': /^no jail of fail2ban is active$/ },
  },
  {
    what: 'fail2ban is off',
    change: (machine) => machine.run('fail2ban-client stop'),
    back: (machine) => machine.run('fail2ban-client start'),
    red: { 'IN-05': /^fail2ban does not run$/ },
  },
  {
    what: 'a log has no rule',
    change: (machine) => {
      rmSync(join(machine.folder, 'logrotate.d/obra'));
    },
    back: (machine) => {
      machine.write('logrotate.d/obra', '/var/log/obra/*.log {\n  daily\n  rotate 7\n}\n');
    },
    red: { 'MO-06': /^no rule of logrotate .*: \/var\/log\/obra\/obra\.log$/ },
  },
  {
    what: 'logrotate does not run',
    change: (machine) => machine.run("touch -d '9 days ago' /var/lib/logrotate/status"),
    back: (machine) => machine.run('touch /var/lib/logrotate/status'),
    red: { 'MO-06': /^logrotate has not run for 9 days$/ },
  },
  {
    what: 'a file system is full',
    change: (machine) =>
      machine.run(
        'mount -t tmpfs -o size=1m none /run/full && head -c 900k /dev/zero >/run/full/x',
      ),
    back: (machine) => machine.run('umount /run/full'),
    red: { 'MO-10': /^88 % of the space of \/run\/full is used$/ },
  },
  {
    what: 'a file system has no inodes left',
    change: (machine) =>
      machine.run(
        'mount -t tmpfs -o nr_inodes=10 none /run/full && cd /run/full && touch 1 2 3 4 5 6 7 8',
      ),
    back: (machine) => machine.run('umount /run/full'),
    red: { 'MO-10': /^90 % of the inodes of \/run\/full are used$/ },
  },
  {
    what: 'the last backup was two days ago',
    change: (machine) => {
      for (let day = 0; day < 10; day += 1) {
        const time = Date.now() / 1000 - (day * 24 + 49) * 3600;
        utimesSync(join(machine.folder, dump(day)), time, time);
      }
    },
    back: backupsBack,
    red: { 'DB-05': /is 49\.0 h old$/ },
  },
  {
    what: 'the last backup is empty',
    change: (machine) => {
      machine.write(dump(0), '', 1);
    },
    back: backupsBack,
    red: { 'DB-05': /is empty$/ },
  },
  {
    what: 'the last backup is half as large',
    change: (machine) => {
      machine.write(dump(0), Buffer.alloc(2499), 1);
    },
    back: backupsBack,
    red: { 'DB-05': /has 2499 bytes, and respaldo-1\.sql\.gz had 4999$/ },
  },
  {
    what: 'a day was left out',
    change: (machine) => {
      rmSync(join(machine.folder, dump(4)));
    },
    back: backupsBack,
    red: { 'DB-11': /^48\.0 h lie between respaldo-5\.sql\.gz and respaldo-3\.sql\.gz$/ },
  },
  {
    what: 'backups are kept for three days',
    change: (machine) => {
      for (let day = 4; day < 10; day += 1) rmSync(join(machine.folder, dump(day)));
    },
    back: backupsBack,
    red: { 'DB-11': /^the oldest backup is 3\.0 days old, less than 7$/ },
  },
  {
    what: 'backups are kept for ever',
    change: (machine) => {
      for (let day = 10; day < 40; day += 1) machine.write(dump(day), 'x', day * 24 + 1);
    },
    back: backupsBack,
    red: { 'DB-11': /^the oldest backup is 39\.0 days old, more than 30$/ },
  },
];

for (const { what, change, back, red } of proofs) {
  test(`${what}: just ${Object.keys(red).join(' and ')}`, async ({ machine }) => {
    await change(machine);
    try {
      const found = wrong(await lookAtAll(machine.ssh, machine));
      expect(Object.keys(found).sort(), JSON.stringify(found)).toEqual(Object.keys(red).sort());
      for (const [line, says] of Object.entries(red)) expect(found[line]).toMatch(says);
    } finally {
      await back(machine);
    }
  });
}
