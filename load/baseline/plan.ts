import { OperatorFailure } from '../../fixtures/failure.ts';

/** How a baseline is measured: blocks of requests that are due at a fixed rate. */
export interface Plan {
  /**
   * How many blocks a run has; each is one sample of every page. With fewer than eleven, two targets
   * in turn could not be told apart on seven pages, whatever the difference.
   */
  readonly blocks: number;
  /** How often a block goes through the mix of the office. */
  readonly rounds: number;
  /** Arrivals a second, evenly spaced: gentle, as a page is to be timed and not a queue. */
  readonly perSecond: number;
  /** Requests at the beginning of each block that only make connections. */
  readonly warmUp: number;
  readonly deadlineSeconds: number;
}

const common = { warmUp: 5, deadlineSeconds: 10 } as const;

/** The ways to measure, by name. */
export const plans = {
  /** Some three minutes, at less than the usual load of an office. */
  usual: { ...common, blocks: 20, rounds: 3, perSecond: 5 },
  /** What the project's own tests take: some seconds, and too fast a rate for anything else. */
  brief: { ...common, blocks: 12, rounds: 1, perSecond: 40 },
} as const satisfies Record<string, Plan>;

/**
 * The plan that is chosen (`BASELINE_PLAN`, which only tests set).
 *
 * @throws OperatorFailure when there is none of that name
 */
export function chosenPlan(): Plan {
  const name = process.env['BASELINE_PLAN'] ?? 'usual';
  const plan = Object.entries(plans).find(([one]) => one === name)?.[1];
  if (plan !== undefined) return plan;
  throw new OperatorFailure(
    `"${name}" is no way to measure a baseline.`,
    `Set BASELINE_PLAN to one of: ${Object.keys(plans).join(', ')}; or leave it out.`,
  );
}
