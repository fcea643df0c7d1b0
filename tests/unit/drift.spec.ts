import { expect, test } from '@playwright/test';
import { driftOf, judgeDrift } from '../../load/drift.ts';
import { PageResult } from '../../load/page-result.ts';
import { audit } from './sample-load.ts';

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

for (const [what, growthMs, further, verdict] of [
  ['no longer, by a generator in time', 0, {}, 'pass'],
  ['longer, by a generator in time', 200, {}, 'fail'],
  ['longer, by a generator that was a little late', 200, { lagP99Ms: 50 }, 'fail'],
  ['longer, by a generator that was as late as that', 200, { lagP99Ms: 250 }, 'invalid'],
  ['longer, by a generator without processor time', 200, { cpuShare: 0.9 }, 'invalid'],
  ['no longer, by a generator that was late', 0, { lagP99Ms: 50 }, 'invalid'],
] as const) {
  test(`answers that take ${what}: ${verdict}`, () => {
    const pages = new Map([['dashboard', answered((at) => 100 + growthMs * at)]]);
    const invalid = Object.keys(further);
    expect(judgeDrift({ pages, audit: audit(invalid, further) }).verdict).toBe(verdict);
  });
}
