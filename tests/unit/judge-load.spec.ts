import { expect, test } from '@playwright/test';
import { interleave } from '../../load/interleave.ts';
import { joinLoads } from '../../load/join-loads.ts';
import { judgeLoad } from '../../load/judge-load.ts';
import { PageResult } from '../../load/page-result.ts';
import { audit } from './sample-load.ts';

function page(latencyMs: number, count: number, failures = 0, growth = 0): PageResult {
  const made = new PageResult();
  for (let index = 0; index < count; index += 1) {
    const moment = index / count;
    made.succeed(latencyMs + growth * moment, latencyMs, moment);
  }
  for (let index = 0; index < failures; index += 1) made.fail(1, 'status 500');
  return made;
}

const now = { mayExtend: false, isLevel: true };

test('each page has a verdict of its own, errors one of all pages', () => {
  const pages = new Map([
    ['quick', page(300, 500)],
    ['slow', page(2500, 500)],
    ['rare', page(300, 20)],
    ['growing', page(300, 500, 0, 900)],
    ['growing far below', page(20, 500, 0, 60)],
  ]);
  const judged = judgeLoad({ pages, audit: audit() }, now);
  expect([...judged.pages].map(([name, { verdict }]) => [name, verdict])).toEqual([
    ['quick', 'pass'],
    ['slow', 'fail'],
    ['rare', 'inconclusive'],
    ['growing', 'inconclusive'],
    ['growing far below', 'pass'],
  ]);
  expect(judged.errors.verdict).toBe('pass');
  expect(judged.pages.get('quick')?.reason).toContain('budget 2000 ms');
});

test('under a rate that was raised, a page that gets slower is none that drifts', () => {
  const pages = new Map([['growing', page(300, 500, 0, 900)]]);
  const judged = judgeLoad({ pages, audit: audit() }, { ...now, isLevel: false });
  expect(judged.pages.get('growing')?.verdict).toBe('pass');
});

for (const [failures, verdict] of [
  [0, 'pass'],
  [10, 'inconclusive'],
  [40, 'fail'],
] as const) {
  test(`${failures} errors of a thousand: ${verdict}`, () => {
    const pages = new Map([['page', page(300, 1000 - failures, failures)]]);
    expect(judgeLoad({ pages, audit: audit() }, now).errors.verdict).toBe(verdict);
  });
}

test('what is dropped is a failure', () => {
  const dropping = page(300, 500);
  dropping.dropped = 100;
  const judged = judgeLoad({ pages: new Map([['page', dropping]]), audit: audit() }, now);
  expect(judged.errors.verdict).toBe('fail');
});

test('a generator that was late leaves nothing to judge', () => {
  const pages = new Map([['slow', page(2500, 500, 20)]]);
  const judged = judgeLoad({ pages, audit: audit(['late'], { lagMaxMs: 300 }) }, now);
  expect(judged.pages.get('slow')).toEqual({ verdict: 'invalid', reason: 'late' });
  expect(judged.errors.verdict).toBe('invalid');
});

for (const [what, further, verdict] of [
  ['was late', { lagMaxMs: 300 }, 'fail'],
  ['was late by so much that a deadline may be missed for it', { lagMaxMs: 4500 }, 'invalid'],
  ['had no processor time', { cpuShare: 0.9 }, 'invalid'],
  ['ran out of sockets', { socketsAMinute: 30_000 }, 'invalid'],
] as const) {
  test(`four of five requests fail under a generator that ${what}: ${verdict}`, () => {
    const pages = new Map([['page', page(300, 20, 80)]]);
    const judged = judgeLoad({ pages, audit: audit([what], further) }, now);
    expect(judged.errors.verdict).toBe(verdict);
    // Too few answers for a p95: nothing is said of the page itself.
    expect(judged.pages.get('page')?.verdict).not.toBe('pass');
  });
}

for (const [what, further, verdict] of [
  ['was late', { lagMaxMs: 300 }, 'fail'],
  ['was late by as much as the page is over its budget', { lagMaxMs: 600 }, 'invalid'],
  ['had no processor time', { cpuShare: 0.9 }, 'invalid'],
  ['ran out of sockets', { socketsAMinute: 30_000 }, 'invalid'],
] as const) {
  test(`a page that takes 3 s under a generator that ${what}: ${verdict}`, () => {
    const pages = new Map([['slow', page(3000, 500)]]);
    const judged = judgeLoad({ pages, audit: audit([what], further) }, now);
    expect(judged.pages.get('slow')?.verdict).toBe(verdict);
  });
}

test('blocks of two sides come in pairs, in an order by chance that the seed gives', () => {
  const order = interleave(500, 4);
  const firsts = order.filter((_, index) => index % 2 === 0);
  expect(order.filter((side) => side === 'baseline')).toHaveLength(500);
  expect(firsts.filter((side) => side === 'baseline').length).toBeGreaterThan(200);
  expect(firsts.filter((side) => side === 'baseline').length).toBeLessThan(300);
  expect(order.every((side, index) => index % 2 === 0 || side !== order[index - 1])).toBe(true);
  expect(interleave(500, 4)).toEqual(order);
});

test('a load that was too short is decided by its extension', () => {
  const part = (latencyMs: number, invalid: readonly string[] = []) => ({
    pages: new Map([['page', page(latencyMs, 60, 1)]]),
    measuredMs: 1000,
    perSecond: 60,
    unfinished: 1,
    interrupted: false,
    timeline: [],
    audit: audit(invalid),
  });
  const first = part(300);
  expect(judgeLoad(first, { ...now, mayExtend: true }).pages.get('page')?.verdict).toBe('extend');
  const joined = joinLoads([first, part(310)]);
  expect(judgeLoad(joined, now).pages.get('page')?.verdict).toBe('pass');
  const sum = joined.pages.get('page');
  expect(sum?.latency.count).toBe(120);
  expect(sum?.blocks.map(({ count }) => count)).toEqual(Array(20).fill(6));
  expect([...(sum?.reasons ?? [])]).toEqual([['status 500', 2]]);
  expect(joined).toMatchObject({ measuredMs: 2000, perSecond: 60, unfinished: 2 });
  expect(first.pages.get('page')?.latency.count).toBe(60);
  expect(joinLoads([first, part(300, ['late']), part(300, ['late'])]).audit.invalid).toEqual([
    'late',
  ]);
  expect(() => joinLoads([])).toThrow(RangeError);
});
