import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { items, resolveRepeats, type ItemId } from '../checklist/index.ts';
import { OperatorFailure } from '../fixtures/failure.ts';
import type { KnownCheck } from './described.ts';
import { verdictOf, type Verdict } from './verdict.ts';

/** How the embedded stand-in is called where a target's address stands. */
export const embeddedTarget = 'stand-in';

/** One check of a run, as `items.json` and the sign-off hold it. */
export const checkShape = z.strictObject({
  /** Project, file and title. */
  check: z.string(),
  /** The lines of the checklist that it names. */
  items: z.array(z.string()),
  status: z.enum(['passed', 'failed', 'timedOut', 'inconclusive', 'skipped', 'interrupted']),
  durationMs: z.number(),
  /** File and line of the check in the suite. */
  where: z.string(),
  /** Why it was skipped, or could not tell. */
  reason: z.string().optional(),
  /** What was seen instead of what was expected. */
  message: z.string().optional(),
  /** The last requests that were sent before it failed, as commands that can be given again. */
  replay: z.string().optional(),
  /** What it left as evidence: names, and files below the folder of the run. */
  evidence: z.array(
    z.strictObject({
      kind: z.enum(['screenshot', 'trace', 'file']),
      name: z.string(),
      path: z.string(),
    }),
  ),
});

/** One check of a run. */
export type RunCheck = z.infer<typeof checkShape>;

/** What a run leaves in `items.json`. */
export const runShape = z.object({
  status: z.string(),
  startedAt: z.iso.datetime(),
  durationMs: z.number(),
  /** Where the application answered, for each part of the run; `stand-in` for the embedded one. */
  targets: z.array(z.string()),
  counts: z.record(z.string(), z.number()),
  checks: z.array(checkShape),
  items: z.array(
    z.object({
      id: z.string(),
      verdict: z.enum(['pass', 'fail', 'inconclusive', 'not run']),
      checks: z.number(),
      reason: z.string().optional(),
    }),
  ),
});

/** A run and what its checks say of each line. */
export type Run = z.infer<typeof runShape>;

/**
 * The checks that decide a line: those that name it, or what it repeats.
 *
 * @param id the line
 * @param checks all checks of the run
 */
export function checksOf<C extends { readonly items: readonly string[] }>(
  id: ItemId,
  checks: readonly C[],
): C[] {
  const ids: readonly string[] = resolveRepeats(id);
  return checks.filter(({ items: named }) => named.some((one) => ids.includes(one)));
}

/**
 * Adds the checks that there are but that were no part of a run, because it was given a selection or
 * a shard is missing: a line is not proved by some of its checks.
 *
 * @param run the results
 * @param known every check of the suite
 * @returns the run with those checks as skipped, and the verdicts that follow
 */
export function completed(run: Run, known: readonly KnownCheck[]): Run {
  const ran = new Set(run.checks.map(({ check }) => check));
  const missing = known
    .filter(({ check }) => !ran.has(check))
    .map((one): RunCheck => ({
      ...one,
      status: 'skipped',
      durationMs: 0,
      reason: `"${one.check}" was no part of this run`,
      evidence: [],
    }));
  const checks = [...run.checks, ...missing];
  const verdicts = verdictsOf(checks);
  const status = missing.length > 0 ? 'partial' : run.status;
  return { ...run, status, checks, items: verdicts, counts: countsOf(verdicts) };
}

/** What the checks of a run say of each line of the document, in its order. */
export const verdictsOf = (checks: readonly RunCheck[]): (Verdict & { readonly id: ItemId })[] =>
  items.map(({ id }) => ({ id, ...verdictOf(checksOf(id, checks)) }));

/** How many lines have each verdict. */
export function countsOf(
  verdicts: readonly Pick<Run['items'][number], 'verdict'>[],
): Record<string, number> {
  return Object.fromEntries(
    (['pass', 'fail', 'inconclusive', 'not run'] as const).map((verdict) => [
      verdict,
      verdicts.filter((one) => one.verdict === verdict).length,
    ]),
  );
}

/**
 * Reads what a run has left.
 *
 * @param file its `items.json`
 * @returns undefined when there is none
 * @throws OperatorFailure when it is broken, or of another version of the suite
 */
export function readRun(file: string): Run | undefined {
  if (!existsSync(file)) return undefined;
  try {
    return runShape.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (cause) {
    throw new OperatorFailure(
      `${file} is broken, or was written by another version of this suite.`,
      'Run it again; what was measured is in results.json beside it.',
      undefined,
      { cause },
    );
  }
}
