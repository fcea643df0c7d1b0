import { expect, test } from '@playwright/test';
import { items } from '../../checklist/index.ts';
import { completed, countsOf } from '../../report/run.ts';
import { sampleRun } from '../report/sample.ts';

const known = sampleRun([]).checks.map(({ check, items: named, where }) => ({
  check,
  items: named,
  where,
}));

test('a run that had every check is complete as it is', () => {
  const run = sampleRun(['AT-14']);
  expect(completed(run, known)).toEqual({ ...run, counts: countsOf(run.items) });
});

test('a line of which a check is missing is not run, though others of it passed', () => {
  const run = sampleRun([]);
  const other = { check: 'smoke › smoke/a.spec.ts › another', items: ['AT-01'], where: 'a.ts:1' };
  const { checks, items: lines, counts } = completed(run, [...known, other]);
  expect(checks.at(-1)).toEqual({
    ...other,
    status: 'skipped',
    durationMs: 0,
    reason: '"smoke › smoke/a.spec.ts › another" was no part of this run',
    evidence: [],
  });
  expect(lines.find(({ id }) => id === 'AT-01')).toMatchObject({ verdict: 'not run', checks: 2 });
  const changed = items.filter(
    ({ id, repeats }) => id === 'AT-01' || repeats?.some((one) => one === 'AT-01'),
  );
  expect(counts).toMatchObject({ pass: items.length - changed.length, 'not run': changed.length });
});

test('a line that fails still fails when another check of it is missing', () => {
  const other = { check: 'another', items: ['AT-14'], where: 'a.ts:1' };
  const { items: lines } = completed(sampleRun(['AT-14']), [...known, other]);
  expect(lines.find(({ id }) => id === 'AT-14')).toMatchObject({ verdict: 'fail' });
});
