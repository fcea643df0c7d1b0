import { expect, test } from '@playwright/test';
import { judgeConnections } from '../../load/connections/judge.ts';
import type { Moment } from '../../load/connections/watch.ts';

/** Twice a second for some seconds. */
const seen = (moment: (second: number) => Partial<Moment>): Moment[] =>
  Array.from({ length: 20 }, (_, n) => ({
    atMs: n * 500,
    inUse: 5,
    most: 100,
    made: 40,
    commits: 1000 + n * 100,
    ...moment(n / 2),
  }));

const cases = [
  { what: 'connections that are kept', moments: seen(() => ({})), answers: 200 },
  {
    what: 'workers that all connect at the beginning',
    moments: seen((second) => ({ made: 40 + Math.min(2, second) * 50 })),
    answers: 200,
  },
  {
    what: 'a new connection for each answer',
    moments: seen((second) => ({ made: 40 + second * 26 })),
    answers: 200,
    failed: /^\d+ connections were made for 200 answers: none is kept$/,
  },
  {
    what: 'a new connection for every tenth answer, as those of a minute are given up',
    moments: seen((second) => ({ made: 40 + Math.floor(second * 2.7) })),
    answers: 200,
  },
  {
    what: 'a single moment at which four of five are in use',
    moments: seen((second) => ({ inUse: second === 3 ? 80 : 5 })),
    answers: 200,
    failed: /^80 of 100 connections were in use at the same time$/,
  },
  {
    what: 'a database that is not the one of the deployment',
    moments: seen((second) => ({ commits: 1000 + Math.round(second * 2) })),
    answers: 200,
    undecided: /it is none of this deployment$/,
  },
  {
    what: 'a PostgreSQL that does not count them',
    moments: seen(() => ({ made: null })),
    answers: 200,
    undecided: /^PostgreSQL before 14/,
  },
  {
    what: 'too few answers',
    moments: seen((second) => ({ made: 40 + second })),
    answers: 20,
    undecided: /^only 20 answers came$/,
  },
] as const;

for (const { what, moments, answers, ...says } of cases) {
  test(what, () => {
    const { failed, undecided } = judgeConnections(moments, 2000, answers);
    const expected = (line: RegExp | undefined): unknown[] =>
      line === undefined ? [] : [expect.stringMatching(line)];
    expect(failed).toEqual(expected('failed' in says ? says.failed : undefined));
    expect(undecided).toEqual(expected('undecided' in says ? says.undecided : undefined));
  });
}
