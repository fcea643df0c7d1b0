import type { TestInfo } from '@playwright/test';
import { env } from '../../fixtures/env.ts';
import { endInconclusive } from '../../fixtures/test/inconclusive.ts';
import { keepFile } from '../../fixtures/test/keep-file.ts';
import { lateTimers, mostLagMs, withLag } from '../pages/own-lag.ts';
import { grow, type Growth, type Sight } from './judge-growth.ts';

/**
 * Opens pages at all their sizes, leaves what was measured with the check, and ends it *inconclusive*
 * when that decides nothing.
 *
 * @param sights see {@link grow}
 * @returns the pages that grow too much, with their figures
 */
export async function growing(sights: readonly Sight[], testInfo: TestInfo): Promise<string[]> {
  const { growths, lagMs } = await withLag(async () => ({
    growths: await grow(sights, env().seed),
  }));
  const figures = JSON.stringify({ lagMs, growths }, null, 2);
  await keepFile(testInfo, 'growth.json', 'application/json', figures);
  const said = (wanted: Growth['judgement']['verdict']): string[] =>
    growths
      .filter(({ judgement }) => judgement.verdict === wanted)
      .map(({ page, judgement: { reason } }) => `${page}: ${reason}`);
  const failed = said('fail');
  if (failed.length > 0 && lagMs > mostLagMs) {
    endInconclusive(testInfo, `${failed.join('; ')}, but ${lateTimers(lagMs)}`);
  }
  if (failed.length === 0 && said('inconclusive').length > 0) {
    endInconclusive(testInfo, said('inconclusive').join('; '));
  }
  return failed;
}
