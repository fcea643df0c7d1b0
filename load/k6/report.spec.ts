import { env } from '../../fixtures/env.ts';
import { expect, test } from '../../fixtures/index.ts';
import { orNotRun } from '../../fixtures/test/or-not-run.ts';
import { endUndecided } from '../end-undecided.ts';
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
