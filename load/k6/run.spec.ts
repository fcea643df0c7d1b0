import { authorityOf, env } from '../../fixtures/env.ts';
import { expect, test } from '../../fixtures/index.ts';
import { orNotRun } from '../../fixtures/test/or-not-run.ts';
import { endUndecided } from '../end-undecided.ts';
import { arrangeWork, staffOf } from '../work.ts';
import { judgedWithEvidence, remedy } from './attach-k6.ts';
import { chosenBrowser } from './chosen-browser.ts';
import { reportOf } from './run-k6.ts';

const profile = process.env['LOAD_PROFILE'] ?? 'average';

test(
  `an office at ${profile} load, made by k6, waits for no page longer than two seconds`,
  { tag: ['@PT-02', '@load'] },
  async ({ acting, baseURL, construbot, make, newcomers, launchOptions }, testInfo) => {
    const made = reportOf({
      program: env().k6Path,
      profile,
      target: baseURL ?? '',
      authority: authorityOf(env()),
      people: await staffOf(newcomers),
      work: await arrangeWork(construbot, make),
      headers: acting.headers,
      browser: chosenBrowser(launchOptions.args ?? []),
    });
    const report = await orNotRun(testInfo, made);
    const { failures, undecided } = await judgedWithEvidence(testInfo, report);
    expect(failures, remedy).toEqual([]);
    endUndecided(testInfo, undecided);
  },
);
