/** How one check of a line ended. */
export interface Outcome {
  readonly check: string;
  readonly status: 'passed' | 'failed' | 'timedOut' | 'inconclusive' | 'skipped' | 'interrupted';
  /** Why it was skipped, or could not tell. */
  readonly reason?: string | undefined;
}

/** What the checks of a line say together. */
export interface Verdict {
  readonly verdict: 'pass' | 'fail' | 'inconclusive' | 'not run';
  /** How many checks of this run name the line. */
  readonly checks: number;
  /** Why it was not run or is undecided, or which check failed. */
  readonly reason?: string | undefined;
}

/**
 * The verdict of a line: one failure fails it; else one check that could not tell leaves it
 * inconclusive; it passes only when every check that names it ran and passed. A line without checks,
 * or with a check that was skipped or interrupted, is not run.
 *
 * @param outcomes all checks of the run that name the line
 */
export function verdictOf(outcomes: readonly Outcome[]): Verdict {
  const checks = outcomes.length;
  const first = (...wanted: Outcome['status'][]): Outcome | undefined =>
    outcomes.find(({ status }) => wanted.includes(status));
  const failed = first('failed', 'timedOut');
  if (failed !== undefined) return { verdict: 'fail', checks, reason: failed.check };
  const said = ({ check, status, reason }: Outcome): string => reason ?? `${check}: ${status}`;
  const unsure = first('inconclusive');
  if (unsure !== undefined) return { verdict: 'inconclusive', checks, reason: said(unsure) };
  const missing = first('skipped', 'interrupted');
  if (missing !== undefined) return { verdict: 'not run', checks, reason: said(missing) };
  if (checks === 0)
    return { verdict: 'not run', checks, reason: 'no check of this run looks at it' };
  return { verdict: 'pass', checks };
}
