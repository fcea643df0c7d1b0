import { expect, test } from '@playwright/test';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { DjangoShell } from '../../fixtures/shell/django-shell.ts';
import { Sentry } from '../../fixtures/vendor/sentry.ts';
import { judgeAlerts, judgeMailAlerts } from '../../ops/sentry/judge-alerts.ts';
import { judgeEvent, sendEvent } from '../../ops/sentry/send-event.ts';
import { hasMoto, motoPython } from './aws/moto.ts';
import { reasonOf } from './reason-of.ts';
import { withRecorded, type Recorded } from './vendors/recorded.ts';
import { wickedWays, withServer } from './wicked.ts';

const token = 'sntryu_canario-de-sentry';
const bearer = `Bearer ${token}`;
const project = '/api/0/projects/obras/construbot';
const sentryAt = (url: URL): Sentry =>
  new Sentry({ url, token, project: 'obras/construbot' }, undefined);

const mail = {
  id: 'sentry.mail.actions.NotifyEmailAction',
  targetType: 'Team',
  targetIdentifier: 4524986223,
  name: 'Send a notification to Team',
};
const slack = {
  id: 'sentry.integrations.slack.notify_action.SlackNotifyServiceAction',
  channel: '#obra',
};

/** As https://docs.sentry.io/api/alerts/list-a-projects-issue-alert-rules shows one. */
const rule = {
  id: '3',
  conditions: [{ id: 'sentry.rules.conditions.first_seen_event.FirstSeenEventCondition' }],
  filters: [],
  actions: [mail],
  actionMatch: 'any',
  filterMatch: 'all',
  frequency: 60,
  name: 'New issue',
  dateCreated: '2026-08-29T17:33:03.418058Z',
  owner: 'team:74234',
  environment: null,
  projects: ['construbot'],
  status: 'active',
  snooze: false,
};

const nobodyIsTold = 'the project has no alert rule that tells anybody of an error in production';
const nobodyIsMailed = 'the project has no alert rule that mails anybody of an error in production';

const cases: readonly {
  readonly what: string;
  readonly rules: readonly object[];
  readonly any: readonly string[];
  readonly mail: readonly string[];
}[] = [
  { what: 'a rule that mails a team', rules: [rule], any: [], mail: [] },
  {
    what: 'a rule that mails beside one that is off',
    rules: [{ ...rule, status: 'disabled' }, rule],
    any: [],
    mail: [],
  },
  {
    what: 'a rule for Slack alone',
    rules: [{ ...rule, actions: [slack] }],
    any: [],
    mail: [nobodyIsMailed, 'the rule "New issue" sends no mail'],
  },
  {
    what: 'a rule that mails owners, of which there may be none',
    rules: [
      { ...rule, actions: [{ ...mail, targetType: 'IssueOwners', fallthroughType: 'NoOne' }] },
    ],
    any: [],
    mail: [nobodyIsMailed, 'the rule "New issue" mails nobody when an error has no owner'],
  },
  ...[
    { with: { status: 'disabled' }, says: 'is disabled' },
    { with: { snooze: true, snoozeForEveryone: true }, says: 'is muted for everyone' },
    { with: { environment: 'staging' }, says: 'is for the environment staging' },
    { with: { actions: [] }, says: 'does nothing' },
  ].map((fault) => ({
    what: `a rule that ${fault.says}`,
    rules: [{ ...rule, ...fault.with }],
    any: [nobodyIsTold, `the rule "New issue" ${fault.says}`],
    mail: [nobodyIsMailed],
  })),
  { what: 'no rule', rules: [], any: [nobodyIsTold], mail: [nobodyIsMailed] },
];

for (const { what, rules, any, mail: mailed } of cases) {
  test(`a project in Sentry with ${what}`, async () => {
    await withRecorded(bearer, { [`${project}/rules/`]: rules }, async ({ url, asked }) => {
      const found = await sentryAt(url).rules();
      expect(judgeAlerts(found)).toEqual(any);
      expect(judgeMailAlerts(found)).toEqual(mailed);
      expect(asked).toEqual([`GET ${project}/rules/`]);
    });
  });
}

/** Keeps the events that Sentry's own SDK posts (https://develop.sentry.dev/sdk/data-model/envelopes/). */
async function keep(request: IncomingMessage, answers: Record<string, unknown>): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  const body = Buffer.concat(chunks);
  const text = request.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body;
  const payload = JSON.parse(text.toString().split('\n')[2] ?? '{}') as {
    event_id?: string;
    tags?: Record<string, string>;
  };
  const id = payload.event_id ?? '';
  const tags = Object.entries(payload.tags ?? {}).map(([key, value]) => ({ key, value }));
  answers[`${project}/events/${id}/`] = { eventID: id, id, type: 'error', tags };
}

/** Sends an event by the real SDK, and says what is found of it. */
async function send(
  dsnOf: (vendor: Recorded) => string,
  { isKept = true, seenAs = 'corrida1' } = {},
): Promise<string[]> {
  const answers: Record<string, unknown> = { [`${project}/rules/`]: [rule] };
  const take = (request: IncomingMessage): Promise<void> => keep(request, isKept ? answers : {});
  return withRecorded(
    bearer,
    answers,
    async (vendor) => {
      test.skip(!hasMoto(), 'needs the SDK of Sentry, which npm test installs from PyPI');
      const program = join(import.meta.dirname, 'vendors/manage.py');
      const shell = new DjangoShell([motoPython, program, dsnOf(vendor)]);
      const id = await sendEvent(shell, 'corrida1');
      const waitMs = isKept ? 5000 : 200;
      return judgeEvent(id, await sentryAt(vendor.url).event(id, waitMs), seenAs, waitMs);
    },
    take,
  );
}

const dsn = ({ url }: Recorded): string => `http://publica@${url.host}/1`;

test('an event of the real SDK is found again', async () => {
  expect(await send(dsn)).toEqual([]);
});

test('an event that never arrives is found missing', async () => {
  expect(await send(dsn, { isKept: false })).toEqual([
    expect.stringMatching(/^the project has no event [0-9a-f]{32} 0\.2 s after/),
  ]);
});

test('an application without a DSN sends nothing', async () => {
  expect(await send(() => '')).toEqual([
    'the SDK of the application sends nothing: it has no DSN, or drops events',
  ]);
});

test('an event of another run is none of this one', async () => {
  expect(await send(dsn, { seenAs: 'corrida2' })).toEqual([
    expect.stringContaining('has not the tag of this run'),
  ]);
});

test('a wrong token and an unknown project are reasons not to run', async () => {
  await withRecorded('Bearer another', {}, async ({ url }) => {
    expect(await reasonOf(sentryAt(url).rules())).toBe(
      `SENTRY_TOKEN: ${url.host} refuses the token (401), which needs project:read and alerts:read`,
    );
  });
  await withRecorded(bearer, {}, async ({ url }) => {
    expect(await reasonOf(sentryAt(url).rules())).toContain('as SENTRY_PROJECT says');
  });
});

test('whoever answers as no Sentry does is given up in time', async () => {
  const began = performance.now();
  await Promise.all(
    Object.entries(wickedWays).map(([what, [answer]]) =>
      withServer(answer, async (url) => {
        expect(await reasonOf(sentryAt(url).rules()), what).toMatch(/^SENTRY_TOKEN: 127\.0\.0\.1/);
      }),
    ),
  );
  expect(performance.now() - began).toBeLessThan(15_000);
});
