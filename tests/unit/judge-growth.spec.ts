import { expect, test } from '@playwright/test';
import { grow, type Sight } from '../../load/growth/judge-growth.ts';

/** A page that takes so many milliseconds a row. */
const growing = (page: string, rowMs: (visit: number) => number): Sight[] => {
  let visits = 0;
  return [10, 100, 400].map((rows) => ({
    page,
    rows,
    open: () => Promise.resolve(20 + rows * rowMs((visits += 1)) + (visits % 7)),
  }));
};

const said = async (...sights: Sight[][]): Promise<Record<string, string>> =>
  Object.fromEntries(
    (await grow(sights.flat(), 1)).map(({ page, judgement }) => [page, judgement.verdict]),
  );

test('the page whose time grows too much is named, and no other', async () => {
  const flat = growing('flat', () => 0.05);
  const slow = growing('N+1', () => 1.6);
  expect(await said(flat, slow)).toEqual({ flat: 'pass', 'N+1': 'fail' });
});

test('a page on the verge is looked at more often, and ends inconclusive', async () => {
  let opened = 0;
  const verge = growing('verge', (visit) => {
    opened += 1;
    return visit % 2 === 0 ? 0.8 : 1.2;
  });
  expect(await said(verge)).toEqual({ verge: 'inconclusive' });
  expect(opened).toBe(3 * (1 + 24));
});

test('each round opens every page at every size once, in an order of its own', async () => {
  const order: number[] = [];
  const sights = [10, 100, 400].map((rows) => ({
    page: 'dashboard',
    rows,
    open: () => {
      order.push(rows);
      return Promise.resolve(20);
    },
  }));
  await grow(sights, 3);
  const rounds = order.flatMap((_, i) => (i % 3 === 0 ? [order.slice(i, i + 3)] : []));
  expect(rounds).toHaveLength(7);
  for (const round of rounds) expect(round.toSorted((a, b) => a - b)).toEqual([10, 100, 400]);
  expect(new Set(rounds.map(String)).size).toBeGreaterThan(2);
});
