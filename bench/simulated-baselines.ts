import { generateMersenne53Randomizer } from '@faker-js/faker';
import { judgeBeside } from '../load/baseline/judge-beside.ts';
import { judgeHistory } from '../load/baseline/judge-history.ts';
import { joined, type PageJudgement } from '../load/baseline/judgement.ts';
import { plans } from '../load/baseline/plan.ts';

// Comparisons of runs that are drawn, so that the truth is known and thousands take seconds.

/** How often what was found, of as many comparisons as were asked for of each kind. */
export interface Found {
  /** Of a target with itself, called slower for any of its pages. */
  readonly alarms: number;
  /** The same, left inconclusive. */
  readonly open: number;
  /** Of a target one of whose pages is a tenth slower: found, and called as fast. */
  readonly found: number;
  readonly missed: number;
}

const pages = [
  'dashboard',
  'list of contracts',
  'contract',
  'estimate',
  'printed estimate',
  'search',
];
const usualMs = 25;
const options = { pages: pages.length, lagMs: 0.2 };
const { blocks } = plans.usual;
const tenth = 1.1;

/**
 * New runs against accepted ones.
 *
 * @param options `between`: standard deviation from run to run, as a share; `within`: of blocks;
 *   `accepted`: how many runs; `heavy`: deviations from run to run as those of t with 3 degrees of
 *   freedom, where now and then a night is far off, of the same standard deviation
 */
export function histories(of: {
  readonly between: number;
  readonly within?: number;
  readonly accepted: number;
  readonly comparisons: number;
  readonly heavy?: boolean;
  readonly seed?: number;
}): Found {
  const { between, within = 0.04, accepted, comparisons, heavy = false, seed = 1 } = of;
  const normal = normalBy(seed);
  const heavyTailed = (): number =>
    normal() / Math.sqrt(normal() ** 2 + normal() ** 2 + normal() ** 2);
  const run = (level: number): number[] => {
    const off = between * (heavy ? heavyTailed() : normal());
    return Array.from({ length: blocks }, () => level * Math.exp(off + within * normal()));
  };
  const history = (): number[][] => Array.from({ length: accepted }, () => run(usualMs));
  return counted(comparisons, (page, level) =>
    judgeHistory(page, [run(level)], [history()], options),
  );
}

/**
 * Two targets in turn, on a machine whose speed walks.
 *
 * @param options `within`: standard deviation of blocks, as a share; `drift`: how far the machine's
 *   speed has walked at the end, as a standard deviation
 */
export function besides(of: {
  readonly within: number;
  readonly drift: number;
  readonly comparisons: number;
  readonly seed?: number;
}): Found {
  const { within, drift, comparisons, seed = 1 } = of;
  const normal = normalBy(seed);
  return counted(comparisons, (page, level) => {
    let off = 0;
    const walked = Array.from({ length: blocks }, () => {
      off += (normal() * drift) / Math.sqrt(blocks);
      return off;
    });
    const side = (usual: number): number[] =>
      walked.map((at) => usual * Math.exp(at + within * normal()));
    return judgeBeside(page, side(level), side(usualMs), options);
  });
}

function counted(
  comparisons: number,
  judge: (page: string, levelMs: number) => PageJudgement,
): Found {
  let [alarms, open, found, missed] = [0, 0, 0, 0];
  for (let nth = 0; nth < comparisons; nth += 1) {
    const same = joined(pages.map((page) => judge(page, usualMs))).verdict;
    if (same === 'slower') alarms += 1;
    if (same === 'inconclusive') open += 1;
    const slow = judge(pages[0] ?? '', usualMs * tenth).verdict;
    if (slow === 'slower') found += 1;
    if (slow === 'as fast') missed += 1;
  }
  return { alarms, open, found, missed };
}

/** Normal deviates, the same ones for the same seed (Box & Muller, 1958). */
export function normalBy(seed: number): () => number {
  const random = generateMersenne53Randomizer(seed);
  return () => Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
}
