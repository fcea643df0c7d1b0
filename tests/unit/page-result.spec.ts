import { expect, test } from '@playwright/test';
import { PageResult } from '../../load/page-result.ts';
import { profiles, thresholds } from '../../load/profiles.ts';
import { lengthOf } from '../../load/arrivals.ts';

const filled = (latencyOf: (moment: number, index: number) => number): PageResult => {
  const page = new PageResult();
  for (let index = 0; index < 1000; index += 1) {
    const moment = index / 1000;
    page.succeed(latencyOf(moment, index), 1, moment);
  }
  return page;
};

test('a page that keeps its time is steady, one that gets slower is not', () => {
  expect(filled((_, index) => 100 + (index % 7)).slower).toBeUndefined();
  expect(filled((moment) => 100 + 100 * moment).slower).toMatch(/^slower in its second half/);
  expect(filled((moment) => 200 - 100 * moment).slower).toBeUndefined();
});

test('too few samples tell nothing about steadiness', () => {
  const page = new PageResult();
  page.succeed(1, 1, 0);
  page.succeed(100, 1, 0.999);
  expect(page.slower).toBeUndefined();
});

test('a slow moment of all its requests makes the interval wider than chance does', () => {
  const spread = filled((_, index) => (index % 10 === 0 ? 500 + index / 1000 : 100));
  const stalled = filled((moment, index) => (moment < 0.1 ? 500 + index / 1000 : 100));
  const width = (page: PageResult): number => {
    const figure = page.quantile(0.5 + 0.39);
    return 'notAvailable' in figure ? Infinity : figure.high - figure.low;
  };
  expect(width(stalled)).toBeGreaterThan(width(spread));
});

test('failures are errors and what was dropped; neither is in the latency', () => {
  const page = new PageResult();
  page.succeed(10, 9, 0.5);
  page.fail(3, 'status 500');
  page.fail(3, 'status 500');
  page.dropped += 1;
  expect([page.count, page.failures, page.latency.count]).toEqual([4, 3, 1]);
  expect([...page.reasons]).toEqual([['status 500', 2]]);
});

test('texts that vary do not fill the memory', () => {
  const page = new PageResult();
  for (let index = 0; index < 1000; index += 1) page.fail(1, `id ${index}`);
  expect(page.reasons.size).toBe(51);
  expect(page.reasons.get('other')).toBe(950);
});

for (const [name, profile] of Object.entries(profiles)) {
  test(`the profile ${name} keeps to the ceilings, and measures longer than it warms up`, () => {
    const { perSecond, inFlight } = thresholds.ceiling;
    if (profile.model === 'open') {
      expect(Math.max(...profile.stages.flatMap(({ from, to }) => [from, to]))).toBeLessThanOrEqual(
        perSecond,
      );
      expect(profile.maxInFlight).toBeLessThanOrEqual(inFlight);
      expect(lengthOf(profile.stages)).toBeGreaterThan(2000 * profile.warmUpSeconds);
    } else {
      expect(Math.max(...profile.steps)).toBeLessThanOrEqual(inFlight);
      expect(profile.secondsPerStep).toBeGreaterThan(2 * profile.warmUpSeconds);
    }
  });
}
