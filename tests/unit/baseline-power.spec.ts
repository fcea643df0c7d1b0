import { expect, test } from '@playwright/test';
import { histories, besides } from '../../bench/simulated-baselines.ts';

// A cheap form of bench/baseline.bench.ts, which prints the figures.
test('a history with 1 % between runs: hardly a false alarm, and a tenth is found', () => {
  const { alarms, found, missed } = histories({ between: 0.01, accepted: 12, comparisons: 250 });
  expect(alarms).toBeLessThan(0.01 * 250);
  expect(found).toBeGreaterThanOrEqual(0.9 * 250);
  expect(missed).toBeLessThanOrEqual(0.05 * 250);
});

test('a history with 6 % between runs: a tenth is left open, not called as fast', () => {
  const { alarms, missed } = histories({ between: 0.06, accepted: 12, comparisons: 250 });
  expect(alarms).toBeLessThan(0.02 * 250);
  expect(missed).toBeLessThanOrEqual(0.1 * 250);
});

test('two targets in turn on a machine that drifts by a tenth: the same', () => {
  const { alarms, found, missed } = besides({ within: 0.04, drift: 0.1, comparisons: 200 });
  expect(alarms).toBeLessThan(0.01 * 200);
  expect(found).toBeGreaterThanOrEqual(0.9 * 200);
  expect(missed).toBeLessThanOrEqual(0.05 * 200);
});
