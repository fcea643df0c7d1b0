import { generateMersenne53Randomizer } from '@faker-js/faker';
import { joinLoads } from './join-loads.ts';
import type { LoadResult } from './load-request.ts';
import { isDecided, judge, looks, type Judged, type Round, type Visits } from './pages/judge.ts';
import type { Visit } from './pages/visit.ts';

/** A page that is opened, idle and under load. */
export interface Opened {
  readonly name: string;
  readonly round: () => Promise<Round>;
}

/** What the visits of a page say. */
export interface UnderLoad {
  readonly name: string;
  readonly loaded: Visits;
  readonly idle: Visits;
  /** Of the visits under load. */
  readonly judged: readonly Judged[];
}

/** Rounds under load between two idle ones; what one idle round shows, others have judged. */
const stretch = 4;

/**
 * Opens pages while a load is on until the visits decide. The load is taken away for one round in each
 * stretch of rounds, by chance at its beginning or its end, so that what the machine does meanwhile
 * meets both alike.
 *
 * @param pages each is opened once, cold and warm, in a round
 * @param send makes the load until the signal comes
 * @param settleMs how long the load is on before a page is opened
 * @param seed the same seed gives the same order
 * @returns the pages, and what the load itself has measured
 * @throws whatever opening or loading throws
 */
export async function openUnderLoad(
  pages: readonly Opened[],
  send: (signal: AbortSignal) => Promise<LoadResult>,
  settleMs: number,
  seed: number,
): Promise<{ readonly pages: readonly UnderLoad[]; readonly load: LoadResult }> {
  const random = generateMersenne53Randomizer(seed);
  const all = pages.map((page) => ({ ...page, loaded: new Seen(), idle: new Seen() }));
  const loads: LoadResult[] = [];
  const openAll = async (kind: 'loaded' | 'idle'): Promise<void> => {
    for (const page of all) page[kind].add(await page.round());
  };
  let rounds = 0;
  const isOver = (): boolean => {
    if (rounds >= looks[2]) return true;
    if (!looks.some((look) => look === rounds)) return false;
    const judged = all.map(({ loaded }) => judge(loaded));
    return judged.every(isDecided) || judged.flat().some(({ verdict }) => verdict === 'fail');
  };
  const loaded = async (): Promise<void> => {
    const end = new AbortController();
    const load = send(end.signal);
    try {
      // A load that ends early has met an error, which is told below.
      await Promise.race([load, new Promise((resolve) => setTimeout(resolve, settleMs))]);
      for (let n = 0; n < stretch && !isOver(); n += 1) {
        await openAll('loaded');
        rounds += 1;
      }
    } finally {
      end.abort();
      loads.push(await load);
    }
  };
  while (!isOver()) {
    const idleFirst = random.next() < 0.5;
    if (idleFirst) await openAll('idle');
    await loaded();
    if (!idleFirst) await openAll('idle');
  }
  return {
    pages: all.map(({ name, loaded, idle }) => ({ name, loaded, idle, judged: judge(loaded) })),
    // Each was ended when its pages had been opened, and so is whole.
    load: { ...joinLoads(loads), interrupted: false },
  };
}

class Seen implements Visits {
  readonly cold: Visit[] = [];
  readonly warm: Visit[] = [];

  add({ cold, warm }: Round): void {
    this.cold.push(cold);
    if (warm !== undefined) this.warm.push(warm);
  }
}
