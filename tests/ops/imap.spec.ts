import { expect, test as base } from '@playwright/test';
import { ImapFlow } from 'imapflow';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { ImapSource } from '../../fixtures/mailbox/imap.ts';
import { Dovecot, mayStartDovecot } from './dovecot.ts';
import { reasonOf } from './reason-of.ts';

const user = { name: 'qa', password: 'canario de imap' };
const ours = 'qa+corrida7@construbot.test';
const missing = "needs Debian's dovecot-imapd, and root to start it";

const letter = (to: string, subject: string): string =>
  [
    'From: Construbot <no-reply@construbot.test>',
    `To: ${to}`,
    `Subject: =?utf-8?B?${Buffer.from(subject).toString('base64')}?=`,
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from('Estimación número 7: señal, año').toString('base64'),
    '',
  ].join('\r\n');

const test = base.extend<object, { dovecot: Dovecot }>({
  dovecot: [
    async ({}, use) => {
      base.skip(!mayStartDovecot(), missing);
      const dovecot = await Dovecot.start(user);
      await use(dovecot);
      await dovecot.stop();
    },
    { scope: 'worker' },
  ],
});

const address = (port: number, { name, password } = user, folder = 'INBOX'): string =>
  `imaps://${name}:${encodeURIComponent(password)}@127.0.0.1:${port}/${folder}`;

/** What a person has open beside us: may write. */
async function besides<T>(dovecot: Dovecot, work: (client: ImapFlow) => Promise<T>): Promise<T> {
  const client = new ImapFlow({
    host: '127.0.0.1',
    port: dovecot.port,
    secure: true,
    auth: { user: user.name, pass: user.password },
    tls: { ca: dovecot.authority },
    logger: false,
  });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.logout();
  }
}

/** All that both folders hold, with flags: looked at without changing any. */
const everything = (dovecot: Dovecot): Promise<string[]> =>
  besides(dovecot, async (client) => {
    const seen: string[] = [];
    for (const folder of ['INBOX', 'Correo']) {
      await client.mailboxOpen(folder, { readOnly: true });
      for await (const one of client.fetch('1:*', { flags: true, uid: true, size: true })) {
        seen.push(`${folder} ${one.uid} ${one.size} ${[...(one.flags ?? [])].sort().join(' ')}`);
      }
    }
    return seen;
  });

test('a real server: mail is found, spam is told by its role, and nothing is marked or moved', async ({
  dovecot,
}) => {
  await besides(dovecot, async (client) => {
    await client.append('INBOX', letter(ours, 'Confirmación: año nuevo'));
    await client.append('INBOX', letter('otra@construbot.test', 'De otros'), ['\\Flagged']);
    await client.append('Correo', letter(ours, 'Restablecer contraseña'));
    await client.append('Correo', letter('otra@construbot.test', 'Oferta'));
  });
  const before = await everything(dovecot);
  expect(before).toHaveLength(4);

  const source = new ImapSource(address(dovecot.port), dovecot.authority);
  await source.ping();
  const [mail, ...more] = await source.search(ours);
  expect(more).toEqual([]);
  expect(mail).toMatchObject({ subject: 'Confirmación: año nuevo', to: [ours] });
  expect(mail?.text).toContain('Estimación número 7: señal, año');
  expect(String(await source.source(mail?.id ?? ''))).toContain('From: Construbot');
  expect((await source.spam(ours)).map(({ subject }) => subject)).toEqual([
    'Restablecer contraseña',
  ]);
  expect(await source.search('nadie@construbot.test')).toEqual([]);
  expect(await everything(dovecot)).toEqual(before);
});

test('a wrong password, another folder and an unknown authority are reasons not to run', async ({
  dovecot,
}) => {
  const wrong = { ...user, password: 'canario equivocado' };
  const refused = new ImapSource(address(dovecot.port, wrong), dovecot.authority);
  expect(await reasonOf(refused.ping())).toContain('refuses its user or password');
  const elsewhere = new ImapSource(address(dovecot.port, user, 'Otra'), dovecot.authority);
  expect(await reasonOf(elsewhere.ping())).toContain('names a folder that is not there');
  const strange = new ImapSource(address(dovecot.port));
  expect(await reasonOf(strange.ping())).toMatch(/cannot be read: \w+/);
});

for (const { what, answer } of [
  { what: 'says nothing', answer: () => undefined },
  { what: 'hangs up', answer: (socket: Socket) => socket.destroy() },
  { what: 'speaks something else', answer: (socket: Socket) => socket.end('canario\r\n') },
]) {
  test(`a server that ${what} is a reason not to run, in bounded time`, async () => {
    const server = createServer((socket) => {
      socket.on('error', () => undefined);
      answer(socket);
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as AddressInfo;
    const source = new ImapSource(address(port).replace('imaps:', 'imap:'));
    const started = Date.now();
    expect(await reasonOf(source.ping())).toMatch(/cannot be read: \w+/);
    expect(Date.now() - started).toBeLessThan(15_000);
    server.close();
  });
}
