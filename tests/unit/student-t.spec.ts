import { expect, test } from '@playwright/test';
import { studentCdf, studentQuantile } from '../../load/statistics/student-t.ts';

// Any table of t, such as NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.2.
for (const [p, degrees, t] of [
  [0.975, 1, 12.706],
  [0.95, 2, 2.92],
  [0.99, 4, 3.747],
  [0.995, 9, 3.25],
  [0.999, 29, 3.396],
  [0.975, 100, 1.984],
] as const) {
  test(`${p} of t with ${degrees} degrees of freedom lie below ${t}`, () => {
    expect(studentQuantile(p, degrees)).toBeCloseTo(t, 3);
    expect(studentCdf(t, degrees)).toBeCloseTo(p, 4);
    expect(studentQuantile(1 - p, degrees)).toBeCloseTo(-t, 3);
  });
}

test('it is even around zero', () => {
  for (const degrees of [1, 2, 7, 8]) expect(studentCdf(0, degrees)).toBe(0.5);
});

test('what is no probability and what are no degrees of freedom is refused', () => {
  expect(() => studentQuantile(1, 4)).toThrow(RangeError);
  expect(() => studentQuantile(0.5, 0)).toThrow(RangeError);
  expect(() => studentCdf(1, 1.5)).toThrow(RangeError);
});
