import { expect, test } from '@playwright/test';
import { figure } from './figure.ts';
import { besides, histories, type Found } from './simulated-baselines.ts';

// What a verdict on a baseline is worth, on six pages of drawn runs, where the truth is known: how
// often a target is called slower than itself, and how often a page that is a tenth slower is found.
const comparisons = 1000;
const percent = (count: number): string => `${((100 * count) / comparisons).toFixed(1)} %`;
const said = ({ alarms, open, found, missed }: Found): string =>
  `false alarms ${percent(alarms)}, left open ${percent(open)}; a tenth found ${percent(found)}, ` +
  `called as fast ${percent(missed)}`;

test(`one new run against accepted ones, ${comparisons} comparisons each`, () => {
  test.setTimeout(20 * 60_000);
  for (const between of [0.01, 0.02, 0.03, 0.05]) {
    for (const accepted of [5, 10, 20, 30]) {
      const found = histories({ between, accepted, comparisons });
      figure(`${between * 100} % between runs, ${accepted} accepted: ${said(found)}`);
      expect.soft(found.alarms).toBeLessThan(0.01 * comparisons);
      expect.soft(found.missed).toBeLessThan(0.07 * comparisons);
      if (between <= 0.01 && accepted >= 20) {
        expect.soft(found.found).toBeGreaterThanOrEqual(0.9 * comparisons);
      }
    }
  }
  const heavy = histories({ between: 0.02, accepted: 20, comparisons, heavy: true });
  figure(`2 % between runs, but now and then a night is far off, 20 accepted: ${said(heavy)}`);
});

test(`two targets in turn, ${comparisons} comparisons each`, () => {
  test.setTimeout(20 * 60_000);
  for (const within of [0.02, 0.04, 0.06, 0.1]) {
    const found = besides({ within, drift: 0.1, comparisons });
    figure(`blocks vary by ${within * 100} %, the machine's speed walks by 10 %: ${said(found)}`);
    expect.soft(found.alarms).toBeLessThan(0.01 * comparisons);
    expect.soft(found.missed).toBeLessThan(0.07 * comparisons);
    if (within <= 0.04) expect.soft(found.found).toBeGreaterThanOrEqual(0.9 * comparisons);
  }
});
