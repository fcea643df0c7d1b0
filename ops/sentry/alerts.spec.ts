import { expect, test } from '../../fixtures/index.ts';
import { judgeAlerts, judgeMailAlerts } from './judge-alerts.ts';
import { rulesOf } from './rules-of.ts';

test(
  'an active alert rule of Sentry mails somebody when errors appear',
  { tag: ['@MO-03', '@observe'] },
  async ({ sentry }, testInfo) => {
    expect(
      judgeMailAlerts(await rulesOf(sentry, testInfo)),
      'Remedy: in Sentry, Alerts, Create Alert, Issues: a mail to a team with members, or to suggested assignees and else to active members',
    ).toEqual([]);
  },
);

test(
  'an active alert rule of Sentry tells somebody of errors by some channel',
  { tag: ['@MO-04', '@observe'] },
  async ({ sentry }, testInfo) => {
    expect(
      judgeAlerts(await rulesOf(sentry, testInfo)),
      'Remedy: in Sentry, an alert rule of the project that is active, not muted, for all environments or production, and has an action',
    ).toEqual([]);
  },
);
