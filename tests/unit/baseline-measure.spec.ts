import { expect, test } from '@playwright/test';
import { measure, type Side } from '../../load/baseline/measure.ts';
import { runNamed } from '../../load/baseline/refusals.ts';
import { runsOf } from '../../load/baseline/runs.ts';
import { readStore } from '../../load/baseline/store.ts';
import { officeRequests } from '../../load/office.ts';
import type { Worker } from '../../load/ways.ts';
import { key } from './baseline-sample.ts';
import { closeServers, isPage, loadServer } from './load-server.ts';

test.afterEach(closeServers);

const plan = { blocks: 3, rounds: 2, perSecond: 200, warmUp: 3, deadlineSeconds: 60 };
const work = { contrato: 1, estimacion: 2, contract: 'x', concept: 'y' };
const people = Array.from({ length: 4 }, (): Worker => ({ cookies: [], saving: [] }));

async function sideOf(run: string): Promise<Side> {
  const { origin } = await loadServer((_request, response) => response.end('page'));
  const requests = officeRequests(work, people, origin, {}).map((one) => ({
    ...one,
    check: isPage,
  }));
  return { run, key, target: { origin }, requests };
}

test('each block has each page as often as the mix says, without the warm-up', async ({}, testInfo) => {
  const folder = testInfo.outputPath('store');
  const { signal } = new AbortController();
  await measure(await sideOf('one'), undefined, { plan, seed: 1, folder, signal });
  const run = runNamed(runsOf(readStore(folder).lines));
  expect(run).toMatchObject({ run: 'one', complete: true, beside: undefined });
  for (const { pages } of run.blocks) {
    const counts = Object.entries(pages).map(([page, { count }]) => [page, count]);
    expect(Object.fromEntries(counts)).toEqual({
      dashboard: 6,
      'list of contracts': 4,
      contract: 4,
      estimate: 4,
      'printed estimate': 4,
      search: 4,
      'saved estimate': 4,
    });
  }
});

test('of two targets in turn the newest run is that of the target itself', async ({}, testInfo) => {
  const folder = testInfo.outputPath('store');
  const { signal } = new AbortController();
  const [side, other] = [await sideOf('now'), await sideOf('before')];
  await measure(side, other, { plan, seed: 1, folder, signal });
  const all = runsOf(readStore(folder).lines);
  expect(runNamed(all)).toMatchObject({ run: 'now', beside: 'before', complete: true });
  expect(runNamed(all, 'before')).toMatchObject({ beside: 'now', complete: true });
});

test('a signal ends it, and the block under way is no block', async ({}, testInfo) => {
  const folder = testInfo.outputPath('store');
  const end = new AbortController();
  end.abort();
  await measure(await sideOf('one'), undefined, { plan, seed: 1, folder, signal: end.signal });
  expect(runNamed(runsOf(readStore(folder).lines))).toMatchObject({ blocks: [], complete: false });
});
