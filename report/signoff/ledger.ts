import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { isItemId, itemById, type ItemId } from '../../checklist/index.ts';
import { messageOf, OperatorFailure } from '../../fixtures/failure.ts';

/** What a person has put in writing about a line of the checklist. */
export interface Entry {
  readonly item: ItemId;
  readonly who: string;
  /** Day it was written, `YYYY-MM-DD`. */
  readonly when: string;
  readonly why: string;
  /** Where the evidence or the ticket is. */
  readonly link: string;
  /** Last day that it counts, `YYYY-MM-DD`. */
  readonly until: string;
  /** Who else stands for it; a critical line is never waived by one person alone. */
  readonly second?: string | undefined;
}

/** The two files that people write: what they attest, and what they accept as it is. */
export interface Ledger {
  readonly attestations: readonly Entry[];
  readonly waivers: readonly Entry[];
}

const name = z.string().trim().min(3, 'needs a name of at least 3 letters');
const day = z.iso.date('needs a day such as 2026-11-24');
const entryShape = z
  .strictObject({
    item: z.string().refine(isItemId, { error: 'is no line of the checklist' }),
    who: name,
    when: day,
    why: z.string().trim().min(10, 'needs a reason of at least 10 letters'),
    link: z.url('needs an address such as https://…'),
    until: day,
    second: name.optional(),
  })
  .refine(({ when, until }) => until >= when, { error: 'is before `when`', path: ['until'] });

type Kind = keyof Ledger;

/**
 * Reads the files of the operator. A file that is not there is empty.
 *
 * @param paths where the files are
 * @throws OperatorFailure with file, line and reason when a file says something that cannot count
 */
export function readLedger(paths: Readonly<Record<Kind, string>>): Ledger {
  const read = (kind: Kind): Entry[] =>
    existsSync(paths[kind])
      ? parseEntries(kind, readFileSync(paths[kind], 'utf8'), basename(paths[kind]))
      : [];
  return { attestations: read('attestations'), waivers: read('waivers') };
}

/**
 * Reads one file.
 *
 * @param kind what its entries are
 * @param text the YAML
 * @param file its name, for what is said of it
 * @throws OperatorFailure as {@link readLedger}
 */
export function parseEntries(kind: Kind, text: string, file: string): Entry[] {
  const lines = new LineCounter();
  const refuse = (line: number, said: string): never => {
    throw new OperatorFailure(
      `${file}, line ${line}: ${said}.`,
      'Mend that entry; the README shows what one looks like.',
    );
  };
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const [broken] = document.errors;
  if (broken !== undefined) refuse(lines.linePos(broken.pos[0]).line, messageOf(broken));
  const content: unknown = document.toJS() ?? [];
  if (!Array.isArray(content)) return refuse(1, 'a list of entries is expected');
  const lineOf = (path: readonly PropertyKey[]): number => {
    for (let length = path.length; length > 0; length -= 1) {
      const node: unknown = document.getIn(path.slice(0, length), true);
      if (typeof node === 'object' && node !== null && 'range' in node) {
        const [start] = node.range as [number];
        return lines.linePos(start).line;
      }
    }
    return 1;
  };
  const seen = new Set<ItemId>();
  return content.map((one: unknown, index): Entry => {
    const parsed = entryShape.safeParse(one);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      const path = issue?.path ?? [];
      return refuse(lineOf([index, ...path]), `${path.join('.')} ${issue?.message ?? ''}`.trim());
    }
    const entry = parsed.data;
    const at = lineOf([index]);
    const said = unfit(kind, entry);
    if (said !== undefined) return refuse(at, said);
    if (seen.has(entry.item)) return refuse(at, `${entry.item} is there twice`);
    seen.add(entry.item);
    return entry;
  });
}

/** Why an entry that is well formed cannot count all the same. */
function unfit(kind: Kind, { item, who, second }: Entry): string | undefined {
  const { how, severity, repeats } = itemById(item);
  if (repeats !== undefined) return `${item} repeats ${repeats.join(', ')}: write of those`;
  if (kind === 'attestations') {
    return how.includes('attest')
      ? undefined
      : `${item} is for a check to prove, nobody's word stands for it`;
  }
  if (severity !== 'critical') return undefined;
  if (second === undefined) return `${item} is critical, so its waiver needs a \`second\` name`;
  return second.trim().toLowerCase() === who.trim().toLowerCase()
    ? `${item} is critical, so its waiver needs two different people`
    : undefined;
}
