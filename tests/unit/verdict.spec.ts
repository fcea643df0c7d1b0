import { expect, test } from '@playwright/test';
import { verdictOf, type Outcome } from '../../report/verdict.ts';

const passed: Outcome = { check: 'a', status: 'passed' };
const failed: Outcome = { check: 'b', status: 'failed' };
const late: Outcome = { check: 'c', status: 'timedOut' };
const skipped: Outcome = {
  check: 'd',
  status: 'skipped',
  reason: 'needs MAILBOX_URL',
};
const unsure: Outcome = { check: 'f', status: 'inconclusive', reason: 'too much noise' };
const interrupted: Outcome = { check: 'e', status: 'interrupted' };

const rules = [
  { outcomes: [], verdict: 'not run', reason: 'no check of this run looks at it' },
  { outcomes: [passed], verdict: 'pass', reason: undefined },
  { outcomes: [passed, passed], verdict: 'pass', reason: undefined },
  { outcomes: [passed, failed], verdict: 'fail', reason: 'b' },
  { outcomes: [late], verdict: 'fail', reason: 'c' },
  { outcomes: [passed, skipped], verdict: 'not run', reason: 'needs MAILBOX_URL' },
  { outcomes: [skipped, failed], verdict: 'fail', reason: 'b' },
  { outcomes: [passed, interrupted], verdict: 'not run', reason: 'e: interrupted' },
  { outcomes: [passed, unsure], verdict: 'inconclusive', reason: 'too much noise' },
  { outcomes: [skipped, unsure], verdict: 'inconclusive', reason: 'too much noise' },
  { outcomes: [unsure, failed], verdict: 'fail', reason: 'b' },
] as const;

for (const { outcomes, verdict, reason } of rules) {
  const said = outcomes.map(({ status }) => status).join(', ') || 'no check';
  test(`${said} - ${verdict}`, () => {
    const { reason: why, ...rest } = verdictOf(outcomes);
    expect(rest).toEqual({ verdict, checks: outcomes.length });
    expect(why).toBe(reason);
  });
}
