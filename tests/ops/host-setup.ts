import { backupFolder } from './host-looks.ts';
import type { Machine } from './machine.ts';

const megabytes = (count: number): Buffer => Buffer.alloc(count * 1024 * 1024, 'x\n');

/** Sets a machine up as the checklist wants it. */
export function setUp(machine: Machine): void {
  machine.write(
    'apt.conf.d/20auto-upgrades',
    'APT::Periodic::Update-Package-Lists "1";\nAPT::Periodic::Unattended-Upgrade "1";\n',
  );
  machine.write('periodic/update-stamp', '');
  machine.write('log/auth.log', '');
  setUpBackups(machine);
  machine.write('log/obra/obra.log', megabytes(2));
  machine.write('logrotate.d/obra', '/var/log/obra/*.log {\n  daily\n  rotate 7\n}\n');
  machine.run('logrotate /etc/logrotate.conf');
  machine.write(
    'fail2ban/fail2ban.local',
    '[Definition]\ndbfile = None\nlogtarget = /var/log/fail2ban.log\n',
  );
  setJail(machine, true);
  machine.run('fail2ban-client start');
}

/** Dumps of ten days, each a little larger than the one before. */
export function setUpBackups(machine: Machine): void {
  for (let day = 0; day < 10; day += 1) {
    machine.write(dump(day), Buffer.alloc(5000 - day), day * 24 + 1);
  }
}

/** The dump of so many days ago. */
export const dump = (day: number): string => `${backupFolder}/respaldo-${day}.sql.gz`;

/** Switches the jail of sshd on or off; what runs already does not notice. */
export function setJail(machine: Machine, isOn: boolean): void {
  machine.write(
    'fail2ban/jail.local',
    `[sshd]\nenabled = ${isOn}\nbackend = polling\nlogpath = /var/log/auth.log\naction =\n`,
  );
}

/** A repository of packages on the machine itself, with a newer bash among its security updates. */
export function publishUpdate(machine: Machine): void {
  const architecture = machine.run('dpkg --print-architecture').trim();
  machine.write(
    'repository/Packages',
    `Package: bash\nVersion: 99-1\nArchitecture: ${architecture}\nMaintainer: x\nFilename: ./bash.deb\nSize: 1\nDescription: x\n`,
  );
  machine.write('repository/Release', 'Label: Debian-Security\nSuite: stable-security\n');
  machine.write(
    'sources.list.d/seguridad.list',
    `deb [trusted=yes] file:${machine.folder}/repository ./\n`,
  );
  machine.run(
    'apt-get update -o Dir::Etc::SourceList=/dev/null -o APT::Sandbox::User=root -o APT::Update::Post-Invoke-Success::=',
  );
}
