import type { FaultId } from '../faults/index.ts';
import type { Context } from './context.ts';

/**
 * Asks the database for each row anew, as a page does that follows every row to its relations instead
 * of fetching them with it.
 *
 * @param queries each takes the id of a row
 */
export async function askForEach(
  ctx: Context,
  fault: FaultId,
  ids: readonly number[],
  queries: readonly string[],
): Promise<void> {
  if (!ctx.isOn(fault)) return;
  for (const id of ids) for (const query of queries) await ctx.db.all(query, id);
}
