import type { TestCase, TestResult } from '@playwright/test/reporter';
import { inconclusiveType } from '../fixtures/test/inconclusive.ts';
import type { RunCheck } from './run.ts';

type Noted = Pick<TestCase | TestResult, 'annotations'>;

/** How a check ended, as its lines see it. */
export function statusOf(
  test: Noted,
  result: Noted & Pick<TestResult, 'status' | 'error'>,
): RunCheck['status'] {
  const { status, error } = result;
  // The check that a worker died under has seen nothing to the end: that is no failure of the target.
  if (status === 'failed' && error?.message?.includes('worker process exited unexpectedly'))
    return 'interrupted';
  const unsure = [...test.annotations, ...result.annotations].some(
    ({ type }) => type === inconclusiveType,
  );
  return unsure && (status === 'skipped' || status === 'passed') ? 'inconclusive' : status;
}

/** Why a check was skipped or could not tell, when it said so. */
export const reasonOf = (test: Noted, result: Noted): string | undefined =>
  [...test.annotations, ...result.annotations].find(
    ({ type }) => type === inconclusiveType || type === 'skip',
  )?.description;
