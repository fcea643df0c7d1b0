import { join } from 'node:path';
import { z } from 'zod';
import { messageOf, OperatorFailure } from '../../fixtures/failure.ts';
import { appendLine, readLines } from '../../fixtures/json-lines.ts';
import { resultsFolder } from '../../fixtures/run-folder.ts';
import { checkShape } from '../run.ts';
import { signoffShape, type Signoff } from './signoff.ts';
import { bareHost } from '../../fixtures/bare-host.ts';

const verdict = signoffShape.shape.lines.element.shape.verdict;
const status = checkShape.shape.status;

/** One sign-off as a line of the history. */
const historyShape = signoffShape
  .pick({
    run: true,
    suite: true,
    startedAt: true,
    durationMs: true,
    complete: true,
    decision: true,
    counts: true,
    facts: true,
  })
  .extend({
    format: z.literal('construbot-acceptance/history/1'),
    /** The lines of each verdict. */
    verdicts: z.partialRecord(verdict, z.array(z.string())),
    /** How long each check took, in milliseconds, by how it ended. */
    checks: z.partialRecord(status, z.record(z.string(), z.number())),
  });

/** One sign-off as the history keeps it. */
export type HistoryEntry = z.infer<typeof historyShape>;

/** The sign-offs of one target. */
export interface History {
  /** Each run once, in the order in which they were signed off: the oldest first. */
  readonly entries: readonly HistoryEntry[];
  /** How many lines of the file could not be read: torn by a crash, or of a newer format. */
  readonly unread: number;
}

/** Where the histories of all targets are kept. */
export const historyFolder = join(resultsFolder, 'history');

/**
 * The name under which a target's history is kept, fit for a file.
 *
 * @param target where the application answers; undefined for the embedded stand-in
 * @returns host and port, such as `obras.example.com_443`
 */
export function targetKey(target: string | undefined): string {
  if (target === undefined) return 'stand-in';
  const { hostname, port, protocol } = new URL(target);
  const host = bareHost(hostname).replace(/[^a-z0-9.-]/g, '-');
  return `${host}_${port === '' ? (protocol === 'https:' ? 443 : 80) : port}`;
}

/** A sign-off as the history keeps it. */
export function entryOf(signoff: Signoff): HistoryEntry {
  const { run, suite, startedAt, durationMs, complete, decision, counts, facts } = signoff;
  const { lines, checks } = signoff;
  return {
    format: 'construbot-acceptance/history/1',
    run,
    suite,
    startedAt,
    durationMs,
    complete,
    decision,
    counts,
    verdicts: grouped(verdict.options, (one) => {
      const ids = lines.filter((line) => line.verdict === one).map(({ id }) => id);
      return ids.length === 0 ? undefined : ids;
    }),
    checks: grouped(status.options, (one) => {
      const own = checks.filter((check) => check.status === one);
      return own.length === 0
        ? undefined
        : Object.fromEntries(own.map(({ check, durationMs: ms }) => [check, Math.round(ms)]));
    }),
    ...(facts === undefined ? {} : { facts }),
  };
}

function grouped<K extends string, V>(
  keys: readonly K[],
  of: (key: K) => V | undefined,
): Partial<Record<K, V>> {
  return Object.fromEntries(
    keys.map((key) => [key, of(key)]).filter(([, value]) => value !== undefined),
  ) as Partial<Record<K, V>>;
}

/**
 * Adds a sign-off to the history of its target. What the file holds is never touched.
 *
 * @param signoff of a run; the same run may come again, and counts once
 * @param folder where histories are kept
 * @throws OperatorFailure when the disk refuses, or is full
 */
export function appendHistory(signoff: Signoff, folder = historyFolder): void {
  const file = fileOf(targetKey(signoff.target), folder);
  try {
    appendLine(file, entryOf(signoff));
  } catch (cause) {
    throw new OperatorFailure(
      `The sign-off could not be added to ${file}: ${messageOf(cause)}.`,
      'Make room there, or let this user write; the sign-off itself and all earlier lines are kept.',
      undefined,
      { cause },
    );
  }
}

/**
 * Reads the history of a target. Lines that are torn or of a format that this version does not know
 * are passed over and stay in the file.
 *
 * @param key see {@link targetKey}
 * @param folder where histories are kept
 * @returns without entries when there is no such file
 * @throws OperatorFailure when the file is there and cannot be read
 */
export function readHistory(key: string, folder = historyFolder): History {
  const file = fileOf(key, folder);
  const { lines, unread } = linesOf(file);
  const entries = new Map<string, HistoryEntry>();
  for (const entry of lines) {
    // What was said of a run last, counts.
    entries.delete(entry.run);
    entries.set(entry.run, entry);
  }
  return { entries: [...entries.values()], unread };
}

const fileOf = (key: string, folder: string): string => join(folder, `${key}.jsonl`);

function linesOf(file: string): ReturnType<typeof readLines<HistoryEntry>> {
  try {
    return readLines(file, historyShape);
  } catch (cause) {
    throw new OperatorFailure(
      `The history ${file} cannot be read: ${messageOf(cause)}.`,
      'Let this user read it, or move it away to begin a new one.',
      undefined,
      { cause },
    );
  }
}
