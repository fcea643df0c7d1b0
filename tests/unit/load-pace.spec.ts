import { expect, test } from '@playwright/test';
import { pace } from '../../load/pace.ts';

test('each moment is called once, in order and never early, and told when it was due', async () => {
  const moments = [0, 0, 5, 30, 31, 60];
  const due: number[] = [];
  await pace(moments, (dueMs) => {
    expect(performance.now()).toBeGreaterThanOrEqual(dueMs);
    due.push(dueMs);
  });
  const first = due[0] ?? NaN;
  expect(due.map((time) => Math.round(time - first))).toEqual(moments);
});

test('what was missed while the process was busy is made up for, with its own moments', async () => {
  const moments = Array.from({ length: 20 }, (_, index) => index * 5);
  const late: number[] = [];
  await pace(moments, (dueMs) => {
    late.push(performance.now() - dueMs);
    const until = performance.now() + (late.length === 1 ? 60 : 0);
    while (performance.now() < until);
  });
  expect(late).toHaveLength(20);
  expect(late[1]).toBeGreaterThanOrEqual(54);
});

test('a signal ends it in the middle of a wait', async () => {
  const controller = new AbortController();
  const called: number[] = [];
  await pace(
    [0, 60_000],
    (dueMs) => {
      called.push(dueMs);
      setImmediate(() => {
        controller.abort();
      });
    },
    controller.signal,
  );
  expect(called).toHaveLength(1);
});

test('nothing is called when the signal has come before', async () => {
  let called = 0;
  await pace([0], () => (called += 1), AbortSignal.abort());
  expect(called).toBe(0);
});

test('what the callee throws is thrown', async () => {
  const paced = pace([0], () => {
    throw new Error('no request');
  });
  await expect(paced).rejects.toThrow('no request');
});
