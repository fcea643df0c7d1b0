import { env } from '../../fixtures/env.ts';
import { expect, test } from '../../fixtures/index.ts';
import { keepFile } from '../../fixtures/test/keep-file.ts';
import { orNotRun } from '../../fixtures/test/or-not-run.ts';
import { judgeEvent, sendEvent } from './send-event.ts';

const waitMs = 60_000;

test(
  'an error that the application reports is seen in Sentry within a minute',
  { tag: ['@MO-02', '@write'] },
  async ({ djangoShell, sentry }, testInfo) => {
    test.setTimeout(150_000);
    const { runId } = env();
    // That Sentry can be asked, before anything is sent there.
    await orNotRun(testInfo, sentry.rules());
    const id = await orNotRun(testInfo, sendEvent(djangoShell, runId));
    const found = await orNotRun(testInfo, sentry.event(id, waitMs));
    const text = JSON.stringify({ id, found: found?.eventID, runId });
    await keepFile(testInfo, 'event.json', 'application/json', text);
    expect(
      judgeEvent(id, found, runId, waitMs),
      'Remedy: DJANGO_SENTRY_DSN is of the project in SENTRY_PROJECT, outgoing HTTPS reaches its ingest host, and neither quota nor inbound filter drops events',
    ).toEqual([]);
  },
);
