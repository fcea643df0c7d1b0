import { env } from '../../fixtures/env.ts';
import { expect, test } from '../../fixtures/index.ts';
import { keepFile } from '../../fixtures/test/keep-file.ts';
import { orNotRun } from '../../fixtures/test/or-not-run.ts';
import { domainOf, judgeEvents } from './judge-mail.ts';

test(
  'Mailgun has delivered a mail of the application, by its own account',
  { tag: ['@EM-02', '@write'] },
  async ({ mailgun, deliver }, testInfo) => {
    const waitMs = env().mailWaitSeconds * 1000;
    test.setTimeout(90_000 + 2 * waitMs);
    const { from, to } = (await deliver()).message;
    const [recipient = ''] = to;
    const domains = await orNotRun(testInfo, mailgun.domainsFor(domainOf(from)));
    const events = await orNotRun(
      testInfo,
      Promise.all(domains.map(({ domain }) => mailgun.events(domain.name, recipient, waitMs))),
    );
    await keepFile(testInfo, 'events.json', 'application/json', JSON.stringify(events.flat()));
    expect(
      judgeEvents(recipient, events.flat()),
      "Remedy: DJANGO_MAILGUN_API_KEY and MAILGUN_SENDER_DOMAIN of this account; Mailgun's log tells why a message failed",
    ).toEqual([]);
  },
);
