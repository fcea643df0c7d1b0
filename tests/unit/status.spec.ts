import { expect, test, type TestInfo } from '@playwright/test';
import type { TestResult } from '@playwright/test/reporter';
import { endInconclusive } from '../../fixtures/test/inconclusive.ts';
import { reasonOf, statusOf } from '../../report/status.ts';

type Annotations = TestInfo['annotations'];

const reason = 'the visits lie on both sides of the budget';
const unsure: Annotations = [{ type: 'inconclusive', description: reason }];
const skip: Annotations = [{ type: 'skip', description: 'needs MAILBOX_URL' }];

const died = { message: 'Error: worker process exited unexpectedly (code=null)' };

const rows: {
  status: TestResult['status'];
  annotations: Annotations;
  error?: TestResult['error'];
  said: string;
  why: string | undefined;
}[] = [
  { status: 'passed', annotations: [], said: 'passed', why: undefined },
  { status: 'skipped', annotations: skip, said: 'skipped', why: 'needs MAILBOX_URL' },
  { status: 'skipped', annotations: unsure, said: 'inconclusive', why: reason },
  { status: 'skipped', annotations: [...unsure, ...skip], said: 'inconclusive', why: reason },
  { status: 'passed', annotations: unsure, said: 'inconclusive', why: reason },
  // What went wrong after it could not tell has still gone wrong.
  { status: 'failed', annotations: unsure, said: 'failed', why: reason },
  { status: 'timedOut', annotations: unsure, said: 'timedOut', why: reason },
  { status: 'interrupted', annotations: unsure, said: 'interrupted', why: reason },
  { status: 'failed', annotations: [], error: died, said: 'interrupted', why: undefined },
];

for (const { status, annotations, error, said, why } of rows) {
  const noted = annotations.map(({ type }) => type).join(' and ') || 'nothing';
  test(`a check that ${status}${error ? ' with its worker' : ''} and noted ${noted} is ${said}`, () => {
    const result = { status, annotations, error };
    expect(statusOf({ annotations: [] }, result)).toBe(said);
    expect(reasonOf({ annotations: [] }, result)).toBe(why);
  });
}

test('a check that cannot tell notes why and is skipped', () => {
  const annotations: Annotations = [];
  const skipped: unknown[] = [];
  endInconclusive({ annotations, skip: (...said) => skipped.push(said) }, reason);
  expect(annotations).toEqual(unsure);
  expect(skipped).toEqual([[true, reason]]);
});
