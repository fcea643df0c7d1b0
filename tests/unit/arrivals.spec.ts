import { expect, test } from '@playwright/test';
import { arrivals, lengthOf, type Stage } from '../../load/arrivals.ts';

const level = (seconds: number, rate: number): Stage => ({ seconds, from: rate, to: rate });

test('even arrivals have equal gaps, across stages of one rate too', () => {
  const times = [...arrivals([level(1, 4), level(1, 4)], 'even')];
  expect(times).toEqual([0, 250, 500, 750, 1000, 1250, 1500, 1750]);
});

test('a ramp has as many arrivals as its area, denser towards its end', () => {
  const times = [...arrivals([{ seconds: 10, from: 0, to: 20 }], 'even')];
  expect(times).toHaveLength(100);
  // Half of the length of a ramp from 0 holds a quarter of its area.
  expect(times.filter((time) => time < 5000)).toHaveLength(25);
});

test('a rate that goes down to nothing is no trouble', () => {
  const times = [...arrivals([{ seconds: 10, from: 20, to: 0 }, level(5, 0), level(1, 3)], 'even')];
  expect(times).toHaveLength(103);
  expect(times.every((time, index) => index === 0 || time > (times[index - 1] ?? NaN))).toBe(true);
  expect(times.filter((time) => time > 10_000 && time < 15_000)).toEqual([]);
});

test('Poisson arrivals have the variance of their count, and gaps that vary as much as their mean', () => {
  const times = [...arrivals([level(2000, 50)], 'poisson', 7)];
  const gaps = times.slice(1).map((time, index) => time - (times[index] ?? NaN));
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
  const deviation = Math.sqrt(gaps.reduce((sum, gap) => sum + (gap - mean) ** 2, 0) / gaps.length);
  expect(mean).toBeGreaterThan(19.8);
  expect(mean).toBeLessThan(20.2);
  expect(deviation / mean).toBeGreaterThan(0.98);
  expect(deviation / mean).toBeLessThan(1.02);
});

test('the same seed gives the same Poisson arrivals, another one others', () => {
  const draw = (seed: number): number[] => [...arrivals([level(10, 5)], 'poisson', seed)];
  expect(draw(1)).toEqual(draw(1));
  expect(draw(1)).not.toEqual(draw(2));
});

for (const stage of [level(1, -1), level(NaN, 1), level(-1, 1), level(1, Infinity)]) {
  test(`${Object.values(stage).join(', ')} is no stage`, () => {
    expect(() => [...arrivals([stage], 'even')]).toThrow(RangeError);
  });
}

test('the length of a load is that of all its stages', () => {
  expect(lengthOf([level(1.5, 1), level(2, 0)])).toBe(3500);
});
