import { exitCode, OperatorFailure } from '../../fixtures/failure.ts';
import { judgeRuns } from './judge-runs.ts';
import { runNamed, tooBusy, wrongIn } from './refusals.ts';
import { mediansOf, pagesOf, runsOf } from './runs.ts';
import { append, readStore } from './store.ts';

/** Whose word it is that a run is what later ones are held against. */
export interface Acceptance {
  readonly who: string;
  readonly why: string;
  /** Begins a new level, whatever the comparison says. */
  readonly newLevel: boolean;
}

/**
 * Accepts a run. One that is not as fast as those before begins a new level: mixed with them it would
 * pass for noise, and hide what comes.
 *
 * @param folder of the store
 * @param name of the run; the newest unless given
 * @returns its name, and whether it begins a new level
 * @throws OperatorFailure when there is no such run, it is no baseline, or the store cannot be written
 */
export function accept(
  folder: string,
  name: string | undefined,
  { who, why, newLevel }: Acceptance,
): { readonly run: string; readonly newLevel: boolean } {
  const all = runsOf(readStore(folder).lines);
  const found = runNamed(all, name);
  const refuse = (reason: string, remedy: string): OperatorFailure =>
    new OperatorFailure(
      `Run ${found.run} can be no baseline: ${reason}.`,
      remedy,
      exitCode.configuration,
    );
  if (!found.complete) {
    throw refuse('it did not come to its end', 'Measure again: npm run baseline.');
  }
  if (found.beside !== undefined) {
    throw refuse(
      'it was measured in turn with another target',
      'Measure this target alone: npm run baseline.',
    );
  }
  const { wrong: sure, heldUp } = wrongIn([found]);
  const [wrong] = [...sure, ...heldUp];
  const unanswered = pagesOf(found).find((page) => mediansOf(found, page) === undefined);
  if (wrong !== undefined || unanswered !== undefined) {
    throw refuse(
      wrong?.en ?? `${unanswered ?? ''} has a block without a right answer`,
      'Mend the target, and measure again: npm run baseline.',
    );
  }
  const busy = tooBusy([found]);
  if (busy !== undefined)
    throw refuse(busy.en, 'Measure again while it is quiet: npm run baseline.');
  const moved = judgeRuns(all, [found]).pages.some(({ verdict }) =>
    ['slower', 'faster'].includes(verdict),
  );
  const line = { run: found.run, newLevel: newLevel || moved };
  append(folder, { kind: 'accept', ...line, who, why });
  return line;
}
