import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NotRun } from '../../../fixtures/accounts/role.ts';
import { messageOf } from '../../../fixtures/failure.ts';
import type { Summary } from '../summary.ts';
import { readPoints, type Point } from './points.ts';
import { summaryShape } from './summary-shape.ts';

/** What the runs of k6 say that made one load together: one, or one of each machine. */
export interface K6Report {
  readonly summaries: readonly Summary[];
  /** Samples, one list a machine: each has a clock of its own. */
  readonly machines: readonly (readonly Point[])[];
}

/** A sign-off is about what is there now. */
const mostDays = 7;

/**
 * Reads what k6 has left.
 *
 * @param folder with a `summary*.json` and a `points*.json` or `points*.json.gz` of each machine
 * @param target address of the deployment
 * @param now today
 * @throws NotRun when there is no report, or it is of another target or too old; Error when it is
 *   none, or a part of it is missing
 */
export async function readK6Report(
  folder: string | undefined,
  target: string,
  now: Date,
): Promise<K6Report> {
  if (folder === undefined) {
    throw new NotRun(
      'needs K6_REPORT: the folder that k6 has left of a load on this deployment (npm run k6)',
    );
  }
  const names = existsSync(folder) ? readdirSync(folder).sort() : [];
  const files = (kind: RegExp): string[] =>
    names.filter((name) => kind.test(name)).map((name) => join(folder, name));
  const summaryFiles = files(/^summary.*\.json$/);
  const pointFiles = files(/^points.*\.json(\.gz)?$/);
  if (summaryFiles.length === 0) throw new NotRun(`needs a summary.json of k6 in ${folder}`);
  if (pointFiles.length !== summaryFiles.length) {
    throw new Error(
      `${folder} has ${summaryFiles.length} summaries of k6 and ${pointFiles.length} files of points: each machine leaves one of both`,
    );
  }
  const summaries = summaryFiles.map(readSummary);
  for (const summary of summaries) refuse(summary, target, now);
  if (new Set(summaries.map(({ profile }) => profile)).size > 1) {
    throw new Error(`${folder} has summaries of different loads`);
  }
  return { summaries, machines: await Promise.all(pointFiles.map(readPoints)) };
}

function readSummary(file: string): Summary {
  let data: unknown;
  try {
    data = JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new Error(`${file} is no JSON: ${messageOf(cause)}`, { cause });
  }
  const parsed = summaryShape.safeParse(data);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Error(
    `${file} is no summary of load/k6: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`,
  );
}

function refuse({ target: seen, endedAt }: Summary, target: string, now: Date): void {
  if (new URL(seen).origin !== new URL(target).origin) {
    throw new NotRun(`needs a K6_REPORT about ${target}: the one given is about ${seen}`);
  }
  const days = (now.getTime() - Date.parse(endedAt)) / 86_400_000;
  if (days > mostDays) {
    throw new NotRun(
      `needs a K6_REPORT of the last ${mostDays} days: the one given is of ${endedAt}`,
    );
  }
}
