import { expect, test } from '@playwright/test';
import { capacityOf, isSaturated, type Step } from '../../load/capacity.ts';
import { kneePicture } from '../../load/knee-picture.ts';
import { PageResult } from '../../load/page-result.ts';

const step = (connections: number, perSecond: number, serviceMs: number, failures = 0): Step => {
  const page = new PageResult();
  for (let nth = 0; nth < 100; nth += 1) page.succeed(serviceMs, serviceMs, nth / 100);
  for (let nth = 0; nth < failures; nth += 1) page.fail(1, 'status 502');
  return { connections, result: { pages: new Map([['page', page]]), perSecond } };
};

test('the step whose rate is the capacity is marked, in both languages', () => {
  const steps = [step(1, 40, 25), step(2, 70, 30), step(4, 90, 2600, 30)];
  const picture = kneePicture(steps, capacityOf(steps));
  expect(picture).toContain('capacidad · capacity: 70.0/s, 2 usuarios · users');
  expect(picture).toMatch(/font-weight="bold">2</);
  expect(picture).toContain('23 %');
  expect(picture).not.toContain('NaN');
});

test('where no step was sound, that is said', () => {
  const steps = [step(1, 2, 2600), step(2, 0, 2600, 100)];
  const picture = kneePicture(steps, capacityOf(steps));
  expect(picture).toContain('no step was sound');
  expect(picture).not.toContain('NaN');
});

const rated = (...rates: number[]): Step[] =>
  rates.map((perSecond, index) => ({
    connections: 2 ** index,
    result: { pages: new Map(), perSecond },
  }));

for (const [rates, saturated] of [
  [[10], false],
  [[10, 20], false],
  [[10, 20, 21], false],
  [[10, 20, 20.5, 20.9], true],
  [[10, 20, 18, 15], true],
  [[10, 20, 18, 22], false],
] as const) {
  test(`${rates.join(', ')} answers a second ${saturated ? 'have come to their end' : 'may become more'}`, () => {
    expect(isSaturated(rated(...rates))).toBe(saturated);
  });
}
