import { expect, test } from '@playwright/test';
import { driftOf } from '../../load/drift.ts';
import { PageResult } from '../../load/page-result.ts';

/** A page of a load whose answers take so long at each moment, from 0 to 1. */
function answered(msAt: (moment: number) => number): PageResult {
  const page = new PageResult();
  for (let i = 0; i < 200; i += 1) {
    const ms = msAt(i / 200) + (i % 5);
    page.succeed(ms, ms, i / 200);
  }
  return page;
}

const estimateOf = (...pages: PageResult[]): number => {
  const drift = driftOf({ pages: new Map(pages.map((page, nth) => [String(nth), page])) });
  return 'estimate' in drift ? drift.estimate : NaN;
};

test('answers that take the same all the time do not drift', () => {
  expect(
    estimateOf(
      answered(() => 20),
      answered(() => 300),
    ),
  ).toBeCloseTo(0, 2);
});

test('answers that take twice the median longer at the end drift by that, on whichever page', () => {
  const slow = estimateOf(answered((at) => 100 + 200 * at));
  expect(slow).toBeCloseTo(1, 1);
  expect(
    estimateOf(
      answered((at) => 100 + 200 * at),
      answered(() => 100),
    ),
  ).toBeCloseTo(slow / 2, 1);
});

test('one bad stretch in the middle is no drift', () => {
  expect(estimateOf(answered((at) => (at > 0.4 && at < 0.6 ? 900 : 100)))).toBeLessThan(0.1);
});

test('without answers all the time there is nothing to say', () => {
  const early = new PageResult();
  early.succeed(1, 1, 0);
  expect(driftOf({ pages: new Map([['dashboard', early]]) })).toHaveProperty('notAvailable');
});
