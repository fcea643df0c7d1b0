import type { TestInfo } from '@playwright/test';
import { endInconclusive } from '../fixtures/test/inconclusive.ts';

/**
 * Ends a check that did not fail *inconclusive* when what it measured decides nothing.
 *
 * @param reasons why; nothing happens without any
 */
export function endUndecided(testInfo: TestInfo, reasons: readonly string[]): void {
  if (reasons.length > 0) endInconclusive(testInfo, reasons.join('; '));
}
