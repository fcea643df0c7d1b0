import { expect, test, type TestInfo } from '@playwright/test';
import { measured, type Measured } from '../../fixtures/test/measured.ts';
import type { LoadResult } from '../../load/load-request.ts';
import { audit } from './sample-load.ts';

const result = (interrupted = false): LoadResult => ({
  pages: new Map(),
  measuredMs: 1,
  perSecond: 1,
  unfinished: 0,
  interrupted,
  timeline: [],
  audit: audit(),
});

/** A load that goes on until the signal comes. */
const endless = (signal: AbortSignal): Promise<LoadResult> =>
  new Promise((resolve) => {
    signal.addEventListener('abort', () => {
      resolve(result(true));
    });
  });

/** Runs a check with the fixture, and says which figures it has left. */
async function leftBy(
  status: TestInfo['status'],
  check: (measure: Measured) => unknown,
): Promise<string[]> {
  const left: string[] = [];
  const testInfo = {
    status,
    outputPath: (name: string) => test.info().outputPath(name),
    attach: (name: string) => {
      left.push(name);
      return Promise.resolve();
    },
  } as unknown as TestInfo;
  await measured(
    {},
    async (measure) => {
      await check(measure);
    },
    testInfo,
  );
  return left.filter((name) => name.endsWith('.json'));
}

test('a step is left as soon as it has ended, whatever becomes of the next one', async () => {
  const left = await leftBy('failed', async (measure) => {
    await measure('1-users', () => Promise.resolve(result()), 'at once');
    const broken = measure('2-users', () => Promise.reject(new Error('broken')), 'at once');
    await expect(broken).rejects.toThrow('broken');
  });
  expect(left).toEqual(['load-1-users.json']);
});

test('an interruption leaves the step that is under way as incomplete, and none twice', async () => {
  const left = await leftBy('interrupted', async (measure) => {
    await measure('1-users', () => Promise.resolve(result()), 'at once');
    void measure('2-users', endless, 'at once');
  });
  expect(left).toEqual(['load-1-users.json', 'load-2-users-incomplete.json']);
});

test('what the check would have left itself, an interruption leaves: all runs of its load', async () => {
  const left = await leftBy('interrupted', async (measure) => {
    await measure('average', () => Promise.resolve(result()));
    void measure('average', endless);
  });
  expect(left).toEqual(['load-average-1.json', 'load-average-2-incomplete.json']);
});

test('without an interruption the check leaves its load itself', async () => {
  expect(
    await leftBy('passed', (measure) => measure('average', () => Promise.resolve(result()))),
  ).toEqual([]);
});
