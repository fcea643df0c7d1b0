import { expect, test } from '@playwright/test';
import { Latencies } from '../../load/latencies.ts';
import { binomialQuantile } from '../../load/statistics/binomial-quantile.ts';
import {
  designEffect,
  fewestSamples,
  ordered,
  quantileInterval,
  shareInterval,
  type Interval,
} from '../../load/statistics/quantile-interval.ts';
import { generateMersenne53Randomizer } from '@faker-js/faker';

// The first five as @stdlib/stats-base-dists-binomial-quantile 0.2.3 has them, two by hand.
const quantiles = [
  { p: 0.025, n: 100, q: 0.95, k: 90 },
  { p: 0.975, n: 100, q: 0.95, k: 99 },
  { p: 0.025, n: 1_000_000, q: 0.95, k: 949_572 },
  { p: 0.975, n: 1_000_000, q: 0.95, k: 950_427 },
  { p: 0.975, n: 10, q: 0.5, k: 8 },
  { p: 0.5, n: 1, q: 0.99, k: 1 },
  { p: 0.001, n: 20, q: 0.99, k: 17 },
];

for (const { p, n, q, k } of quantiles) {
  test(`the ${p} quantile of a binomial of ${n} times ${q} is ${k}`, () => {
    expect(binomialQuantile(p, n, q)).toBe(k);
  });
}

test('ten samples are the fewest for p50, 100 for p95, 1,000 for p99', () => {
  expect([0.5, 0.9, 0.95, 0.99, 0.999].map(fewestSamples)).toEqual([10, 50, 100, 1000, 10_000]);
});

const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);

test('of 99 samples there is no p95, and of 999 no p99, with the reason', () => {
  expect(quantileInterval(ordered(numbers(99)), 0.95)).toEqual({
    notAvailable: 'p95 needs 100 samples, there are 99',
  });
  expect(quantileInterval(ordered(numbers(999)), 0.99)).toEqual({
    notAvailable: 'p99 needs 1000 samples, there are 999',
  });
});

test('the interval of p95 of 100 samples lies between the ranks that the binomial gives', () => {
  expect(quantileInterval(ordered(numbers(100)), 0.95)).toEqual({
    estimate: 95,
    low: 90,
    high: 100,
  });
});

test('samples that share their luck count for fewer', () => {
  const samples = ordered(numbers(1000));
  const [alone, shared] = [1, 4].map((effect) =>
    quantileInterval(samples, 0.95, { designEffect: effect }),
  ) as [Interval, Interval];
  expect(shared.estimate).toBe(alone.estimate);
  expect(shared.high - shared.low).toBeGreaterThan(1.7 * (alone.high - alone.low));
  expect(quantileInterval(samples, 0.95, { designEffect: 20 })).toEqual({
    notAvailable: 'p95 needs 100 samples, there are 1000, worth 50 independent ones',
  });
});

for (const q of [0.5, 0.95]) {
  test(`the interval of p${q * 100} holds the truth in at least 95 of 100 cases, whatever the shape`, () => {
    const random = generateMersenne53Randomizer(11);
    const truth = (-Math.log(1 - q)) ** 3;
    const rounds = 2000;
    let held = 0;
    for (let round = 0; round < rounds; round += 1) {
      const samples = numbers(200).map(() => (-Math.log(1 - random.next())) ** 3);
      const { low, high } = quantileInterval(ordered(samples), q) as Interval;
      if (low <= truth && truth <= high) held += 1;
    }
    // 94 %: three standard errors of 2,000 rounds below 95 %.
    expect(held / rounds).toBeGreaterThan(0.935);
  });
}

test('the design effect is 1 of blocks that are alike, and their size of blocks that are all or nothing', () => {
  expect(designEffect(numbers(10).map(() => ({ count: 100, beyond: 5 })))).toBe(1);
  const all = numbers(20).map((block) => ({ count: 100, beyond: block === 1 ? 100 : 0 }));
  expect(designEffect(all)).toBeCloseTo((100 * 20) / 19, 6);
  expect(designEffect([])).toBe(1);
  expect(designEffect([{ count: 5, beyond: 1 }])).toBe(1);
});

// Newcombe, Statistics in Medicine 17, 1998, 857–872, table I.
const shares = [
  { failures: 81, count: 263, low: 0.2553, high: 0.3662 },
  { failures: 15, count: 148, low: 0.0624, high: 0.1605 },
  { failures: 0, count: 20, low: 0, high: 0.1611 },
  { failures: 1, count: 29, low: 0.0061, high: 0.1718 },
];

for (const { failures, count, low, high } of shares) {
  test(`${failures} of ${count} lies between ${low} and ${high}`, () => {
    const interval = shareInterval(failures, count) as Interval;
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });
}

test('there is no share of nothing', () => {
  expect(shareInterval(0, 0)).toEqual({ notAvailable: 'nothing was sent' });
});

test('a histogram gives each rank within 0.1 %, and counts what is beyond a limit', () => {
  const latencies = new Latencies();
  for (const value of numbers(5000)) latencies.record(value);
  for (const rank of [1, 2, 2500, 4750, 4999, 5000]) {
    expect(latencies.atRank(rank)).toBeGreaterThanOrEqual(rank);
    expect(latencies.atRank(rank)).toBeLessThan(rank * 1.001 + 0.001);
  }
  expect(latencies.count).toBe(5000);
  expect(latencies.quantile(0.5)).toBeCloseTo(2500, -1);
  expect(latencies.beyond(4750.5)).toBeGreaterThanOrEqual(245);
  expect(latencies.beyond(4750.5)).toBeLessThanOrEqual(255);
  expect(latencies.beyond(latencies.maxMs)).toBe(0);
});

test('histograms are merged, not averaged', () => {
  const [quick, slow] = [new Latencies(), new Latencies()];
  for (const value of numbers(90)) quick.record(value / 100);
  for (const value of numbers(10)) slow.record(1000 + value);
  quick.add(slow);
  expect(quick.count).toBe(100);
  expect(quick.quantile(0.95)).toBeGreaterThan(1000);
});

test('there is no quantile of nothing', () => {
  expect(new Latencies().quantile(0.5)).toBeNaN();
});
