import type { LoadResult } from './load-request.ts';
import { thresholds } from './profiles.ts';
import { shareInterval } from './statistics/quantile-interval.ts';

/** What a target did with so many users that wait for their answers. */
export interface Step {
  readonly connections: number;
  readonly result: Pick<LoadResult, 'pages' | 'perSecond'>;
}

/** The most that a target did while it was still sound. */
export interface Capacity {
  readonly connections: number;
  /** Right answers a second. */
  readonly perSecond: number;
}

/**
 * The capacity of a target: the most right answers a second of a step whose errors keep to their
 * share, and whose p95 of the service time keeps to the budget of a page.
 *
 * @param steps what was measured
 * @returns undefined when no step was sound
 */
export function capacityOf(steps: readonly Step[]): Capacity | undefined {
  return steps
    .filter(({ result }) => isSound(result))
    .map(({ connections, result: { perSecond } }) => ({ connections, perSecond }))
    .sort((a, b) => b.perSecond - a.perSecond)
    .at(0);
}

/**
 * Measures with ever more users until they bring no more.
 *
 * @param steps how many users, in order
 * @param measure measures with so many
 * @throws whatever measuring throws
 */
export async function stepwise<Result extends Step['result']>(
  steps: readonly number[],
  measure: (connections: number) => Promise<Result>,
): Promise<{ readonly connections: number; readonly result: Result }[]> {
  const taken: { readonly connections: number; readonly result: Result }[] = [];
  for (const connections of steps) {
    if (isSaturated(taken)) break;
    taken.push({ connections, result: await measure(connections) });
  }
  return taken;
}

/** Further users have to bring at least this much, as a share: what less may be, noise is as well. */
const leastGain = 0.05;

/**
 * Whether more users would tell nothing new: of the steps so far the last two brought no more right
 * answers a second than one before them.
 *
 * @param steps what was measured, in order of their users
 */
export function isSaturated(steps: readonly Step[]): boolean {
  const rates = steps.map(({ result }) => result.perSecond);
  const before = Math.max(...rates.slice(0, -2));
  return rates.length > 2 && rates.slice(-2).every((rate) => rate < before * (1 + leastGain));
}

function isSound({ pages }: Step['result']): boolean {
  const all = [...pages.values()];
  const sum = (of: (page: (typeof all)[number]) => number): number =>
    all.reduce((total, page) => total + of(page), 0);
  const [right, failures] = [sum(({ latency }) => latency.count), sum((page) => page.failures)];
  if (right === 0) return false;
  const errors = shareInterval(failures, right + failures);
  const late = sum(({ service }) => service.beyond(thresholds.pageMs));
  const most = 'notAvailable' in errors ? failures / (right + failures) : errors.low;
  return most <= thresholds.errorShare && late / right <= 1 - thresholds.quantile;
}
