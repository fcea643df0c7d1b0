import { median } from '../../report/signoff/median.ts';
import { studentCdf, studentQuantile } from '../statistics/student-t.ts';
import { leastOf, riskOf, rules, verdictOf, type PageJudgement } from './judgement.ts';
import { halvesNoise } from './noise.ts';

/** One page in some runs: the medians of each run's blocks, in milliseconds. */
export type Runs = readonly (readonly number[])[];

/** A page in the runs that were accepted, level by level: the last is how fast the target is now. */
export type Levels = readonly Runs[];

/** The fewest runs whose differences tell how much runs differ by themselves. */
export const fewestAccepted = 5;

/**
 * How many independent differences between runs a history holds: each level takes one run away, as
 * its mean is taken from them.
 *
 * @param sizes runs of each level
 */
export const degreesOf = (sizes: readonly number[]): number =>
  sizes.reduce((sum, size) => sum + Math.max(0, size - 1), 0);

/**
 * Holds a page of new runs against those that were accepted. Last week's run cannot be interleaved
 * with today's, so that a run is one sample, however many blocks it has: what runs differ by from one
 * day to the next is taken from the history. By Student's t for a future mean (prediction interval;
 * Hahn & Meeker, Statistical Intervals, 4.7) on logarithms, with the variance within the levels
 * pooled; a rank test could not call one run out of twenty slower, whatever it takes.
 *
 * @param page its name
 * @param now medians of the blocks of the new runs
 * @param levels of the accepted runs, at least {@link fewestAccepted} in all of one level
 * @param options `pages`: how many are compared; `lagMs`: how late the generator was
 */
export function judgeHistory(
  page: string,
  now: Runs,
  levels: Levels,
  { pages, lagMs }: { readonly pages: number; readonly lagMs: number },
): PageJudgement {
  const current = logs(levels.at(-1) ?? []);
  const values = logs(now);
  const [usual, seen] = [meanOf(current), meanOf(values)];
  const degrees = degreesOf(levels.map(({ length }) => length));
  const between = Math.sqrt(
    levels.reduce((sum, level) => sum + squaresOf(logs(level)), 0) / degrees,
  );
  // A run that is noisier than its forerunners is itself less sure than they were.
  const within = Math.max(...now.map((blocks) => halvesNoise(blocks.map(Math.log))));
  const noise = Math.max(between, within);
  const error = Math.sqrt(between ** 2 / current.length + noise ** 2 / values.length);
  const difference = seen - usual;
  const reach = studentQuantile(rules.confidence, degrees) * error;
  const usualMs = Math.exp(usual);
  const figures = {
    p: error === 0 ? (difference > 0 ? 0 : 1) : 1 - studentCdf(difference / error, degrees),
    shift: {
      estimate: Math.expm1(difference),
      low: Math.expm1(difference - reach),
      high: Math.expm1(difference + reach),
    },
    least: leastOf(noise, lagMs / usualMs),
  };
  const slowerFrom = studentQuantile(1 - riskOf(pages), degrees) * error;
  return {
    page,
    verdict: verdictOf(figures, pages),
    ms: Math.exp(seen),
    usualMs,
    noise,
    ...figures,
    slowerFromMs: usualMs * Math.max(1 + figures.least, Math.exp(slowerFrom)),
  };
}

/** The median of a run's blocks is what the run says; its logarithm makes differences shares. */
const logs = (runs: Runs): number[] => runs.map((blocks) => Math.log(median(blocks)));

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

function squaresOf(values: readonly number[]): number {
  const mean = meanOf(values);
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
}
