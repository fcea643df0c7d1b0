import { expect, test } from '@playwright/test';
import { generateMersenne53Randomizer } from '@faker-js/faker';
import { compare, minimumEffect } from '../../load/statistics/compare.ts';
import { median } from '../../report/signoff/median.ts';

// Hollander & Wolfe, table 4.1; p by R's wilcox.test.
const term = [0.8, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46];
const early = [1.15, 0.88, 0.9, 0.74, 1.21];

test('p and the shift are those of the book', () => {
  const { p, shift, verdict } = compare(early, term, { alpha: 0.05 });
  expect(p).toBeCloseTo(0.2544, 4);
  expect(shift.estimate).toBeCloseTo(0.305, 6);
  expect(verdict).toBe('no difference');
});

test('the interval lies at the ranks that the tables of U give', () => {
  const { shift } = compare(early, term, { alpha: 0.05 });
  const differences = early.flatMap((x) => term.map((y) => y - x)).sort((a, b) => a - b);
  // The critical U of 5 and 10 values is 8.
  expect(shift.low).toBe(differences[8]);
  expect(shift.high).toBe(differences[50 - 1 - 8]);
});

test('p is exact with ties: as often as random labels give a sum as far out', () => {
  const [a, b] = [
    [1, 2, 2, 3],
    [2, 3, 3, 4, 4],
  ];
  expect(compare(a, b).p).toBeCloseTo(countedP(a, b), 10);
});

function countedP(a: readonly number[], b: readonly number[]): number {
  const all = [...a, ...b];
  const ranks = all.map(
    (x) => all.filter((y) => y < x).length + (all.filter((y) => y === x).length + 1) / 2,
  );
  const sums: number[] = [];
  for (let mask = 0; mask < 2 ** all.length; mask += 1) {
    const chosen = ranks.filter((_, index) => (mask >> index) & 1);
    if (chosen.length === a.length) sums.push(chosen.reduce((sum, rank) => sum + rank, 0));
  }
  const seen = ranks.slice(0, a.length).reduce((sum, rank) => sum + rank, 0);
  const low = sums.filter((sum) => sum <= seen).length / sums.length;
  const high = sums.filter((sum) => sum >= seen).length / sums.length;
  return Math.min(1, 2 * Math.min(low, high));
}

const random = generateMersenne53Randomizer(3);
const noisy = (median: number, count = 12): number[] =>
  Array.from({ length: count }, () => median * (1 + 0.03 * (random.next() - 0.5)));

test('ten percent more are slower, ten percent less faster', () => {
  expect(compare(noisy(100), noisy(110))).toMatchObject({ verdict: 'slower' });
  expect(compare(noisy(100), noisy(90))).toMatchObject({ verdict: 'faster' });
});

test('a difference that is real but small is none, and the reason says from where on it counts', () => {
  const { verdict, p, reason } = compare(noisy(100), noisy(103));
  expect(p).toBeLessThan(0.01);
  expect(verdict).toBe('no difference');
  expect(reason).toContain('counted from 5.0 %');
});

test('an effect without significance is none', () => {
  expect(compare([1, 50, 100, 150], [1, 60, 120, 180]).verdict).toBe('no difference');
});

test('all values alike are no difference', () => {
  const { p, verdict, shift } = compare([5, 5, 5, 5], [5, 5, 5, 5, 5]);
  expect({ p, verdict, shift }).toEqual({
    p: 1,
    verdict: 'no difference',
    shift: { estimate: 0, low: 0, high: 0 },
  });
});

for (const [m, n] of [
  [3, 10],
  [10, 3],
  [150, 51],
] as const) {
  test(`${m} and ${n} values are refused`, () => {
    expect(() => compare(noisy(1, m), noisy(1, n))).toThrow(RangeError);
  });
}

test('a block that had no median is refused', () => {
  expect(() => compare([1, 2, 3, NaN], [1, 2, 3, 4])).toThrow(RangeError);
});

test('the largest comparison that is taken has a p', () => {
  expect(compare(noisy(100, 100), noisy(100, 100)).p).toBeGreaterThan(0);
});

test('the least effect is 5 %, or twice what the machine does by itself', () => {
  expect(minimumEffect([])).toBe(0.05);
  expect(minimumEffect([0.01, -0.01])).toBe(0.05);
  expect(minimumEffect([0.04, -0.04])).toBeCloseTo(0.08, 10);
});

test('the median of an even number is between the two in the middle', () => {
  expect([median([3, 1, 2]), median([4, 1, 2, 3])]).toEqual([2, 2.5]);
});
