import type { TestInfo } from '@playwright/test';
import { keepJson } from '../../fixtures/test/keep-file.ts';
import { orNotRun } from '../../fixtures/test/or-not-run.ts';
import type { AlertRule, Sentry } from '../../fixtures/vendor/sentry.ts';

/** The alert rules of the project; the evidence is kept. */
export async function rulesOf(sentry: Sentry, testInfo: TestInfo): Promise<AlertRule[]> {
  const rules = await orNotRun(testInfo, sentry.rules());
  await keepJson(testInfo, 'rules', rules);
  return rules;
}
