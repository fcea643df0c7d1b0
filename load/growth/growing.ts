import type { TestInfo } from '@playwright/test';
import { NotRun } from '../../fixtures/accounts/role.ts';
import type { Database } from '../../fixtures/database/database.ts';
import { Statements } from '../../fixtures/database/statements.ts';
import { env } from '../../fixtures/env.ts';
import { endInconclusive } from '../../fixtures/test/inconclusive.ts';
import { keepJson } from '../../fixtures/test/keep-file.ts';
import { reach } from '../../fixtures/test/reached.ts';
import { lateTimers, mostLagMs, withLag } from '../pages/own-lag.ts';
import { growingQueries, QueryCount, type Counted } from './count-queries.ts';
import { grow, type Growth, type Sight } from './judge-growth.ts';

/**
 * Opens pages at all their sizes, leaves what was measured with the check, and ends it *inconclusive*
 * when that decides nothing. Where the database can be asked, it also says which queries a page makes
 * more often the more rows there are: by their number, whatever time they take.
 *
 * @param sights see {@link grow}
 * @param database of the application, or why there is none
 * @returns the pages that grow too much, with their figures
 * @throws NotRun when the database no longer answers
 */
export async function growing(
  sights: readonly Sight[],
  database: Database | NotRun,
  testInfo: TestInfo,
): Promise<string[]> {
  const count = await countOn(database);
  const { growths, lagMs } = await withLag(async () => ({
    growths: await grow(
      count instanceof QueryCount ? sights.map((sight) => count.watch(sight)) : sights,
      env().seed,
    ),
  }));
  const counted = count instanceof QueryCount ? await count.result() : [];
  await keepJson(testInfo, 'growth', { lagMs, growths, queries: figuresOf(counted) });
  if (count instanceof NotRun) {
    const description = `not counted, judged by time alone: ${count.message}`;
    testInfo.annotations.push({ type: 'queries', description });
  }
  const said = (wanted: Growth['judgement']['verdict']): string[] =>
    growths
      .filter(({ judgement }) => judgement.verdict === wanted)
      .map(({ page, judgement: { reason } }) => `${page}: ${reason}`);
  const [failed, asked] = [said('fail'), growingQueries(counted)];
  // However late this machine was, it has asked nothing.
  if (asked.length > 0) return [...failed, ...asked];
  if (failed.length > 0 && lagMs > mostLagMs) {
    endInconclusive(testInfo, `${failed.join('; ')}, but ${lateTimers(lagMs)}`);
  }
  if (failed.length === 0 && said('inconclusive').length > 0) {
    endInconclusive(testInfo, said('inconclusive').join('; '));
  }
  if (failed.length === 0 && count instanceof QueryCount && isElsewhere(counted)) {
    endInconclusive(
      testInfo,
      'no query was made in the database of DATABASE_URL while pages were opened: it is none of this deployment',
    );
  }
  return failed;
}

async function countOn(database: Database | NotRun): Promise<QueryCount | NotRun> {
  if (database instanceof NotRun) return database;
  const statements = await reach(Statements.of(database));
  return statements instanceof NotRun ? statements : new QueryCount(statements);
}

const isElsewhere = (counted: readonly Counted[]): boolean =>
  counted.every(({ queries }) => queries.size === 0);

const figuresOf = (counted: readonly Counted[]): object[] =>
  counted.map(({ page, rows, queries }) => ({
    page,
    rows,
    queries: [...queries.values()].reduce((sum, times) => sum + times, 0),
    byText: Object.fromEntries(queries),
  }));
