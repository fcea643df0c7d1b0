import type { TestInfo } from '@playwright/test';
import { endInconclusive } from '../../fixtures/test/inconclusive.ts';
import { keepJson } from '../../fixtures/test/keep-file.ts';
import { isDecided, visitUntilDecided, type Judged, type Round } from './judge.ts';
import { isBeyondLag, lateTimers, withLag } from './own-lag.ts';
import { budgets, judgeFiles, missingFiles } from './static-files.ts';

/**
 * Opens a page until its files are known well enough, leaves what was measured with the check, and ends
 * it *inconclusive* when that decides nothing.
 *
 * @param round opens it
 * @returns what did not come, and what is beyond its budget, with its figures
 */
export async function openedFiles(
  path: string,
  round: () => Promise<Round>,
  testInfo: TestInfo,
): Promise<readonly string[]> {
  const { judged, visits, lagMs } = await withLag(() => visitUntilDecided(round, judgeFiles));
  const missing = missingFiles(visits);
  const figures = { path, budgets, lagMs, visits: visits.cold.length, missing, judged };
  await keepJson(testInfo, 'static-files', figures);
  const failed = judged.filter(({ verdict }) => verdict === 'fail');
  // What is too much even without all that this machine may have added.
  const sure = failed.filter((one) => !one.inMs || isBeyondLag(one, lagMs));
  if (missing.length > 0) return [...missing, ...sure.map(said)];
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
