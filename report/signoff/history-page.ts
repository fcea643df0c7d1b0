import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { messageOf, OperatorFailure } from '../../fixtures/failure.ts';
import { resultsFolder } from '../../fixtures/run-folder.ts';
import { historyFolder, readHistory, targetKey } from './history.ts';
import { historyPage } from './page/history-page.ts';
import { writeWhole } from '../../fixtures/whole-file.ts';

/**
 * Writes the page of all sign-offs of a target beside its history.
 *
 * @param target where the application answers; undefined for the embedded stand-in
 * @param folder where histories are kept; there is one of this target
 * @returns the path of the page
 * @throws OperatorFailure when the history cannot be read, or the disk refuses
 */
export function writeHistoryPage(target: string | undefined, folder = historyFolder): string {
  const key = targetKey(target);
  const page = join(folder, `${key}.html`);
  const size = (): number => statSync(join(folder, `${key}.jsonl`)).size;
  try {
    let before: number;
    do {
      before = size();
      writeWhole(page, historyPage(key, readHistory(key, folder), isThere));
      // Of two sign-offs at once, the one that writes its page last may have read first.
    } while (size() !== before);
  } catch (cause) {
    if (cause instanceof OperatorFailure) throw cause;
    throw new OperatorFailure(
      `The page of the history could not be written to ${page}: ${messageOf(cause)}.`,
      'Make room there, or let this user write; the sign-off and the history itself are kept.',
      undefined,
      { cause },
    );
  }
  return page;
}

const isThere = (run: string): boolean =>
  existsSync(join(resultsFolder, 'runs', run, 'signoff', 'index.html'));
