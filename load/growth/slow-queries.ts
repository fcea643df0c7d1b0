import { NotRun } from '../../fixtures/accounts/role.ts';
import { Statements, type Statement } from '../../fixtures/database/statements.ts';
import type { Database } from '../../fixtures/database/database.ts';
import { thresholds } from '../profiles.ts';

/**
 * The queries of the application that take too long on average, by what PostgreSQL has counted since
 * its statistics were last reset.
 *
 * @throws NotRun when nothing is counted, or nothing was asked often enough to tell
 */
export async function slowQueries(database: Database): Promise<Statement[]> {
  const { meanMs, leastCalls } = thresholds.query;
  const statements = await Statements.of(database);
  const { judged, most } = await statements.extent(leastCalls);
  if (judged === 0) {
    throw new NotRun(
      `no query of the application was made ${leastCalls} times since the statistics of PostgreSQL were reset, at most ${most}: look again when people have worked`,
    );
  }
  return statements.slow(meanMs, leastCalls);
}

/** A query and how long it takes, in one line. */
export const saidOfQuery = ({ query, role, calls, meanMs, totalMs }: Statement): string =>
  `${Math.round(meanMs)} ms on average, ${calls} times by ${role}, ${(totalMs / 1000).toFixed(1)} s in all: ${query}`;
