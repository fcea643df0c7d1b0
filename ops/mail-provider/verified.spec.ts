import { expect, test } from '../../fixtures/index.ts';
import { keepJson } from '../../fixtures/test/keep-file.ts';
import { orNotRun } from '../../fixtures/test/or-not-run.ts';
import { domainOf, judgeDomains } from './judge-mail.ts';

test(
  'Mailgun has verified the domain that mail of the application comes from',
  { tag: ['@EM-03', '@write'] },
  async ({ mailgun, deliver }, testInfo) => {
    const sender = domainOf((await deliver()).message.from);
    const domains = await orNotRun(testInfo, mailgun.domainsFor(sender));
    await keepJson(testInfo, 'domains', domains);
    expect(
      judgeDomains(sender, domains),
      'Remedy: create in DNS the records that Mailgun shows for the domain, have it verify them, and set DJANGO_DEFAULT_FROM_EMAIL to an address of it',
    ).toEqual([]);
  },
);
