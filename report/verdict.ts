/** How one check of a line ended. */
export interface Outcome {
  readonly check: string;
  readonly status: 'passed' | 'failed' | 'timedOut' | 'skipped' | 'interrupted';
  /** Why it was skipped. */
  readonly reason?: string;
  readonly durationMs: number;
  /** What was seen instead of what was expected. */
  readonly message?: string;
}

/** What the checks of a line say together. */
export interface Verdict {
  readonly verdict: 'pass' | 'fail' | 'not run';
  /** How many checks of this run name the line. */
  readonly checks: number;
  /** Why it was not run, or which check failed. */
  readonly reason?: string;
}

/**
 * The verdict of a line: one failure fails it; it passes only when every check that names it ran
 * and passed. A line without checks, or with a check that was skipped or interrupted, is not run.
 *
 * @param outcomes all checks of the run that name the line
 */
export function verdictOf(outcomes: readonly Outcome[]): Verdict {
  const checks = outcomes.length;
  const failed = outcomes.find(({ status }) => status === 'failed' || status === 'timedOut');
  if (failed !== undefined) return { verdict: 'fail', checks, reason: failed.check };
  const missing = outcomes.find(({ status }) => status !== 'passed');
  if (missing !== undefined) {
    return {
      verdict: 'not run',
      checks,
      reason: missing.reason ?? `${missing.check}: ${missing.status}`,
    };
  }
  if (checks === 0)
    return { verdict: 'not run', checks, reason: 'no check of this run looks at it' };
  return { verdict: 'pass', checks };
}
