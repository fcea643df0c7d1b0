import { closeSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { messageOf, OperatorFailure } from '../../fixtures/failure.ts';
import { appendLine, readLines } from '../../fixtures/json-lines.ts';
import { keyShape } from './key.ts';

const format = z.literal('construbot-acceptance/baseline/1');
const at = z.iso.datetime();
const run = z.string();

/** What a block says of one page. */
export const blockPageShape = z.strictObject({
  /** Answers that were right. */
  count: z.number(),
  /** The median of how long they took from sending to the last byte, in milliseconds. */
  medianMs: z.number().optional(),
  /** How often each failure was met, by its words. */
  failures: z.record(z.string(), z.number()),
  /** How long they took, in microseconds: a compressed HdrHistogram in base64. */
  histogram: z.string(),
});

/** A line of the store: a run begins, a block of it is measured, it ends, somebody accepts it. */
export const lineShape = z.discriminatedUnion('kind', [
  z.strictObject({
    format,
    kind: z.literal('run'),
    run,
    at,
    key: keyShape,
    /** How many blocks it is to have. */
    blocks: z.number(),
    /** The run that was measured in turn with it. */
    beside: run.optional(),
  }),
  z.strictObject({
    format,
    kind: z.literal('block'),
    run,
    at,
    /** How late the generator sent: the median, in milliseconds. */
    lagMs: z.number(),
    /** Why the generator is not to be believed in it, see `Audit`. */
    invalid: z.array(z.string()),
    pages: z.record(z.string(), blockPageShape),
  }),
  z.strictObject({ format, kind: z.literal('end'), run, at }),
  z.strictObject({
    format,
    kind: z.literal('accept'),
    run,
    at,
    who: z.string(),
    why: z.string(),
    /** From here on this is how fast the target is; what was before tells only of the noise. */
    newLevel: z.boolean(),
  }),
]);

/** A line of the store. */
export type Line = z.infer<typeof lineShape>;

type Content<L> = L extends Line ? Omit<L, 'format' | 'at'> : never;

/** The file of a folder's store. */
export const storeFile = (folder: string): string => join(folder, 'baselines.jsonl');

/**
 * Adds a line to the store. Each block is a line of its own, so that whatever ends a run, all blocks
 * that it has measured are kept.
 *
 * @param folder of the store
 * @throws OperatorFailure when the disk refuses, or is full
 */
export function append(folder: string, content: Content<Line>): void {
  const file = storeFile(folder);
  adding(file, () => {
    appendLine(file, {
      format: 'construbot-acceptance/baseline/1',
      at: new Date().toISOString(),
      ...content,
    });
  });
}

/**
 * Looks whether the store can be added to, before anything is measured for it.
 *
 * @param folder of the store
 * @throws OperatorFailure when not
 */
export function tryToAdd(folder: string): void {
  const file = storeFile(folder);
  adding(file, () => {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    closeSync(openSync(file, 'a', 0o600));
  });
}

function adding(file: string, add: () => void): void {
  try {
    add();
  } catch (cause) {
    throw new OperatorFailure(
      `Nothing can be added to ${file}: ${messageOf(cause)}.`,
      'Make room there, let this user write, or name another folder in BASELINE_FOLDER; what is there already is kept.',
      undefined,
      { cause },
    );
  }
}

/**
 * Reads the store. Lines that are torn or of a format that this version does not know are passed over
 * and stay in the file.
 *
 * @param folder of the store
 * @throws OperatorFailure when its file is there and cannot be read
 */
export function readStore(folder: string): ReturnType<typeof readLines<Line>> {
  const file = storeFile(folder);
  try {
    return readLines(file, lineShape);
  } catch (cause) {
    throw new OperatorFailure(
      `${file} cannot be read: ${messageOf(cause)}.`,
      'Let this user read it, or name another folder in BASELINE_FOLDER.',
      undefined,
      { cause },
    );
  }
}
