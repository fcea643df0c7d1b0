import { expect, test } from '@playwright/test';
import { boundsOf } from '../../load/pages/quantile.ts';

const upTo = (n: number): number[] => Array.from({ length: n }, (_, i) => i + 1);

// The ranks by exact fractions: sums of comb(n, k) * q**k * (1 - q)**(n - k) in Python.
const rows: [n: number, quantile: number, confidence: number, low: number, high: number][] = [
  [0, 0.75, 0.975, -Infinity, Infinity],
  [2, 0.75, 0.975, -Infinity, Infinity],
  [3, 0.75, 0.975, 1, Infinity],
  [12, 0.75, 0.975, 6, Infinity],
  [13, 0.75, 0.975, 7, 13],
  [26, 0.75, 0.975, 15, 25],
  [5, 0.5, 0.975, -Infinity, Infinity],
  [6, 0.5, 0.975, 1, 6],
  [100, 0.5, 0.975, 40, 61],
];

for (const [n, quantile, confidence, low, high] of rows) {
  test(`${quantile} of ${n} values is between the ${low}th and the ${high}th`, () => {
    expect(boundsOf(upTo(n).reverse(), quantile, confidence)).toEqual({ low, high });
  });
}
