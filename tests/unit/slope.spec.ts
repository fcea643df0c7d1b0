import { generateMersenne53Randomizer } from '@faker-js/faker';
import { expect, test } from '@playwright/test';
import { slopeOf, type Point } from '../../load/statistics/slope.ts';

const textbook: Point[] = [
  [10, 12.3],
  [10, 14.1],
  [10, 11.8],
  [10, 13.4],
  [100, 20.9],
  [100, 22.4],
  [100, 19.7],
  [100, 25.1],
  [400, 51.2],
  [400, 48.8],
  [400, 60.3],
  [400, 52.5],
].map(([x = 0, y = 0]) => ({ x, y }));

test('the slope is the median of all pairs', () => {
  const slopes = textbook.flatMap((a, i) =>
    textbook.slice(i + 1).flatMap((b) => (a.x === b.x ? [] : [(b.y - a.y) / (b.x - a.x)])),
  );
  const sorted = slopes.sort((a, b) => a - b);
  expect(sorted).toHaveLength(48);
  expect(slopeOf(textbook)).toMatchObject({
    estimate: ((sorted[23] ?? NaN) + (sorted[24] ?? NaN)) / 2,
  });
});

test('fewer than ten values, or all of one size, give no slope', () => {
  expect(slopeOf(textbook.slice(0, 9))).toHaveProperty('notAvailable');
  const one = textbook.map(({ y }) => ({ x: 10, y }));
  expect(slopeOf(one)).toHaveProperty('notAvailable');
});

test('a stall of a quarter of the visits moves the slope only a little', () => {
  const stalled = textbook.map((point, i) => (i % 4 === 0 ? { ...point, y: 5_000 } : point));
  const slope = slopeOf(stalled);
  expect('estimate' in slope ? slope.estimate : NaN).toBeGreaterThan(0.05);
  expect('estimate' in slope ? slope.estimate : NaN).toBeLessThan(0.25);
});

test('the interval holds the true slope about as often as it says', () => {
  const random = generateMersenne53Randomizer(7);
  // Times of a machine: skewed, and the more so the longer they are.
  const skewed = (base: number): number => base * (1 - 0.4 * Math.log(1 - random.next()));
  const runs = 1000;
  let held = 0;
  for (let run = 0; run < runs; run += 1) {
    const points = [10, 100, 400].flatMap((x) =>
      Array.from({ length: 6 }, () => ({ x, y: 20 + 0.1 * x + skewed(10) })),
    );
    const slope = slopeOf(points);
    if ('low' in slope && slope.low <= 0.1 && slope.high >= 0.1) held += 1;
  }
  expect(held / runs).toBeGreaterThan(0.93);
  expect(held / runs).toBeLessThan(0.99);
});
