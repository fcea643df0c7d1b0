import { expect, test } from '@playwright/test';
import { isDecided, judge, looks, visitUntilDecided, type Visits } from '../../load/pages/judge.ts';
import type { Visit } from '../../load/pages/visit.ts';
import { taking } from './sample-load.ts';

const [first, second, last] = looks;
const visits = (n: number, of: (i: number) => Visit, warm = taking(100)): Visits => {
  const cold = Array.from({ length: n }, (_, i) => of(i));
  return { cold, warm: cold.map(() => warm) };
};

const rows: { what: string; seen: Visits; verdicts: string[]; decided: boolean }[] = [
  {
    what: 'no visit',
    seen: visits(0, () => taking(1)),
    verdicts: ['open', 'open', 'open', 'open'],
    decided: false,
  },
  {
    what: 'few quick visits',
    seen: visits(first, () => taking(100)),
    verdicts: ['open', 'open', 'open', 'open'],
    decided: false,
  },
  {
    what: 'few visits, all too slow when cold',
    seen: visits(first, () => taking(2100)),
    verdicts: ['fail', 'fail', 'open', 'open'],
    decided: true,
  },
  {
    what: 'a page that loads in time but shows its largest part too late',
    seen: visits(first, () => taking(1900, 2100)),
    verdicts: ['open', 'fail', 'open', 'open'],
    decided: true,
  },
  {
    what: 'a page that is too slow only when it is warm',
    seen: visits(first, () => taking(100), taking(2100)),
    verdicts: ['open', 'open', 'fail', 'fail'],
    decided: true,
  },
  {
    what: 'enough visits in time',
    seen: visits(second, () => taking(1999)),
    verdicts: ['pass', 'pass', 'pass', 'pass'],
    decided: true,
  },
  {
    what: 'enough visits, one of them late',
    seen: visits(second, (i) => taking(i === 4 ? 9000 : 100)),
    verdicts: ['open', 'open', 'pass', 'pass'],
    decided: false,
  },
  {
    what: 'the most visits, one of them late',
    seen: visits(last, (i) => taking(i === 4 ? 9000 : 100)),
    verdicts: ['pass', 'pass', 'pass', 'pass'],
    decided: true,
  },
  {
    what: 'the most visits, every fourth late',
    seen: visits(last, (i) => taking(i % 4 === 0 ? 2100 : 1900)),
    verdicts: ['open', 'open', 'pass', 'pass'],
    decided: false,
  },
];

for (const { what, seen, verdicts, decided } of rows) {
  test(`${what}: ${verdicts.join(', ')}`, () => {
    const judged = judge(seen);
    expect(judged.map(({ verdict }) => verdict)).toEqual(verdicts);
    expect(judged.map((one) => one.what)).toEqual([
      'cold load',
      'cold lcp',
      'warm load',
      'warm lcp',
    ]);
    expect(isDecided(judged)).toBe(decided);
  });
}

for (const [what, n, of] of [
  ['quick', second, () => taking(100)],
  ['slow', first, () => taking(2100)],
  ['now and then slow', last, (i) => taking(i % 4 === 0 ? 2100 : 1900)],
] as [string, number, (i: number) => Visit][]) {
  test(`a page that is ${what} is opened ${n} times each way`, async () => {
    let rounds = 0;
    const { visits: all } = await visitUntilDecided(() => {
      const cold = of(rounds++);
      return Promise.resolve({ cold, warm: taking(100) });
    }, judge);
    expect([rounds, all.cold.length, all.warm.length]).toEqual([n, n, n]);
  });
}

test('all looks together are wrong as rarely about a page on the verge as is said', () => {
  // How likely so many visits were in time, of the runs that no look has ended yet.
  let going = new Map([[0, 1]]);
  const ended = { pass: 0, fail: 0, open: 0 };
  let n = 0;
  for (const look of looks) {
    for (; n < look; n += 1) {
      const next = new Map<number, number>();
      for (const [inTime, chance] of going) {
        next.set(inTime + 1, (next.get(inTime + 1) ?? 0) + chance * 0.75);
        next.set(inTime, (next.get(inTime) ?? 0) + chance * 0.25);
      }
      going = next;
    }
    for (const [inTime, chance] of going) {
      const [cold] = judge(visits(n, (i) => taking(i < inTime ? 1900 : 2100)));
      const verdict = cold?.verdict ?? 'open';
      if (verdict !== 'open') going.delete(inTime);
      if (verdict !== 'open' || look === last) ended[verdict] += chance;
    }
  }
  expect(ended.pass).toBeCloseTo(0.026, 3);
  expect(ended.fail).toBeCloseTo(0.045, 3);
  expect(ended.pass + ended.fail + ended.open).toBeCloseTo(1, 9);
});
