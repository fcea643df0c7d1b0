import { expect, test } from '@playwright/test';
import { setTimeout as pause } from 'node:timers/promises';
import { mostLagMs, withLag } from '../../load/pages/own-lag.ts';

/** Works for about a second, and lets nothing else have its turn for so long each time. */
const work = (blockedMs: number) => async () => {
  const until = performance.now() + 1000;
  while (performance.now() < until) {
    const turn = performance.now() + blockedMs;
    while (performance.now() < turn);
    await pause(1);
  }
  return { done: true };
};

test('a process that never waits for its turn has little lag', async () => {
  const { done, lagMs } = await withLag(work(0));
  expect(done).toBe(true);
  expect(lagMs).toBeLessThan(mostLagMs);
});

test('a process that waits 200 ms for its turn has as much lag', async () => {
  const { lagMs } = await withLag(work(200));
  expect(lagMs).toBeGreaterThan(150);
});
