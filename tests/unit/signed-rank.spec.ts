import { expect, test } from '@playwright/test';
import { signedRank } from '../../load/statistics/signed-rank.ts';

// Hollander & Wolfe, table 3.1 (Hamilton depression scale): p by R's wilcox.test, exact.
const before = [1.83, 0.5, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.3];
const after = [0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29];
const drop = before.map((value, index) => value - (after[index] ?? NaN));

test('p and the shift are those of the book', () => {
  const { p, shift } = signedRank(drop, 0.95);
  expect(p).toBeCloseTo(0.01953, 5);
  expect(shift.estimate).toBeCloseTo(0.46, 2);
});

test('the interval lies at the ranks that the tables of T give', () => {
  const { shift } = signedRank(drop, 0.95);
  const averages = drop
    .flatMap((one, i) => drop.slice(i).map((other) => (one + other) / 2))
    .sort((a, b) => a - b);
  // The critical T of 9 pairs is 8, one-sided at 5 %.
  expect(shift.low).toBe(averages[8]);
  expect(shift.high).toBe(averages[45 - 1 - 8]);
});

test('p is exact with ties and zeros: as often as random signs give as much', () => {
  const differences = [1, 1, -1, 2, 0, 3, -2];
  const sizes = differences.map(Math.abs);
  const ranks = sizes.map(
    (x) => sizes.filter((y) => y < x).length + (sizes.filter((y) => y === x).length + 1) / 2,
  );
  const sumOf = (isUp: (index: number) => boolean): number =>
    ranks.reduce((sum, rank, i) => (sizes[i] !== 0 && isUp(i) ? sum + rank : sum), 0);
  const seen = sumOf((i) => (differences[i] ?? 0) > 0);
  const sums = Array.from({ length: 2 ** ranks.length }, (_, mask) =>
    sumOf((i) => ((mask >> i) & 1) === 1),
  );
  const share = sums.filter((sum) => sum >= seen).length / sums.length;
  expect(signedRank(differences, 0.95).p).toBeCloseTo(share, 10);
});

test('no difference at all is chance', () => {
  expect(signedRank([0, 0, 0, 0], 0.95)).toEqual({
    p: 1,
    shift: { estimate: 0, low: 0, high: 0 },
  });
});

test('too few pairs, and a pair without a figure, are refused', () => {
  expect(() => signedRank([1, 2, 3], 0.95)).toThrow(RangeError);
  expect(() => signedRank([1, 2, 3, NaN], 0.95)).toThrow(RangeError);
});
