import type { Database } from '../../fixtures/database/database.ts';
import { NothingCounted, Statements, type Statement } from '../../fixtures/database/statements.ts';

/** Whether queries are counted, and the ones that took most. */
export interface AccountOfQueries {
  readonly found: readonly string[];
  /** The one that took most in all first. */
  readonly slowest: readonly Statement[];
}

const shown = 10;

/**
 * Looks whether PostgreSQL keeps account of the queries of the application.
 *
 * @throws NotRun when the role may not see it; see {@link Database.ask}
 */
export async function accountOfQueries(database: Database): Promise<AccountOfQueries> {
  try {
    const statements = await Statements.of(database);
    return { found: [], slowest: (await statements.slow(0, 1)).slice(0, shown) };
  } catch (error) {
    if (error instanceof NothingCounted) return { found: [error.message], slowest: [] };
    throw error;
  }
}
