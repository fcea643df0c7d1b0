import { expect, test } from '@playwright/test';
import type { LoadResult } from '../../load/load-request.ts';
import { openUnderLoad } from '../../load/pages-under-load.ts';
import type { Visit } from '../../load/pages/visit.ts';
import { audit, taking } from './sample-load.ts';

const result: LoadResult = {
  pages: new Map(),
  measuredMs: 1,
  perSecond: 1,
  unfinished: 0,
  interrupted: true,
  timeline: [],
  audit: audit(),
};

/** Opens a page that takes so long idle and under load, and tells what was done. */
async function opened(
  idleMs: number,
  loadedMs: number,
): Promise<{
  order: string[];
  verdicts: string[];
  isWhole: boolean;
}> {
  let isOn = false;
  const order: string[] = [];
  const round = (): Promise<{ cold: Visit; warm: Visit }> => {
    order.push(isOn ? 'loaded' : 'idle');
    const visit = taking(isOn ? loadedMs : idleMs);
    return Promise.resolve({ cold: visit, warm: visit });
  };
  const send = (signal: AbortSignal): Promise<LoadResult> => {
    isOn = true;
    return new Promise((resolve) => {
      signal.addEventListener('abort', () => {
        isOn = false;
        resolve(result);
      });
    });
  };
  const { pages, load } = await openUnderLoad([{ name: 'dashboard', round }], send, 1, 5);
  const verdicts = pages.flatMap(({ judged }) => judged.map(({ verdict }) => verdict));
  return { order, verdicts, isWhole: !load.interrupted };
}

test('a page that is quick under load passes after thirteen visits, with idle ones in between', async () => {
  const { order, verdicts, isWhole } = await opened(100, 300);
  expect(new Set(verdicts)).toEqual(new Set(['pass']));
  expect(order.filter((one) => one === 'loaded')).toHaveLength(13);
  expect(order.filter((one) => one === 'idle')).toHaveLength(4);
  expect(order.indexOf('loaded')).toBeLessThan(order.lastIndexOf('idle'));
  expect(isWhole).toBe(true);
});

test('a page that is slow only under load fails at the first look', async () => {
  const { order, verdicts } = await opened(100, 2500);
  expect(new Set(verdicts)).toEqual(new Set(['fail']));
  expect(order.filter((one) => one === 'loaded')).toHaveLength(3);
});

test('a page that is slow only idle is none that is slow under load', async () => {
  expect(new Set((await opened(2500, 100)).verdicts)).toEqual(new Set(['pass']));
});
