import { expect } from '@playwright/test';
import { interleave } from '../load/interleave.ts';
import type { LoadRequest } from '../load/load-request.ts';
import { openLoop } from '../load/open-loop.ts';
import { compare, medianOf, minimumEffect, type Comparison } from '../load/statistics/compare.ts';
import { shareInterval } from '../load/statistics/quantile-interval.ts';
import { figure } from './figure.ts';
import { test, type KnownServer } from './known-server.ts';

// How often a build is called slower than itself, and how often one that is a tenth slower: on the
// login page of the stand-in, behind a server that can keep each answer a little longer.
const pairs = 15;
const requestsPerBlock = 10;
const perSecond = 120;
const warmUp = 20;
const count = Number(process.env['COMPARISONS'] ?? 200);

async function blocksOf(known: KnownServer, slowerMs: number, seed: number) {
  const order = interleave(pairs, seed);
  const next = (index: number): LoadRequest => {
    const block = Math.floor((index - warmUp) / requestsPerBlock);
    const extraMs = order[block] === 'candidate' ? slowerMs : 0;
    return {
      page: String(block),
      method: 'GET',
      path: `/through/${extraMs}/accounts/login/`,
      check: ({ status, text }) =>
        status === 200 ? undefined : `${status} ${text().slice(0, 200)}`,
    };
  };
  const seconds = (warmUp + 2 * pairs * requestsPerBlock) / perSecond;
  const { pages } = await openLoop(
    { origin: known.origin },
    {
      stages: [{ seconds, from: perSecond, to: perSecond }],
      spacing: 'even',
      next,
      maxInFlight: 500,
      deadlineMs: 10_000,
      // Half a gap earlier, as the first arrival that counts is due exactly at its end.
      warmUpMs: (1000 * (warmUp - 0.5)) / perSecond,
    },
  );
  for (const [block, page] of pages) {
    for (const [reason, times] of page.reasons) figure(`block ${block}: ${times} times ${reason}`);
  }
  // The service time: nothing is omitted in an open loop, and the generator's own lag of up to
  // a millisecond is not in it, which is much beside a page of two.
  const medians = (side: string): number[] =>
    order.flatMap((of, block) =>
      of === side ? [pages.get(String(block))?.service.quantile(0.5) ?? NaN] : [],
    );
  return { baseline: medians('baseline'), candidate: medians('candidate') };
}

function told(comparisons: readonly Comparison[], what: (one: Comparison) => boolean) {
  const hits = comparisons.filter(what).length;
  const interval = shareInterval(hits, comparisons.length);
  const [low, high] = 'low' in interval ? [interval.low, interval.high] : [NaN, NaN];
  const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
  return {
    share: hits / comparisons.length,
    text: `${hits} of ${comparisons.length}, ${percent(hits / comparisons.length)} (95 %: ${percent(low)} to ${percent(high)})`,
  };
}

test('false alarms, and true slowdowns of 10 % that are found', async ({ known }) => {
  test.setTimeout(30 * 60_000);
  const noise: number[] = [];
  const usual: number[] = [];
  for (let round = 0; round < 20; round += 1) {
    const { baseline, candidate } = await blocksOf(known, 0, 9000 + round);
    noise.push(compare(baseline, candidate).effect);
    usual.push(medianOf(baseline));
  }
  const least = minimumEffect(noise);
  const usualMs = medianOf(usual);

  const run = async (rounds: number, slowerMs: number): Promise<Comparison[]> => {
    const comparisons: Comparison[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const { baseline, candidate } = await blocksOf(known, slowerMs, round);
      comparisons.push(compare(baseline, candidate, { minimumEffect: least }));
    }
    return comparisons;
  };
  const same = await run(count, 0);
  const slow = await run(count / 4, usualMs / 10);

  const alarms = told(same, ({ verdict }) => verdict !== 'no difference');
  const found = told(slow, ({ verdict }) => verdict === 'slower');
  const middle = medianOf(slow.map(({ effect }) => effect));
  figure(
    `${pairs} blocks of ${requestsPerBlock} requests a side, median ${usualMs.toFixed(2)} ms; ` +
      `least effect that counts ${(least * 100).toFixed(1)} %`,
  );
  figure(`false alarms: ${alarms.text} (aim < 1 %)`);
  figure(`found slower: ${found.text} (aim 90 %), median effect ${(middle * 100).toFixed(1)} %`);
  expect.soft(alarms.share).toBeLessThan(0.01);
  expect.soft(found.share).toBeGreaterThanOrEqual(0.9);
});
