import { expect, test } from '@playwright/test';
import { enoughPairs, toldByTime, type Pair } from '../../security/told-by-time.ts';

const pairs = (pair: (n: number) => Pair): Pair[] =>
  Array.from({ length: enoughPairs }, (_, n) => pair(n));

const rows: { what: string; measured: Pair[]; told: number | undefined }[] = [
  {
    what: 'a password that is worked out for somebody only',
    measured: pairs((n) => ({ somebody: 90 + n, nobody: 10 + n })),
    told: 80,
  },
  {
    what: 'an answer about nobody that takes longer',
    measured: pairs((n) => ({ somebody: 10 + n, nobody: 90 + n })),
    told: -80,
  },
  {
    what: 'one that two slow answers went against',
    measured: pairs((n) => ({ somebody: 90, nobody: n < 2 ? 900 : 10 })),
    told: 80,
  },
  {
    what: 'one that three slow answers went against',
    measured: pairs((n) => ({ somebody: 90, nobody: n < 3 ? 900 : 10 })),
    told: undefined,
  },
  {
    what: 'a machine that is slow now and then, whoever is asked for',
    measured: pairs((n) => ({ somebody: n % 3 === 0 ? 400 : 50, nobody: n % 2 === 0 ? 400 : 50 })),
    told: undefined,
  },
  {
    what: 'a difference that nobody sees over a network',
    measured: pairs(() => ({ somebody: 52, nobody: 50 })),
    told: undefined,
  },
];

for (const { what, measured, told } of rows) {
  test(`${what}: time tells ${told === undefined ? 'nothing' : `${told} ms`}`, () => {
    expect(toldByTime(measured)).toBe(told);
  });
}

test('too few pairs are no verdict', () => {
  expect(() => toldByTime([{ somebody: 90, nobody: 10 }])).toThrow('1 pairs tell nothing');
});
