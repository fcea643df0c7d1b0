import { expect } from '@playwright/test';
import { judgeBeside } from '../load/baseline/judge-beside.ts';
import type { PageJudgement } from '../load/baseline/judgement.ts';
import { interleave } from '../load/interleave.ts';
import type { LoadRequest } from '../load/load-request.ts';
import { openLoop } from '../load/open-loop.ts';
import { compare, minimumEffect, type Comparison } from '../load/statistics/compare.ts';
import { median } from '../report/signoff/median.ts';
import { shareInterval } from '../load/statistics/quantile-interval.ts';
import { figure } from './figure.ts';
import { test, type KnownServer } from './known-server.ts';

// How often a build is called slower than itself, and how often one that is a tenth slower: on the
// login page of the stand-in, behind a server that keeps each answer for the time of a usual page,
// and that of one side a tenth longer. Of a page of two milliseconds a tenth is less than the time
// that a machine with other work takes now and then.
const usualMs = 20;
const pairs = 24;
const requestsPerBlock = 10;
const perSecond = 120;
const warmUp = 20;
const count = Number(process.env['COMPARISONS'] ?? 200);

async function blocksOf(known: KnownServer, slowerMs: number, seed: number): Promise<Blocks> {
  const order = interleave(pairs, seed);
  const next = (index: number): LoadRequest => {
    const block = Math.floor((index - warmUp) / requestsPerBlock);
    const extraMs = usualMs + (order[block] === 'candidate' ? slowerMs : 0);
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
  // The service time: nothing is omitted in an open loop, and the generator's own lag is not in it.
  const medians = (side: string): number[] =>
    order.flatMap((of, block) =>
      of === side ? [pages.get(String(block))?.service.quantile(0.5) ?? NaN] : [],
    );
  return { baseline: medians('baseline'), candidate: medians('candidate') };
}

/** The medians of the blocks of each side, in milliseconds and in order of time. */
interface Blocks {
  readonly baseline: readonly number[];
  readonly candidate: readonly number[];
}

function told<T>(comparisons: readonly T[], what: (one: T) => boolean) {
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
  const run = async (rounds: number, slowerMs: number, seed: number): Promise<Blocks[]> => {
    const blocks: Blocks[] = [];
    for (let round = 0; round < rounds; round += 1) {
      blocks.push(await blocksOf(known, slowerMs, seed + round));
    }
    // On a machine that stands still for seconds a block may have no answer at all.
    const whole = blocks.filter(({ baseline, candidate }) =>
      [...baseline, ...candidate].every(Number.isFinite),
    );
    if (whole.length < rounds)
      figure(`${rounds - whole.length} of ${rounds} could not be measured`);
    return whole;
  };
  const first = await run(20, 0, 9000);
  const seenMs = median(first.map(({ baseline }) => median(baseline)));
  const same = await run(count, 0, 0);
  const slow = await run(Math.ceil(count / 4), seenMs / 10, 0);

  // The rank test, with the noise of a whole machine from A/A runs of its own.
  const least = minimumEffect(
    first.map(({ baseline, candidate }) => compare(baseline, candidate).effect),
  );
  const ranked = ({ baseline, candidate }: Blocks): Comparison =>
    compare(baseline, candidate, { minimumEffect: least });
  // What npm run baseline -- compare --against does: blocks in pairs, the noise from the run itself.
  const paired = ({ baseline, candidate }: Blocks): PageJudgement =>
    judgeBeside('login page', candidate, baseline, { pages: 1, lagMs: 0 });

  figure(
    `${pairs} blocks of ${requestsPerBlock} requests a side, median ${seenMs.toFixed(2)} ms; ` +
      `least effect of the rank test ${(least * 100).toFixed(1)} %`,
  );
  const alarms = {
    'rank test': told(same.map(ranked), ({ verdict }) => verdict !== 'no difference'),
    'in pairs': told(same.map(paired), ({ verdict }) => verdict === 'slower'),
  };
  const found = {
    'rank test': told(slow.map(ranked), ({ verdict }) => verdict === 'slower'),
    'in pairs': told(slow.map(paired), ({ verdict }) => verdict === 'slower'),
  };
  const effect = median(slow.map((blocks) => paired(blocks).shift.estimate));
  for (const [name, { text }] of Object.entries(alarms)) {
    figure(`${name}: false alarms ${text} (aim < 1 %)`);
  }
  for (const [name, { text }] of Object.entries(found)) {
    figure(`${name}: found slower ${text} (aim 90 %)`);
  }
  const unsure = told(same.map(paired), ({ verdict }) => verdict === 'undecided');
  const missed = told(slow.map(paired), ({ verdict }) => verdict === 'as fast');
  figure(`in pairs: undecided with itself ${unsure.text}; a tenth called as fast ${missed.text}`);
  figure(`median effect of the tenth ${(effect * 100).toFixed(1)} %`);
  for (const { share } of Object.values(alarms)) expect.soft(share).toBeLessThan(0.01);
  for (const { share } of Object.values(found)) expect.soft(share).toBeGreaterThanOrEqual(0.9);
});
