import { env } from '../fixtures/env.ts';
import { OperatorFailure } from '../fixtures/failure.ts';
import { journalledRuns, readJournal } from '../fixtures/journal.ts';
import { removeRun, saidOf } from '../fixtures/removal.ts';
import { tryAccount } from './inspect-target.ts';

/**
 * Removes what earlier runs left in the target, and lists what the application cannot remove.
 *
 * @param rest ids of runs; all runs that left a journal for this target unless given
 * @returns 0 when nothing removable is left, 1 otherwise
 * @throws OperatorFailure when there is no target or account
 */
export async function cleanup(rest: readonly string[]): Promise<number> {
  const settings = env();
  if (settings.baseUrl === undefined || settings.account === undefined) {
    throw new OperatorFailure(
      'BASE_URL and ACCOUNT_* are needed to clean up.',
      'The embedded stand-in forgets everything when it stops, so it needs no cleaning.',
    );
  }
  await tryAccount(settings, 'ACCOUNT', settings.account);
  // Also those that left nothing there: their sessions may still be in their folder.
  const runs = (rest.length > 0 ? rest : journalledRuns()).filter(
    (runId) => readJournal(runId).target === settings.baseUrl,
  );
  let removed = 0;
  let retry = 0;
  for (const runId of runs) {
    const removal = await removeRun(settings, runId);
    removed += removal.removed;
    retry += removal.stuck.filter(({ kind }) => kind !== 'cliente').length;
    const said = saidOf(removal);
    if (said !== '') console.log(said);
  }
  console.log(
    `${runs.length} runs looked at, ${removed} objects removed, ${retry} left to try again.`,
  );
  return retry === 0 ? 0 : 1;
}
