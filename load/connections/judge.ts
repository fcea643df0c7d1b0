import { thresholds } from '../profiles.ts';
import type { Moment } from './watch.ts';

/** What is said of the connections to a database under load. */
export interface ConnectionsJudgement {
  /** Most that were in use at the same time. */
  readonly peak: number;
  readonly most: number;
  /** Made for each answer; undefined where PostgreSQL does not count them. */
  readonly madeAnAnswer: number | undefined;
  /** What fails, in words. */
  readonly failed: readonly string[];
  /** Why it cannot be told, in words. */
  readonly undecided: readonly string[];
}

// Of fewer answers a handful of workers that connect for the first time would be a large share.
const fewestAnswers = 100;

/**
 * Judges how many connections a load took, and whether they were kept from one request to the next:
 * where none is kept, each request makes one.
 *
 * @param moments of the load, in their order, two or more
 * @param warmUpMs while every worker connects for the first time
 * @param answers how many right ones came after it
 */
export function judgeConnections(
  moments: readonly Moment[],
  warmUpMs: number,
  answers: number,
): ConnectionsJudgement {
  const peak = Math.max(...moments.map(({ inUse }) => inUse));
  const most = moments[0]?.most ?? 0;
  const begun = moments.find(({ atMs }) => atMs >= warmUpMs) ?? moments[0];
  const end = moments.at(-1);
  const made =
    begun?.made == null || end?.made == null ? undefined : Math.max(0, end.made - begun.made);
  const madeAnAnswer = made === undefined ? undefined : made / Math.max(1, answers);
  // Every page asks its database for something; our own looks are two a second.
  const isElsewhere = (end?.commits ?? 0) - (begun?.commits ?? 0) < answers / 2;
  const { connectionShare, connectionsAnAnswer } = thresholds;
  const undecided = [
    ...(answers < fewestAnswers ? [`only ${answers} answers came`] : []),
    ...(isElsewhere
      ? ['the database of DATABASE_URL had less to do than that: it is none of this deployment']
      : []),
    ...(made === undefined
      ? ['PostgreSQL before 14 does not count how many connections are made']
      : []),
  ];
  const failed = [
    ...(peak >= connectionShare * most
      ? [`${peak} of ${most} connections were in use at the same time`]
      : []),
    ...(answers >= fewestAnswers && (madeAnAnswer ?? 0) > connectionsAnAnswer
      ? [`${made ?? 0} connections were made for ${answers} answers: none is kept`]
      : []),
  ];
  return { peak, most, madeAnAnswer, failed, undecided };
}
