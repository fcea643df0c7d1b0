import { env } from '../../fixtures/env.ts';
import { expect, test } from '../../fixtures/index.ts';
import { orNotRun } from '../../fixtures/test/or-not-run.ts';
import { endUndecided } from '../end-undecided.ts';
import { judgeVisits } from './report/judge-visits.ts';
import { judgedWithEvidence, remedy } from './attach-k6.ts';
import { readK6Report } from './report/read.ts';

test(
  'no page was slower than two seconds in the load that k6 has made',
  { tag: ['@PT-02', '@observe'] },
  async ({ baseURL }, testInfo) => {
    const read = readK6Report(env().k6Report, baseURL ?? '', new Date());
    const report = await orNotRun(testInfo, read);
    const { failures, undecided } = await judgedWithEvidence(testInfo, report);
    expect(failures, remedy).toEqual([]);
    endUndecided(testInfo, undecided);
  },
);

test(
  'the key pages opened in under two seconds in the browser of k6, while its load was on',
  { tag: ['@PT-01', '@observe'] },
  async ({ baseURL }, testInfo) => {
    const read = readK6Report(env().k6Report, baseURL ?? '', new Date());
    const { failures, undecided, table } = await orNotRun(testInfo, read.then(judgeVisits));
    await testInfo.attach('k6-visits', { body: table.join('\n'), contentType: 'text/plain' });
    expect(failures, 'LCP of cold visits, by its interval').toEqual([]);
    endUndecided(testInfo, undecided);
  },
);
