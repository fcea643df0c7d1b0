import type { TestInfo } from '@playwright/test';
import { keepJson } from '../fixtures/test/keep-file.ts';
import { orNotRun } from '../fixtures/test/or-not-run.ts';

/** What a look has found. */
export interface Found {
  /** What is wrong, in sentences with figures. */
  readonly findings: readonly string[];
  /** Why the check is *not run*, although nothing was found. */
  readonly lacks?: string | undefined;
}

/**
 * Waits for a look and leaves all that was seen with the check, as evidence.
 *
 * @param name of the file, without `.json`
 * @param look ends with {@link NotRun} when it cannot be had, and so does the check
 */
export async function looked<T extends Found>(
  testInfo: TestInfo,
  name: string,
  look: () => Promise<T>,
): Promise<T> {
  const seen = await orNotRun(testInfo, look());
  await keepJson(testInfo, name, seen);
  return seen;
}

/** Ends a check that has found nothing: it is *not run* where something lacks. */
export function endLooked(testInfo: TestInfo, { lacks }: Found): void {
  testInfo.skip(lacks !== undefined, lacks ?? '');
}
