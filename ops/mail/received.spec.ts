import { env } from '../../fixtures/env.ts';
import { expect, test } from '../../fixtures/index.ts';
import { NotRun } from '../../fixtures/accounts/role.ts';
import { endInconclusive } from '../../fixtures/test/inconclusive.ts';
import { endLooked, looked } from '../looked.ts';
import { authenticityOf, doubts, providerDoubts } from './authenticity.ts';
import { lookAtLists } from './block-lists.ts';
import { lookAtPolicies } from './policies.ts';
import { carrierOf } from './providers.ts';
import { judgeSpam } from './spam-score.ts';

const write = (...items: string[]): { tag: string[] } => ({ tag: [...items, '@write'] });

const mailDomain = (): string => {
  const { mailDomain: given } = env();
  if (given === undefined) throw new NotRun('needs MAIL_DOMAIN');
  return given;
};

test(
  'a provider has carried the message to the mailbox',
  write('@EM-02'),
  async ({ realDelivered: { trace } }, testInfo) => {
    const { untold, ...seen } = carrierOf(trace, env().expectedAddresses);
    await looked(testInfo, 'carrier', () => Promise.resolve({ ...seen, ...trace }));
    expect(
      seen.findings,
      'Remedy: anymail with the key and the domain of a provider, and EMAIL_BACKEND of production.py',
    ).toEqual([]);
    // eslint-disable-next-line playwright/no-conditional-in-test -- a provider that is not known is no failure
    if (untold !== undefined) endInconclusive(testInfo, untold);
  },
);

test(
  'the message is from the domain that the provider has verified',
  write('@EM-03'),
  async ({ realDelivered: { source, trace }, nameServers }, testInfo) => {
    const seen = await looked(testInfo, 'sender', async () => {
      const domain = mailDomain();
      const authenticity = await authenticityOf(source, trace, nameServers);
      return { ...providerDoubts(authenticity, domain), authenticity };
    });
    expect(
      seen.findings,
      'Remedy: DJANGO_DEFAULT_FROM_EMAIL with an address of the domain that the provider has verified',
    ).toEqual([]);
    endLooked(testInfo, seen);
  },
);

test(
  'SPF and DKIM of the message verify again and are aligned with From',
  write('@EM-04'),
  async ({ realDelivered: { source, trace }, nameServers }, testInfo) => {
    const seen = await looked(testInfo, 'authenticity', async () => {
      const authenticity = await authenticityOf(source, trace, nameServers);
      return { findings: doubts(authenticity), authenticity };
    });
    expect(
      seen.findings,
      "Remedy: the provider's include in SPF and its DKIM key in DNS; From and MAILGUN_SENDER_DOMAIN of one domain",
    ).toEqual([]);
  },
);

test(
  'SPF and DMARC of the domain keep strangers from writing in its name',
  { tag: ['@EM-04', '@observe'] },
  async ({ nameServers }, testInfo) => {
    const seen = await looked(testInfo, 'policies', async () =>
      lookAtPolicies(nameServers, mailDomain()),
    );
    expect(
      seen.findings,
      'Remedy: one SPF record that ends in ~all or -all, and _dmarc with p=quarantine or p=reject',
    ).toEqual([]);
  },
);

test(
  'filters give the message less than five points',
  write('@EM-07'),
  async ({ realDelivered: { source } }, testInfo) => {
    const seen = await looked(testInfo, 'spam-score', () => Promise.resolve(judgeSpam(source)));
    expect(
      seen.findings,
      'Remedy: the headers of the message name the rules that gave points',
    ).toEqual([]);
    endLooked(testInfo, seen);
  },
);

test(
  'the address that sent the message is on no block list',
  write('@EM-08'),
  async ({ realDelivered: { trace }, nameServers }, testInfo) => {
    const { dnsblZones } = env();
    const seen = await looked(testInfo, 'block-lists', () =>
      lookAtLists(nameServers, trace, dnsblZones),
    );
    expect(
      seen.findings,
      'Remedy: ask the list to remove the address, or the provider for another pool or a dedicated one',
    ).toEqual([]);
    endLooked(testInfo, seen);
  },
);
