import { expect, test } from '@playwright/test';
import { judge } from '../../load/statistics/verdict.ts';

const interval = (low: number, estimate: number, high: number) => ({ low, estimate, high });
const now = { mayExtend: false };
const more = { mayExtend: true };

const rules = [
  { what: 'under the budget as a whole', figure: interval(1, 2, 3), options: now, verdict: 'pass' },
  { what: 'over it as a whole', figure: interval(5, 6, 7), options: more, verdict: 'fail' },
  {
    what: 'across it, with time left',
    figure: interval(3, 3.5, 5),
    options: more,
    verdict: 'extend',
  },
  {
    what: 'across it, at the end',
    figure: interval(3, 3.5, 5),
    options: now,
    verdict: 'inconclusive',
  },
  { what: 'up to the budget', figure: interval(3, 3.5, 4), options: now, verdict: 'inconclusive' },
  {
    what: 'from the budget on',
    figure: interval(4, 4.5, 5),
    options: now,
    verdict: 'inconclusive',
  },
  {
    what: 'not there, with time left',
    figure: { notAvailable: 'few' },
    options: more,
    verdict: 'extend',
  },
  { what: 'not there', figure: { notAvailable: 'few' }, options: now, verdict: 'inconclusive' },
  {
    what: 'under it, but growing',
    figure: interval(1, 2, 3),
    options: { ...now, unsteady: 'it grows' },
    verdict: 'inconclusive',
  },
  {
    what: 'over it, and growing',
    figure: interval(5, 6, 7),
    options: { ...now, unsteady: 'it grows' },
    verdict: 'fail',
  },
  {
    what: 'over it, by a generator that was late',
    figure: interval(5, 6, 7),
    options: { ...more, invalid: ['late'] },
    verdict: 'invalid',
  },
] as const;

for (const { what, figure, options, verdict } of rules) {
  test(`a figure ${what}: ${verdict}`, () => {
    expect(judge(figure, 4, options).verdict).toBe(verdict);
  });
}

test('the reason tells the figure, its interval and the budget', () => {
  const say = (value: number): string => `${value} ms`;
  expect(judge(interval(1, 2, 3), 4, { ...now, say }).reason).toBe(
    '2 ms (1 ms to 3 ms), budget 4 ms',
  );
  expect(judge(interval(1, 2, 3), 4, { ...now, invalid: ['late', 'busy'] }).reason).toBe(
    'late; busy',
  );
});
