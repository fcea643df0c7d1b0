import { expect } from '@playwright/test';
import { parseArgsStringToArgv } from 'string-argv';
import { z } from 'zod';
import { DjangoShell } from '../../fixtures/shell/django-shell.ts';
import { HostShell } from '../../fixtures/shell/host-shell.ts';
import type { Machine } from './machine.ts';
import { test } from './on-machine.ts';
import { reasonOf } from './reason-of.ts';

const limits = { seconds: 3, bytes: 4 * 1024 * 1024 };

/** A manage.py that runs what it reads as Django's shell does. */
function setManage(machine: Machine): string {
  const name = "obra 'uno'/manage.py";
  machine.write(
    name,
    "import sys\nassert sys.argv[1:] == ['shell', '--no-color'], sys.argv\nexec(sys.stdin.read(), {})\n",
  );
  return `${machine.folder}/${name}`;
}

test('through ssh a script comes to its end, and its output comes whole', async ({ machine }) => {
  const shell = new HostShell(machine.ssh);
  expect(await shell.ask(`printf '%s' "it's ; \\"ñ\\" $HOME"`, limits)).toBe(
    `it's ; "ñ" ${machine.folder}/home`,
  );
  const long = await shell.ask('head -c 3000000 /dev/zero | tr "\\0" x', limits);
  expect(long).toBe('x'.repeat(3_000_000));
});

test('through ssh bytes of any kind come as they are', async ({ machine }) => {
  const bytes = Buffer.from(Array.from({ length: 1_000_003 }, (_, nth) => (nth * 7919) % 256));
  machine.write('bytes', bytes);
  const shell = new HostShell(machine.ssh);
  const came = await shell.read(`cat ${machine.folder}/bytes`, bytes.length, 5, async (output) => {
    const chunks: Buffer[] = [];
    for await (const chunk of output) chunks.push(chunk);
    return Buffer.concat(chunks);
  });
  expect(came.equals(bytes)).toBe(true);
});

test('words of the command with spaces and quotes lead to manage.py', async ({ machine }) => {
  // As .env.example says, a second shell there reads the words of ssh.
  const path = setManage(machine).replaceAll("'", String.raw`'\''`);
  const written = `${machine.ssh.join(' ')} python3 "'${path}'"`;
  const shell = new DjangoShell(parseArgsStringToArgv(written));
  expect(await shell.ask(z.string(), "answer = 'ñ' * 100000", limits)).toBe('ñ'.repeat(100_000));
});

test('a connection that hangs or is cut is a reason in bounded time, and others go on', async ({
  machine,
}) => {
  const shell = new HostShell(machine.ssh);
  const began = performance.now();
  const cut = 'kill -9 $(ps -o ppid= -p $PPID)';
  const [hangs, ends, whole, read] = await Promise.all([
    reasonOf(shell.ask('sleep 60', limits)),
    reasonOf(shell.ask(`echo medio; ${cut}; sleep 30`, limits)),
    shell.ask('echo entero', limits),
    reasonOf(
      shell.read(`head -c 500 /dev/zero; ${cut}; sleep 30`, 1000, 3, async (output) => {
        for await (const chunk of output) expect(chunk.length).toBeLessThanOrEqual(1000);
      }),
    ),
  ]);
  expect(hangs).toBe('the command of HOST_SHELL does not end within 3 s');
  expect(ends).toBe('the command of HOST_SHELL ends with 255');
  // Whichever is noticed first: how it ended, or that bytes lack.
  expect(read).toMatch(/ends with 255|gives other than the 1000 bytes/);
  expect(whole).toBe('entero\n');
  expect(performance.now() - began).toBeLessThan(6000);
});
