import { joinLoads } from './join-loads.ts';
import { judgeLoad, type LoadJudgement } from './judge-load.ts';
import type { LoadResult } from './load-request.ts';
import type { Judgement } from './statistics/verdict.ts';

/** Further looks blur what an interval means, see `judge`. */
const mostRuns = 2;

/** What was measured in all, and what is said of it. */
export interface Decided {
  readonly result: LoadResult;
  readonly judgement: LoadJudgement;
}

/**
 * Repeats a load whose intervals lie across a budget, once, and judges both together.
 *
 * @param run makes the load
 * @param isLevel whether its rate is the same all the time
 */
export async function untilDecided(
  run: () => Promise<LoadResult>,
  isLevel: boolean,
): Promise<Decided> {
  const parts: LoadResult[] = [];
  for (;;) {
    parts.push(await run());
    const result = joinLoads(parts);
    const mayExtend = parts.length < mostRuns && !result.interrupted;
    const judgement = judgeLoad(result, { mayExtend, isLevel });
    const all = [...judgement.pages.values(), judgement.errors];
    const has = (wanted: string): boolean => all.some(({ verdict }) => verdict === wanted);
    // One page over its budget decides, whatever more samples of the others would say.
    if (has('fail') || !has('extend')) return { result, judgement };
  }
}

/**
 * What is said of a load, as far as it has that verdict.
 *
 * @returns a sentence each
 */
export function saidOf(
  { pages, errors }: LoadJudgement,
  wanted: Judgement['verdict'],
): readonly string[] {
  return [...pages, ['errors and dropped requests', errors] as const].flatMap(
    ([what, { verdict, reason }]) => (verdict === wanted ? [`${what}: ${reason}`] : []),
  );
}
