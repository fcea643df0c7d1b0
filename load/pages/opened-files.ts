import type { TestInfo } from '@playwright/test';
import { endInconclusive } from '../../fixtures/test/inconclusive.ts';
import { isDecided, visitUntilDecided, type Judged, type Round } from './judge.ts';
import { lateTimers, mostLagMs, withLag } from './own-lag.ts';
import { budgets, judgeFiles } from './static-files.ts';

/**
 * Opens a page until its files are known well enough, leaves what was measured with the check, and ends
 * it *inconclusive* when that decides nothing.
 *
 * @param round opens it
 * @returns what is beyond its budget, with its figures
 */
export async function openedFiles(
  path: string,
  round: () => Promise<Round>,
  testInfo: TestInfo,
): Promise<readonly string[]> {
  const { judged, visits, lagMs } = await withLag(() => visitUntilDecided(round, judgeFiles));
  await testInfo.attach('static-files.json', {
    body: JSON.stringify({ path, budgets, lagMs, visits: visits.cold.length, judged }, null, 2),
    contentType: 'application/json',
  });
  const failed = judged.filter(({ verdict }) => verdict === 'fail');
  // What is too much even without all that this machine may have added.
  const sure = failed.filter(
    ({ inMs, low, budget }) => !inMs || lagMs <= mostLagMs || low - 2 * lagMs > budget,
  );
  if (failed.length > 0 && sure.length === 0) {
    endInconclusive(testInfo, `${failed.map(said).join('; ')}, but ${lateTimers(lagMs)}`);
  }
  if (!isDecided(judged)) {
    const open = judged.filter(({ verdict }) => verdict === 'open').map(said);
    endInconclusive(testInfo, `${visits.cold.length} visits do not tell: ${open.join('; ')}`);
  }
  return sure.map(said);
}

const said = ({ what, low, high, budget }: Judged): string =>
  `${what}: ${Math.round(low)} to ${Number.isFinite(high) ? Math.round(high) : '?'} at the 75th percentile, budget ${budget}`;
