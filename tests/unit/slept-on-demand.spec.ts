import { expect, test } from '@playwright/test';
import { sleptOnDemand, type Round } from '../../security/slept-on-demand.ts';

const rounds = (...pairs: [without: number, delayed: number][]): Round[] =>
  pairs.map(([without, delayed]) => ({ without, delayed }));

const rows: { what: string; measured: Round[]; slept: boolean }[] = [
  {
    what: 'a database that sleeps when told',
    measured: rounds([40, 2050], [300, 2200], [35, 2041], [60, 2900]),
    slept: true,
  },
  {
    what: 'a page that is always slow',
    measured: rounds([2500, 2480], [2600, 2700], [2400, 2390], [2500, 2600]),
    slept: false,
  },
  {
    what: 'a page that was slow three times out of four, by chance when it was told to sleep',
    measured: rounds([40, 2050], [40, 2050], [40, 2050], [40, 60]),
    slept: false,
  },
  {
    what: 'a page that grows slower and slower',
    measured: rounds([100, 700], [1300, 1900], [2500, 3100], [3700, 4300]),
    slept: false,
  },
  {
    what: 'an odd text that takes far longer than was asked for',
    measured: rounds([40, 9000], [40, 8000], [40, 9500], [40, 7000]),
    slept: false,
  },
  {
    what: 'too few rounds',
    measured: rounds([40, 2050], [40, 2050], [40, 2050]),
    slept: false,
  },
  { what: 'no rounds', measured: [], slept: false },
];

for (const { what, measured, slept } of rows) {
  test(`${what} is ${slept ? 'told' : 'no'} injection`, () => {
    expect(sleptOnDemand(measured, 2000)).toBe(slept);
  });
}
