import { expect, test } from '@playwright/test';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Mailbox } from '../../fixtures/mailbox/mailbox.ts';
import { MailpitSource } from '../../fixtures/mailbox/mailpit.ts';
import type { Message } from '../../fixtures/mailbox/message.ts';

const message = (id: string, to: string, subject: string): Message => ({
  id,
  to: [to],
  from: 'construbot@construbot.test',
  subject,
  text: '',
  html: '',
  receivedAt: new Date(0),
});

// As Mailpit and IMAP do, the source finds an address within a longer one.
const box = new Mailbox(
  {
    search: () =>
      Promise.resolve([
        message('1', 'aqa+x@construbot.test', 'Bienvenida'),
        message('2', 'QA+x@construbot.test', 'Bienvenida'),
        message('3', 'qa+x@construbot.test', 'Contraseña'),
      ]),
    source: () => Promise.resolve(Buffer.alloc(0)),
    spam: () => Promise.resolve([]),
    ping: () => Promise.resolve(),
  },
  'qa+{tag}@construbot.test',
  0,
);
const to = box.addressFor('x');

test('mail for a longer address is not ours, mail for another case of letters is', async () => {
  const ids = (await box.arrived(to)).map(({ id }) => id);
  expect(ids).toEqual(['2', '3']);
});

test('a mail is found by its subject, past those that were seen', async () => {
  const first = await box.waitFor({ to, subject: /^Bienvenida$/ });
  expect(first.id).toBe('2');
  expect((await box.waitFor({ to, except: [first] })).id).toBe('3');
});

test('a mail that does not come is said with what came instead', async () => {
  await expect(box.waitFor({ to, subject: /Factura/ }, 0)).rejects.toThrow(
    'No mail /Factura/ for qa+x@construbot.test within 0 s; arrived: "Bienvenida", "Contraseña"',
  );
});

test('a Mailpit that asks who one is gets the name and the password of its address', async () => {
  const asked: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.url} ${request.headers.authorization}`);
    response.end('{"messages":[]}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const pair = Buffer.from('qa:c@ña').toString('base64');
  await new MailpitSource(`http://qa:c%40%C3%B1a@127.0.0.1:${port}/mail/`).ping();
  await new MailpitSource(`http://127.0.0.1:${port}`).ping();
  server.close();
  expect(asked).toEqual([
    `/mail/api/v1/messages?limit=1 Basic ${pair}`,
    '/api/v1/messages?limit=1 undefined',
  ]);
});
