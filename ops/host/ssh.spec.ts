import { expect, test } from '../../fixtures/index.ts';
import { offeredMethods } from '../../fixtures/ssh/offered-methods.ts';
import { findingsOf } from '../../fixtures/test/findings-of.ts';
import { judgeOffered, judgePasswords, judgeRoot, sshdSettings } from './sshd.ts';

const onlyKeys =
  'Remedy: PasswordAuthentication no and KbdInteractiveAuthentication no in the first file of /etc/ssh/sshd_config.d, sshd -t, systemctl reload ssh';

test(
  'whoever connects to SSH is offered no way in by a password',
  { tag: ['@IN-02', '@observe'] },
  async ({ server }, testInfo) => {
    const look = offeredMethods(server).then(judgeOffered);
    expect(await findingsOf(testInfo, 'ssh-methods', look), onlyKeys).toEqual([]);
  },
);

test(
  'sshd is set to take no password',
  { tag: ['@IN-02', '@observe'] },
  async ({ hostShell }, testInfo) => {
    const look = sshdSettings(hostShell).then(judgePasswords);
    expect(await findingsOf(testInfo, 'sshd', look), onlyKeys).toEqual([]);
  },
);

test(
  'sshd is set to let root in by no means',
  { tag: ['@IN-03', '@observe'] },
  async ({ hostShell }, testInfo) => {
    const look = sshdSettings(hostShell).then(judgeRoot);
    expect(
      await findingsOf(testInfo, 'sshd', look),
      'Remedy: PermitRootLogin no in the first file of /etc/ssh/sshd_config.d, systemctl reload ssh',
    ).toEqual([]);
  },
);
