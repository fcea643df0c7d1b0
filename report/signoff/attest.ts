import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename } from 'node:path';
import { isSeq, parseDocument, stringify } from 'yaml';
import { items, type Item } from '../../checklist/index.ts';
import { OperatorFailure } from '../../fixtures/failure.ts';
import { parseEntries, type Entry } from './ledger.ts';

/**
 * The lines that wait for somebody's word: those that only a person can tell, and those that one may
 * tell where no check has looked.
 *
 * @param attestations what was written before
 * @param passed lines that the last run proved
 * @param today `YYYY-MM-DD`
 * @returns in the document's order
 */
export function openForAttestation(
  attestations: readonly Entry[],
  passed: ReadonlySet<string>,
  today: string,
): Item[] {
  const counts = new Set(
    attestations
      .filter(({ when, until }) => when <= today && today <= until)
      .map(({ item }) => item),
  );
  return items.filter(
    ({ id, how, repeats }) =>
      how.includes('attest') && repeats === undefined && !counts.has(id) && !passed.has(id),
  );
}

/**
 * Adds an entry to attestations.yaml, in the place of an older one about the same line; comments and
 * the order of the rest stay. The file is read again each time, and is written whole or not at all.
 *
 * @param file where it is; made when it is not there
 * @param entry what is attested
 * @throws OperatorFailure when the entry cannot count, when somebody else is writing, or the disk refuses
 */
export function attest(file: string, entry: Entry): void {
  // The draft is the lock as well: whoever comes second finds it there.
  const draft = `${file}.draft`;
  let handle: number | undefined;
  try {
    handle = openSync(draft, 'wx');
  } catch (cause) {
    const taken = (cause as NodeJS.ErrnoException).code === 'EEXIST';
    throw new OperatorFailure(
      taken
        ? `${basename(file)} is being written by somebody else.`
        : `${basename(file)} cannot be written.`,
      taken
        ? `Try again; if nobody is, a crash left ${draft}: remove it.`
        : 'Make room or give the right to write there; nothing was changed.',
      undefined,
      { cause },
    );
  }
  try {
    const before = existsSync(file) ? readFileSync(file, 'utf8') : '';
    parseEntries('attestations', before, basename(file));
    const text = withEntry(before, entry);
    parseEntries('attestations', text, basename(file));
    writeFileSync(handle, text);
    closeSync(handle);
    handle = undefined;
    renameSync(draft, file);
  } catch (cause) {
    if (handle !== undefined) closeSync(handle);
    rmSync(draft, { force: true });
    if (cause instanceof OperatorFailure) throw cause;
    throw new OperatorFailure(
      `${basename(file)} could not be written.`,
      'Make room or give the right to write there; nothing was changed.',
      undefined,
      { cause },
    );
  }
}

function withEntry(text: string, entry: Entry): string {
  const document = parseDocument(text);
  if (!isSeq(document.contents)) {
    const start = text === '' || text.endsWith('\n') ? text : `${text}\n`;
    return `${start}${stringify([entry])}`;
  }
  document.contents.flow = false;
  const older = (document.toJS() as Entry[]).findIndex(({ item }) => item === entry.item);
  if (older < 0) document.addIn([], document.createNode(entry));
  else {
    // Field by field, so that the comments of the entry stay.
    document.deleteIn([older, 'second']);
    for (const [name, value] of Object.entries(entry)) document.setIn([older, name], value);
  }
  return document.toString();
}
