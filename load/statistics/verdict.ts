import type { Interval, NotAvailable } from './quantile-interval.ts';

/** What is said of a figure; `extend` asks for more samples, `invalid` blames the generator. */
export interface Judgement {
  readonly verdict: 'pass' | 'fail' | 'extend' | 'inconclusive' | 'invalid';
  readonly reason: string;
}

/**
 * The verdict by the interval, never by the estimate: under the budget as a whole it passes, over it
 * as a whole it fails, and across it more samples decide, as long as there is time for them. Each
 * further look is one more chance to be wrong (Armitage, McPherson & Rowe, JRSS A 132, 1969, 235–244):
 * extend by doubling, and not more than three times.
 *
 * @param figure an estimate with its interval, or why there is none
 * @param budget most that is allowed, in the unit of the figure
 * @param options `mayExtend`: there is time for more samples; `invalid`: what the generator found
 *   wrong with itself, which leaves nothing to judge; `unsteady`: why a pass would not last;
 *   `say`: a number of the figure in words
 */
export function judge(
  figure: Interval | NotAvailable,
  budget: number,
  options: {
    readonly mayExtend: boolean;
    readonly invalid?: readonly string[];
    readonly unsteady?: string | undefined;
    readonly say?: (value: number) => string;
  },
): Judgement {
  const { mayExtend, invalid = [], unsteady, say = String } = options;
  if (invalid.length > 0) return { verdict: 'invalid', reason: invalid.join('; ') };
  const undecided = mayExtend ? 'extend' : 'inconclusive';
  if ('notAvailable' in figure) return { verdict: undecided, reason: figure.notAvailable };
  const { estimate, low, high } = figure;
  const words = `${say(estimate)} (${say(low)} to ${say(high)}), budget ${say(budget)}`;
  if (low > budget) return { verdict: 'fail', reason: words };
  if (high >= budget) return { verdict: undecided, reason: words };
  if (unsteady !== undefined) return { verdict: undecided, reason: `${words}; ${unsteady}` };
  return { verdict: 'pass', reason: words };
}
