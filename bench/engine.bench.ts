import { expect } from '@playwright/test';
import autocannon from 'autocannon';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { closedLoop } from '../load/closed-loop.ts';
import type { LoadRequest } from '../load/load-request.ts';
import { openLoop } from '../load/open-loop.ts';
import { ordered } from '../load/statistics/quantile-interval.ts';
import { figure } from './figure.ts';
import { test } from './known-server.ts';

// Whether the engines tell the truth, measured on a server that knows it, and what they cost.
const get = (path: string): LoadRequest => ({
  page: 'page',
  method: 'GET',
  path,
  check: ({ status, text }) => (status === 200 && text() === 'page' ? undefined : 'not the page'),
});
const level = (perSecond: number, seconds: number) => [{ seconds, from: perSecond, to: perSecond }];
const usual = { spacing: 'even', deadlineMs: 10_000 } as const;
const off = (seen: number, truth: number): number => Math.abs(seen / truth - 1);
const percent = (share: number): string => `${(share * 100).toFixed(2)} %`;
const ms = (value: number): string => `${value.toFixed(1)} ms`;
const quantileOf = (values: readonly number[], q: number): number =>
  ordered(values).atRank(Math.ceil(q * values.length));

test('a stall of two seconds is seen as it was: 10 ms server, 50/s for 8 s', async ({ known }) => {
  test.setTimeout(60_000);
  const request = get('/stall/10');
  await known.log();
  const { pages, audit } = await openLoop(
    { origin: known.origin },
    { ...usual, stages: level(50, 9), next: () => request, maxInFlight: 500, warmUpMs: 1000 },
  );
  const log = (await known.log()).sort((a, b) => a.cameMs - b.cameMs);
  const truth = log.slice(50).map(({ keptMs }) => keptMs);
  const page = pages.get('page');
  expect(page?.latency.count).toBe(400);
  expect(truth).toHaveLength(400);

  const beside = await autocannon({
    url: `${known.origin}/stall/10`,
    connections: 10,
    duration: 8,
    overallRate: 50,
    ignoreCoordinatedOmission: true,
  });
  await known.log();
  const autocannons = [beside.latency.p90, beside.latency.p99];

  for (const [index, q] of [0.9, 0.99].entries()) {
    const [seen, real] = [page?.latency.quantile(q) ?? NaN, quantileOf(truth, q)];
    const other = autocannons[index] ?? NaN;
    figure(
      `p${q * 100}: ${ms(seen)}, the server's own ${ms(real)}, off by ${percent(off(seen, real))} ` +
        `(aim 2 %); autocannon at the same rate ${ms(other)}, ${(real / other).toFixed(1)} times less`,
    );
    expect.soft(off(seen, real)).toBeLessThan(0.02);
  }
  figure(`lag p99 ${ms(audit.lagP99Ms)}`);
});

test('a server of 100 ms is measured as one, by even arrivals: 50/s for 20 s', async ({
  known,
}) => {
  test.setTimeout(60_000);
  const request = get('/fixed/100');
  await known.log();
  const { pages, audit } = await openLoop(
    { origin: known.origin },
    { ...usual, stages: level(50, 22), next: () => request, maxInFlight: 500, warmUpMs: 2000 },
  );
  const log = await known.log();
  const kept = quantileOf(
    log.map(({ keptMs }) => keptMs),
    0.5,
  );
  const seen = pages.get('page')?.latency.quantile(0.5) ?? NaN;
  figure(
    `p50 ${seen.toFixed(2)} ms, off by ${percent(off(seen, 100))} (aim 1 %); the server's own ${kept.toFixed(2)} ms`,
  );
  expect.soft(off(seen, 100)).toBeLessThan(0.01);

  // From half a gap before the first: on the edge of a window, chance would decide.
  const fromMs = (log[0]?.cameMs ?? NaN) - 10;
  const counts = Array<number>(200).fill(0);
  for (const { cameMs } of log) {
    const window = Math.floor((cameMs - fromMs) / 100);
    counts[window] = (counts[window] ?? 0) + 1;
  }
  const windows = counts.slice(0, 200);
  const mean = windows.reduce((sum, count) => sum + count, 0) / windows.length;
  const variance = windows.reduce((sum, count) => sum + (count - mean) ** 2, 0) / windows.length;
  const variation = Math.sqrt(variance) / mean;
  figure(
    `arrivals per 100 ms: ${mean.toFixed(2)}, coefficient of variation ${percent(variation)} (aim 10 %), lag p99 ${ms(audit.lagP99Ms)}`,
  );
  expect.soft(variation).toBeLessThan(0.1);
});

test('what a request costs: 8,000/s for 20 s, server on the same two cores', async ({ known }) => {
  test.setTimeout(90_000);
  const request = get('/fast');
  const { pages, perSecond, audit } = await openLoop(
    { origin: known.origin },
    { ...usual, stages: level(8000, 22), next: () => request, maxInFlight: 500, warmUpMs: 2000 },
  );
  const page = pages.get('page');
  const cost = audit.cpuMicros / ((page?.count ?? NaN) - (page?.dropped ?? NaN));
  figure(
    `${perSecond.toFixed(0)} right answers/s (aim 8,000), ${page?.dropped} dropped, ${page?.errors.count} errors; ` +
      `${cost.toFixed(1)} µs CPU a request (aim 60), ${percent(audit.cpuShare)} of a core; ` +
      `lag p99 ${ms(audit.lagP99Ms)} (aim 5), most ${ms(audit.lagMaxMs)}; event loop p99 ${ms(audit.loopDelayP99Ms)}; ` +
      `latency p50 ${ms(page?.latency.quantile(0.5) ?? NaN)}, p99 ${ms(page?.latency.quantile(0.99) ?? NaN)}`,
  );
  figure(`the engine of itself: ${audit.invalid.join('; ') || 'valid'}`);

  const closed = await closedLoop(
    { origin: known.origin },
    { connections: 10, requests: [request], deadlineMs: 10_000, warmUpMs: 1000, measureMs: 8000 },
  );
  const closedCount = closed.pages.get('page')?.count ?? NaN;
  const [before, start] = [process.cpuUsage(), performance.now()];
  const bare = await autocannon({ url: `${known.origin}/fast`, connections: 10, duration: 8 });
  const { user, system } = process.cpuUsage(before);
  const elapsed = (performance.now() - start) / 1000;
  figure(
    `closed loop: ${closed.perSecond.toFixed(0)}/s, ${(closed.audit.cpuMicros / closedCount).toFixed(1)} µs; ` +
      `bare autocannon ${(bare.requests.total / elapsed).toFixed(0)}/s, ${((user + system) / bare.requests.total).toFixed(1)} µs`,
  );
  expect.soft(perSecond).toBeGreaterThanOrEqual(7999);
  expect.soft(cost).toBeLessThanOrEqual(60);
  expect.soft(audit.lagP99Ms).toBeLessThan(5);
});

test('memory stays flat over a million requests', async ({ known }) => {
  test.setTimeout(300_000);
  setFlagsFromString('--expose_gc');
  const collect = runInNewContext('gc') as () => void;
  const request = get('/fast');
  const heaps: number[] = [];
  const next = (index: number): LoadRequest => {
    if (index % 100_000 === 99_999) {
      collect();
      heaps.push(process.memoryUsage().heapUsed / 2 ** 20);
    }
    return request;
  };
  const { pages } = await openLoop(
    { origin: known.origin },
    { ...usual, stages: level(7000, 143), next, maxInFlight: 500, warmUpMs: 0 },
  );
  const page = pages.get('page');
  const growth = (heaps.at(-1) ?? NaN) - (heaps[0] ?? NaN);
  figure(
    `${page?.count} requests, ${page?.dropped} dropped, errors: ${[...(page?.reasons ?? [])].join(' ') || 'none'}; heap after each 100,000: ` +
      `${heaps.map((heap) => heap.toFixed(1)).join(' ')} MB, grown by ${growth.toFixed(2)} MB (aim 1); ` +
      `${(process.memoryUsage().rss / 2 ** 20).toFixed(0)} MB resident`,
  );
  expect.soft(page?.count).toBeGreaterThanOrEqual(1_000_000);
  expect.soft(growth).toBeLessThan(1);
});
