import { expect, test as base } from '@playwright/test';
import { generateKeyPairSync } from 'node:crypto';
import { createTransport } from 'nodemailer';
import { NotRun } from '../../fixtures/accounts/role.ts';
import { NameServer } from '../../fixtures/dns/name-server.ts';
import { MailpitSource } from '../../fixtures/mailbox/mailpit.ts';
import type { Message } from '../../fixtures/mailbox/message.ts';
import { startSink } from '../../fixtures/mailbox/sink.ts';
import { traceOf } from '../../fixtures/mailbox/trace.ts';
import { authenticityOf, doubts, providerDoubts } from '../../ops/mail/authenticity.ts';
import { lookAtLists } from '../../ops/mail/block-lists.ts';
import { judgeContent } from '../../ops/mail/content.ts';
import { lookAtPolicies } from '../../ops/mail/policies.ts';
import { carrierOf } from '../../ops/mail/providers.ts';
import { judgeSpam } from '../../ops/mail/spam-score.ts';
import { Bind } from './bind.ts';
import { listen } from './wicked-name-server.ts';

const pair = (bits: number): { privateKey: string; record: string } => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: bits });
  const der = publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
  // A string of a TXT record has 255 signs at most.
  const parts = `v=DKIM1; k=rsa; p=${der}`.match(/.{1,250}/g) ?? [];
  return {
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    record: parts.map((part) => `"${part}"`).join(' '),
  };
};

const [key, otherKey] = [pair(2048), pair(2048)];

interface Zone {
  spf: string;
  dkim: string;
  dmarc: string;
  more: readonly string[];
}

const right: Zone = {
  spf: '"v=spf1 include:mailgun.test -all"',
  dkim: key.record,
  dmarc: '"v=DMARC1; p=quarantine"',
  more: [],
};

const zoneOf = ({ spf, dkim, dmarc, more }: Zone): string[] => [
  `obra.test. IN TXT ${spf}`,
  `mx._domainkey.obra.test. IN TXT ${dkim}`,
  `_dmarc.obra.test. IN TXT ${dmarc}`,
  'mailgun.test. IN TXT "v=spf1 ip4:192.0.2.0/24 ip4:127.0.0.1 ~all"',
  'otra.test. IN TXT "v=spf1 ip4:192.0.2.0/24 -all"',
  `mx._domainkey.otra.test. IN TXT ${key.record}`,
  '2.0.0.127.lista.test. IN A 127.0.0.2',
  ...more,
];

const text = `¡Hola desde Construbot!

Recibe este correo porque pidió restablecer la contraseña. Dirección:
https://obra.test/accounts/password/reset/key/3-abc/
`;

interface Sent {
  from: string;
  sender: string;
  /** Domain that signs; none for no signature. */
  signer: string | undefined;
  body: string;
  headers: readonly string[];
  /** What the mailbox's own server has written on top; none when it came straight from the application. */
  handedOver: string | undefined;
  /** What happens to it on its way. */
  change: (raw: string) => string;
}

const plain: Sent = {
  from: 'noreply@obra.test',
  sender: 'bounce@obra.test',
  signer: 'obra.test',
  body: text,
  headers: ['X-Spam-Status: No, score=1.2 required=5.0'],
  handedOver:
    'from m42-7.mailgun.net (m42-7.mailgun.net [192.0.2.10]) by mx.buzon.test with ESMTPS',
  change: (raw) => raw,
};

interface Arrived {
  readonly message: Message;
  readonly source: Buffer;
}

/** Signs a message, hands it to the sink by SMTP, and fetches it as the checks do. */
async function arrive(overrides: Partial<Sent>): Promise<Arrived> {
  const { from, sender, signer, body, headers, handedOver, change } = { ...plain, ...overrides };
  const composed = await createTransport({ streamTransport: true, buffer: true }).sendMail({
    from,
    to: 'qa@buzon.test',
    subject: '[Construbot] Contraseña',
    text: body,
    ...(signer === undefined
      ? {}
      : { dkim: { domainName: signer, keySelector: 'mx', privateKey: key.privateKey } }),
  });
  const date = 'Sat, 28 Nov 2026 03:00:00 +0000';
  const top = [
    ...headers,
    ...(handedOver === undefined ? [] : [`Received: ${handedOver}; ${date}`]),
  ];
  const raw = [...top, change((composed.message as Buffer).toString())].join('\r\n');
  const sink = await startSink(0, 0);
  try {
    const smtp = createTransport({ host: '127.0.0.1', port: sink.smtpPort, ignoreTLS: true });
    await smtp.sendMail({ envelope: { from: sender, to: ['qa@buzon.test'] }, raw });
    const mailbox = new MailpitSource(sink.apiUrl);
    const [message] = await mailbox.search('qa@buzon.test');
    if (message === undefined) throw new Error('It has not arrived');
    return { message, source: await mailbox.source(message.id) };
  } finally {
    await sink.close();
  }
}

type Line = 'EM-02' | 'EM-03' | 'EM-04' | 'EM-07' | 'EM-08' | 'AT-17';

const sayOf = ({
  findings,
  lacks,
}: {
  findings: readonly string[];
  lacks?: string | undefined;
}): string =>
  findings.length > 0 ? findings.join('. ') : lacks === undefined ? 'green' : `not run: ${lacks}`;

const orReason = async (look: Promise<Parameters<typeof sayOf>[0]>): Promise<string> => {
  try {
    return sayOf(await look);
  } catch (error) {
    if (error instanceof NotRun) return `not run: ${error.message}`;
    throw error;
  }
};

/** What each line comes to. */
async function verdicts(
  address: string,
  { message, source }: Arrived,
): Promise<Record<Line, string>> {
  const servers = [new NameServer(address)];
  const trace = traceOf(source);
  const { untold, ...carrier } = carrierOf(trace, ['203.0.113.1']);
  const authenticity = authenticityOf(source, trace, servers);
  const policies = lookAtPolicies(servers, 'obra.test');
  // All at once: one that ends in a reason before it is waited for would end the test.
  const [provider, authentic, lists] = await Promise.all([
    orReason(authenticity.then((one) => providerDoubts(one, 'obra.test'))),
    orReason(
      Promise.all([authenticity, policies]).then(([one, { findings }]) => ({
        findings: [...doubts(one), ...findings],
      })),
    ),
    orReason(lookAtLists(servers, trace, ['lista.test'])),
  ]);
  const said = {
    'EM-02': sayOf({ ...carrier, lacks: untold }),
    'EM-03': provider,
    'EM-04': authentic,
    'EM-07': sayOf(judgeSpam(source)),
    'EM-08': lists,
    'AT-17': sayOf({ findings: judgeContent(message, ['obra.test'], 'https:') }),
  };
  return Object.fromEntries(
    Object.entries(said).map(([line, one]) => [line, one.replaceAll(address, '#1')]),
  ) as Record<Line, string>;
}

const test = base.extend<{ bind: (zone: Partial<Zone>) => Promise<string> }>({
  bind: async ({}, use) => {
    const started: Bind[] = [];
    await use(async (zone) => {
      const bind = await Bind.start(zoneOf({ ...right, ...zone }));
      started.push(bind);
      return bind.address;
    });
    await Promise.all(started.map((bind) => bind.stop()));
  },
});

const green = {
  'EM-02': 'green',
  'EM-03': 'green',
  'EM-04': 'green',
  'EM-07': 'green',
  'EM-08': 'green',
  'AT-17': 'green',
};

const unsigned =
  'not run: no signature for obra.test verifies, by which the provider would show that it knows the domain (EM-04)';

const cases: readonly {
  readonly what: string;
  readonly zone?: Partial<Zone>;
  readonly sent?: Partial<Sent>;
  readonly says: Partial<Record<Line, unknown>>;
}[] = [
  { what: 'a message that is right', says: {} },
  {
    what: 'a message straight from the application',
    sent: { handedOver: undefined },
    says: {
      'EM-02': expect.stringMatching(
        /^the message came from 127\.0\.0\.1.* itself: no provider has carried it$/,
      ),
      'EM-08': expect.stringMatching(
        /^not run: the message came from 127.0.0.1, which no list knows/,
      ),
    },
  },
  {
    what: 'a message from the server itself',
    sent: { handedOver: 'from obra.test (obra.test [203.0.113.1]) by mx.buzon.test with ESMTP' },
    zone: { spf: '"v=spf1 ip4:203.0.113.1 -all"' },
    says: {
      'EM-02': 'the message came from 203.0.113.1 (obra.test) itself: no provider has carried it',
    },
  },
  {
    what: 'a message by an unknown relay',
    sent: {
      handedOver: 'from relay.example (relay.example [192.0.2.11]) by mx.buzon.test with ESMTP',
    },
    says: {
      'EM-02':
        'not run: the message came from 192.0.2.11 (relay.example), which is no provider that is known here',
    },
  },
  {
    what: 'no signature',
    sent: { signer: undefined },
    says: { 'EM-03': unsigned, 'EM-04': 'the message is not signed (DKIM)' },
  },
  {
    what: 'a key in DNS that is another',
    zone: { dkim: otherKey.record },
    says: {
      'EM-03': unsigned,
      'EM-04': 'the signature of obra.test (selector mx): fail, bad signature',
    },
  },
  {
    what: 'a key that is not in DNS',
    zone: { dkim: '"v=DKIM1; p="' },
    says: {
      'EM-03': unsigned,
      'EM-04': expect.stringMatching(/^the signature of obra.test \(selector mx\): neutral/),
    },
  },
  {
    what: 'a key in test mode',
    zone: { dkim: key.record.replace('k=rsa;', 'k=rsa; t=y;') },
    says: { 'EM-04': 'the key mx._domainkey.obra.test is in test mode (t=y)' },
  },
  {
    what: 'a body that was changed on the way',
    sent: { change: (raw) => `${raw}\r\nSuscríbase\r\n` },
    says: {
      'EM-03': unsigned,
      'EM-04': 'the signature of obra.test (selector mx): neutral, body hash did not verify',
    },
  },
  {
    what: 'an SPF without the address that sends',
    zone: { spf: '"v=spf1 ip4:203.0.113.7 -all"' },
    says: { 'EM-04': 'SPF of obra.test says fail of 192.0.2.10, which handed the message over' },
  },
  {
    what: 'an SPF that lets everybody send',
    zone: { spf: '"v=spf1 include:mailgun.test +all"' },
    says: { 'EM-04': 'obra.test lets everybody send' },
  },
  {
    what: 'an SPF without an end',
    zone: { spf: '"v=spf1 include:mailgun.test"' },
    says: {
      'EM-04': expect.stringMatching(/^obra.test says nothing about those who may not send/),
    },
  },
  {
    what: 'two SPF records',
    zone: { more: ['obra.test. IN TXT "v=spf1 -all"'] },
    says: { 'EM-04': expect.stringContaining('(multiple SPF records found for obra.test)') },
  },
  {
    what: 'an SPF that asks for eleven more',
    zone: {
      spf: `"v=spf1 ${Array.from({ length: 11 }, (_, one) => `include:s${one}.test`).join(' ')} -all"`,
      more: Array.from({ length: 11 }, (_, one) => `s${one}.test. IN TXT "v=spf1 -all"`),
    },
    says: { 'EM-04': expect.stringContaining('(Too many DNS requests)') },
  },
  {
    what: 'a DMARC that only watches',
    zone: { dmarc: '"v=DMARC1; p=none; rua=mailto:d@obra.test"' },
    says: {
      'EM-04':
        'DMARC of obra.test: p=none stops no forged mail. DMARC of obra.test: sp=none stops no forged mail',
    },
  },
  {
    what: 'a DMARC for one message in ten',
    zone: { dmarc: '"v=DMARC1; p=reject; pct=10"' },
    says: { 'EM-04': 'DMARC of obra.test: pct=10 lets the rest of forged mail through' },
  },
  {
    what: 'no DMARC',
    zone: { dmarc: '"google-site-verification=1"' },
    says: {
      'EM-04': 'obra.test has no DMARC policy. obra.test has no DMARC record, or more than one',
    },
  },
  {
    what: 'a signature and an envelope of another domain',
    sent: { signer: 'otra.test', sender: 'bounce@otra.test' },
    says: {
      'EM-03': unsigned,
      'EM-04':
        'the signature of otra.test (selector mx): pass, but it is not aligned with From, obra.test. SPF passes for otra.test, which is not aligned with From, obra.test',
    },
  },
  {
    what: 'a From of another domain that is in order',
    sent: { from: 'noreply@otra.test', signer: 'otra.test', sender: 'b@otra.test' },
    zone: { more: ['_dmarc.otra.test. IN TXT "v=DMARC1; p=reject"'] },
    says: { 'EM-03': 'From is of otra.test, not of obra.test (MAIL_DOMAIN)' },
  },
  {
    what: 'a message that a filter takes for spam',
    sent: { headers: ['X-Spam-Flag: YES', 'X-Spam-Status: Yes, score=7.4 required=5.0'] },
    says: {
      'EM-07': 'x-spam-status gives 7.4 points, of less than 5. x-spam-flag says that it is spam',
    },
  },
  {
    what: 'a message that Rspamd takes for spam',
    sent: { headers: ['X-Spamd-Result: default: False [6.10 / 15.00]; R_DKIM_NA(2.00)[]'] },
    says: { 'EM-07': 'x-spamd-result gives 6.1 points, of less than 5' },
  },
  {
    what: 'a mailbox without a filter',
    sent: { headers: [] },
    says: { 'EM-07': expect.stringMatching(/^not run: no filter before the mailbox leaves/) },
  },
  {
    what: 'an address on a block list',
    zone: { more: ['10.2.0.192.lista.test. IN A 127.0.0.4'] },
    says: { 'EM-08': '192.0.2.10 is listed by lista.test (127.0.0.4)' },
  },
  {
    what: 'a block list that lists everything',
    zone: {
      more: ['1.0.0.127.lista.test. IN A 127.0.0.2', '*.lista.test. IN A 127.0.0.2'],
    },
    says: { 'EM-08': 'not run: the list lista.test lists everything' },
  },
  {
    what: 'a block list that refuses us',
    zone: { more: ['10.2.0.192.lista.test. IN A 127.255.255.254'] },
    says: { 'EM-08': 'not run: the list lista.test refuses to answer this name server' },
  },
  {
    what: 'a block list that somebody else has taken over',
    zone: { more: ['10.2.0.192.lista.test. IN A 203.0.113.80'] },
    says: { 'EM-08': 'not run: the list lista.test answers as no block list does' },
  },
  {
    what: 'a link over plain HTTP',
    sent: { body: text.replace('https:', 'http:') },
    says: { 'AT-17': 'a link begins with http://, at obra.test' },
  },
  {
    what: 'a link to another host',
    sent: { body: text.replace('obra.test', 'clics.example') },
    says: { 'AT-17': 'a link leads to clics.example' },
  },
  {
    what: 'accents that were read as Latin-1',
    sent: { body: text.replace('contraseña', 'contraseÃ±a') },
    says: { 'AT-17': 'accents are broken: "Ã"' },
  },
  {
    what: 'accents that became question marks',
    sent: { body: text.replaceAll(/[^\n -~]/g, '?') },
    says: { 'AT-17': 'accents are broken: "e?a"' },
  },
];

for (const { what, zone = {}, sent = {}, says } of cases) {
  test(`${what}: ${Object.keys(says).join(', ') || 'all green'}`, async ({ bind }) => {
    const [address, arrived] = await Promise.all([bind(zone), arrive(sent)]);
    expect(await verdicts(address, arrived)).toEqual({ ...green, ...says });
  });
}

test('without a name server that answers, what asks for names is not run', async () => {
  const { address, close } = await listen('is silent');
  try {
    const began = performance.now();
    const why = 'not run: the name server #1 does not answer in time';
    expect(await verdicts(address, await arrive({}))).toEqual({
      ...green,
      'EM-03': why,
      'EM-04': why,
      'EM-08': `not run: the list lista.test cannot be asked: the name server #1 does not answer in time`,
    });
    expect(performance.now() - began).toBeLessThan(15_000);
  } finally {
    close();
  }
});
