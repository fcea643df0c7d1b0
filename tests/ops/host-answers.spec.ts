import { expect } from '@playwright/test';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { NotRun } from '../../fixtures/accounts/role.ts';
import { HostShell } from '../../fixtures/shell/host-shell.ts';
import { endedOn } from '../../fixtures/shell/host-commands.ts';
import { offeredMethods } from '../../fixtures/ssh/offered-methods.ts';
import { lookAtPorts } from '../../ops/host/ports.ts';
import { lookAtShippers } from '../../ops/host/logs.ts';
import { lookAtAll } from './host-looks.ts';
import { test } from './on-machine.ts';

/** Why it is not run. */
async function reasonOf(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    (answer) => new Error(`it was answered: ${JSON.stringify(answer)}`),
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(NotRun);
  return (error as NotRun).message;
}

test('who may not be root is told what to allow, and the rest is looked at', async ({
  machine,
}) => {
  const sudoers = machine.read('sudoers');
  machine.write('sudoers', '');
  const found = await lookAtAll(machine.ssh, machine);
  machine.write('sudoers', sudoers);
  const missing = (program: string): string =>
    `HOST_SHELL may not run "${program}" as root: allow it in sudoers (npm run doctor shows the line), or give a shell of root`;
  expect(found).toEqual({
    'IN-02 from outside': [],
    'IN-02': missing('sshd'),
    'IN-03': missing('sshd'),
    'IN-04': [],
    'IN-05': missing('fail2ban-client'),
    'MO-06': missing('logrotate'),
    'MO-10': [],
    'DB-05': [],
    'DB-11': [],
  });
});

test('a folder that may not be listed, or is not there, is no folder without backups', async ({
  machine,
}) => {
  machine.run(`chmod 700 ${machine.folder}/respaldos*`);
  const { 'DB-05': closed } = await lookAtAll(machine.ssh, machine);
  machine.run(`chmod 755 ${machine.folder}/respaldos*`);
  const gone = { folder: '/nirgends', sshPort: machine.sshPort };
  const { 'DB-11': missing } = await lookAtAll(machine.ssh, gone);
  expect([closed, missing]).toEqual(
    Array(2).fill('BACKUP_FOLDER cannot be listed by the user of HOST_SHELL, or is not there'),
  );
});

const programs =
  'sshd apt-config apt-get dpkg-query fail2ban-client logrotate df find stat date ss ufw nft';
const liars: Readonly<Record<string, string>> = {
  'print noise': 'head -c 3000 /dev/urandom',
  'print a page': 'echo "<html>200 OK</html>"',
  'print a hundred megabytes': 'head -c 100000000 /dev/zero',
  die: 'kill -9 $$',
};

for (const [what, script] of Object.entries(liars)) {
  test(`programs that ${what} make nothing green, in bounded time`, async ({
    machine,
  }, testInfo) => {
    const folder = testInfo.outputPath('bin');
    mkdirSync(folder, { recursive: true });
    for (const name of programs.split(' ')) {
      writeFileSync(`${folder}/${name}`, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
    }
    const words = ['env', `PATH=${folder}:${process.env['PATH'] ?? ''}`];
    const began = performance.now();
    const { 'IN-02 from outside': outside, ...found } = await lookAtAll(words, machine);
    expect(outside).toEqual([]);
    for (const [line, said] of Object.entries(found)) {
      expect(typeof said, `${line}: ${String(said)}`).toBe('string');
    }
    await reasonOf(lookAtPorts(new HostShell(words), [22]));
    expect(performance.now() - began).toBeLessThan(12_000);
  });
}

test('a shell that hangs, floods, ends or is none is a reason, in bounded time', async () => {
  const limits = { seconds: 1, bytes: 65_536 };
  const began = performance.now();
  const reasons = await Promise.all(
    ['sleep 60', 'cat >/dev/null; yes', 'exit 3', 'cat >/dev/null; echo hola'].map((script) =>
      reasonOf(endedOn(new HostShell(['sh', '-c', script]), { one: 'true' }, limits)),
    ),
  );
  expect(reasons).toEqual([
    'the command of HOST_SHELL does not end within 1 s',
    'the command of HOST_SHELL says more than 65536 bytes',
    'the command of HOST_SHELL ends with 3',
    'the command of HOST_SHELL leads to no shell',
  ]);
  expect(performance.now() - began).toBeLessThan(5000);
});

const strangers: Readonly<Record<string, (socket: Socket) => void>> = {
  'says nothing': () => undefined,
  'is a page': (socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'),
  'ends at once': (socket) => socket.destroy(),
  'never stops': (socket) => {
    const more = (): void => {
      while (socket.writable && socket.write(Buffer.alloc(65_536, 'x'))) continue;
    };
    socket.on('drain', more);
    more();
  },
  'makes noise after its banner': (socket) => {
    socket.write('SSH-2.0-OpenSSH_9.2\r\n');
    socket.write(Buffer.alloc(4096, 0xff));
  },
};

test('what is no SSH server is a reason not to run, in bounded time', async () => {
  const began = performance.now();
  const before = process.memoryUsage.rss();
  for (const [what, answer] of Object.entries(strangers)) {
    const server = createServer((socket) => {
      socket.on('error', () => socket.destroy());
      answer(socket);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port: sshPort } = server.address() as AddressInfo;
    const reason = await reasonOf(offeredMethods({ host: '127.0.0.1', sshPort }));
    server.close();
    expect(reason, what).toContain(`no SSH answers at port ${sshPort} of 127.0.0.1`);
  }
  expect(performance.now() - began).toBeLessThan(15_000);
  expect(process.memoryUsage.rss() - before).toBeLessThan(200_000_000);
});

test('a program that sends logs is seen', async ({ machine }) => {
  await reasonOf(lookAtShippers(new HostShell(machine.root)));
  machine.run(
    `cp /bin/sleep /run/fluent-bit; /run/fluent-bit 30 >/dev/null 2>&1 & echo $! >/run/fluent-bit.pid`,
  );
  const seen = await lookAtShippers(new HostShell(machine.root));
  machine.run('kill $(cat /run/fluent-bit.pid)');
  expect(seen).toEqual(['fluent-bit']);
});
