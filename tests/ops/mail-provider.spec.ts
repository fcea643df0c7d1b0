import { expect, test } from '@playwright/test';
import { Mailgun } from '../../fixtures/vendor/mailgun.ts';
import { judgeDomains, judgeEvents } from '../../ops/mail-provider/judge-mail.ts';
import { reasonOf } from './reason-of.ts';
import { withRecorded, type Answers } from './vendors/recorded.ts';

const token = 'key-canario-de-mailgun';
const basic = `Basic ${Buffer.from(`api:${token}`).toString('base64')}`;
const mailgunAt = (url: URL): Mailgun => new Mailgun({ url, token }, undefined);
const [sender, name] = ['construbot.test', 'mg.construbot.test'];

const spf = {
  record_type: 'TXT',
  valid: 'valid',
  name,
  value: 'v=spf1 include:mailgun.org ~all',
  is_active: true,
  cached: [],
};

/** As https://documentation.mailgun.com shows one under GET /v4/domains/{name}. */
const verified = {
  domain: { id: '5', name, state: 'active', type: 'custom', is_disabled: false },
  receiving_dns_records: [{ record_type: 'MX', valid: 'unknown', value: 'mxa.mailgun.org' }],
  sending_dns_records: [spf, { ...spf, name: `k1._domainkey.${name}`, value: 'k=rsa; p=MIG' }],
};

const account = (domain: object): Answers => ({
  '/v4/domains': { total_count: 2, items: [{ name: 'otra.example' }, { name }] },
  [`/v4/domains/${name}`]: domain,
});

const domains: readonly { what: string; domain: object; from: string; says: readonly string[] }[] =
  [
    { what: 'below that of the sender', domain: verified, from: sender, says: [] },
    { what: 'of the sender itself', domain: verified, from: name, says: [] },
    {
      what: 'that is not verified',
      domain: { ...verified, domain: { ...verified.domain, state: 'unverified' } },
      from: sender,
      says: [`the provider calls ${name} unverified`],
    },
    {
      what: 'with a wrong record',
      domain: { ...verified, sending_dns_records: [spf, { ...spf, valid: 'invalid' }] },
      from: sender,
      says: [`the record TXT ${name} of ${name} is invalid`],
    },
    {
      what: 'of somebody else',
      domain: verified,
      from: 'construbot.org',
      says: ['the account of the provider has no domain for construbot.org'],
    },
  ];

for (const { what, domain, from, says } of domains) {
  test(`a domain in Mailgun ${what}`, async () => {
    await withRecorded(basic, account(domain), async ({ url }) => {
      expect(judgeDomains(from, await mailgunAt(url).domainsFor(from))).toEqual(says);
    });
  });
}

const recipient = 'qa+ana@example.com';
/** As https://documentation.mailgun.com shows them under GET /v3/{domain_name}/events. */
const event = (what: string, further = {}): object => ({
  event: what,
  id: 'W3X4JOhFT-OZidZGKKr9iA',
  timestamp: 1_795_000_000.5,
  recipient,
  message: { headers: { 'message-id': '20261128@mg.construbot.test' } },
  ...further,
});

const events: readonly { what: string; items: readonly object[]; says: readonly string[] }[] = [
  { what: 'was delivered', items: [event('accepted'), event('delivered')], says: [] },
  {
    what: 'was delivered at the second try',
    items: [event('failed', { severity: 'temporary' }), event('delivered')],
    says: [],
  },
  {
    what: 'is unknown',
    items: [],
    says: [`the provider knows of no mail for ${recipient}`],
  },
  {
    what: 'only got as far as the queue',
    items: [event('accepted')],
    says: [`the provider has not delivered the mail for ${recipient}: accepted`],
  },
  {
    what: 'came back',
    items: [event('accepted'), event('failed', { severity: 'permanent' })],
    says: [`the provider has not delivered the mail for ${recipient}: accepted, failed`],
  },
];

for (const { what, items, says } of events) {
  test(`a mail that ${what}`, async () => {
    const answers = { [`/v3/${name}/events`]: { items, paging: {} } };
    await withRecorded(basic, answers, async ({ url, asked }) => {
      const found = await mailgunAt(url).events(name, recipient, 200);
      expect(judgeEvents(recipient, found)).toEqual(says);
      expect(asked[0]).toBe(`GET /v3/${name}/events?limit=50&recipient=qa%2Bana%40example.com`);
    });
  });
}

test('a wrong key is a reason not to run', async () => {
  await withRecorded('Basic another', {}, async ({ url }) => {
    expect(await reasonOf(mailgunAt(url).domainsFor(sender))).toContain(
      'refuses the token (401), which needs to be a key of the account',
    );
  });
});
