import { expect, test } from '@playwright/test';
import { accept } from '../../load/baseline/accept.ts';
import { judgeBeside } from '../../load/baseline/judge-beside.ts';
import { judgeRuns } from '../../load/baseline/judge-runs.ts';
import type { Judgement } from '../../load/baseline/judgement.ts';
import { plans } from '../../load/baseline/plan.ts';
import { runNamed } from '../../load/baseline/refusals.ts';
import { runsOf } from '../../load/baseline/runs.ts';
import { append, readStore } from '../../load/baseline/store.ts';
import { findingsOf } from '../../load/baseline/words.ts';
import { key, write, writeHistory } from './baseline-sample.ts';

const pages = { dashboard: 20, contract: 30, estimate: 25 };
const onlyContractSlower = { contract: 'slower', dashboard: 'as fast', estimate: 'as fast' };
let folder = '';
test.beforeEach(({}, testInfo) => {
  folder = testInfo.outputPath('store');
});

function judged(first: string, ...more: readonly string[]): Judgement {
  const all = runsOf(readStore(folder).lines);
  return judgeRuns(all, [runNamed(all, first), ...more.map((run) => runNamed(all, run))]);
}

const verdictsOf = ({ pages: all }: Judgement): Record<string, string> =>
  Object.fromEntries(all.map(({ page, verdict }) => [page, verdict]));

test('a run like those that were accepted is as fast', () => {
  writeHistory(folder, pages);
  write(folder, { run: 'new', pages });
  const result = judged('new');
  expect(result.verdict).toBe('as fast');
  expect(findingsOf(result)).toEqual({ failing: [], open: [] });
});

test('one page that takes a fifth longer is slower, and named; the others are not', () => {
  writeHistory(folder, pages);
  write(folder, { run: 'new', pages: { ...pages, contract: 36 } });
  const result = judged('new');
  expect(result.verdict).toBe('slower');
  expect(verdictsOf(result)).toEqual(onlyContractSlower);
  expect(findingsOf(result).failing.map(({ en }) => en)).toEqual([
    expect.stringMatching(/^contract, slower: 30\.\d ms → 36\.\d ms, \+(19|20)\.\d %/),
  ]);
});

test('a page that takes a fifth less is faster, which is no finding', () => {
  writeHistory(folder, pages);
  write(folder, { run: 'new', pages: { ...pages, contract: 24 } });
  expect(judged('new')).toMatchObject({ verdict: 'as fast' });
  expect(verdictsOf(judged('new'))['contract']).toBe('faster');
});

test('four percent are real and yet too little to count', () => {
  writeHistory(folder, pages);
  write(folder, { run: 'new', pages: { ...pages, contract: 31.2 }, within: 0.001 });
  expect(verdictsOf(judged('new'))['contract']).toBe('as fast');
});

test('a run so noisy that a tenth could hide in it is inconclusive, not green', () => {
  writeHistory(folder, pages);
  write(folder, { run: 'new', pages, within: 0.5 });
  const result = judged('new');
  expect(result.verdict).toBe('inconclusive');
  expect(findingsOf(result).open.length).toBeGreaterThan(0);
});

test('a generator that was late may itself be why a page is slower', () => {
  writeHistory(folder, pages);
  write(folder, { run: 'new', pages: { ...pages, contract: 34 } });
  const all = runsOf(readStore(folder).lines);
  const late = { ...runNamed(all, 'new') };
  const lagging = { ...late, blocks: late.blocks.map((block) => ({ ...block, lagMs: 3 })) };
  expect(verdictsOf(judgeRuns(all, [late]))['contract']).toBe('slower');
  expect(verdictsOf(judgeRuns([...all.slice(0, -1), lagging], [lagging]))['contract']).toBe(
    'undecided',
  );
});

test('with too few accepted runs it says how many are missing', () => {
  for (const run of ['one', 'two', 'three']) {
    write(folder, { run, pages });
    append(folder, { kind: 'accept', run, who: 'Ana', why: 'x', newLevel: false });
  }
  write(folder, { run: 'new', pages: { ...pages, contract: 300 } });
  const result = judged('new');
  expect(result).toMatchObject({ verdict: 'inconclusive', pages: [] });
  expect(result.missing?.en).toMatch(
    /^2 more accepted runs are needed .*; there are 3 of this kind/,
  );
});

test('runs of another kind are never compared with, and it says what differs', () => {
  const other = { ...key, machine: 'ci, 4 × Other', node: '22.1.0' };
  for (const run of ['one', 'two', 'three', 'four', 'five', 'six']) {
    write(folder, { run, pages, key: other });
    append(folder, { kind: 'accept', run, who: 'Ana', why: 'x', newLevel: false });
  }
  write(folder, { run: 'new', pages: { ...pages, contract: 300 } });
  expect(judged('new').missing?.en).toContain(
    'differ in the machine that measures (measures, 2 × Some Processor, not ci, 4 × Other) and Node (20.20.2, not 22.1.0)',
  );
  expect(() => judged('new', 'one')).toThrow(
    /cannot be taken together: they differ in the machine/,
  );
});

test('a run that did not come to its end is neither compared nor a baseline', () => {
  writeHistory(folder, pages);
  write(folder, { run: 'cut', pages: { ...pages, contract: 300 }, blocks: 9 });
  expect(judged('cut')).toMatchObject({ verdict: 'inconclusive', pages: [] });
  expect(judged('cut').missing?.en).toContain('did not come to its end');
  expect(() => accept(folder, 'cut', { who: 'Ana', why: 'x', newLevel: false })).toThrow(
    /can be no baseline: it did not come to its end/,
  );
});

test('wrong answers are a finding, and such a run is no baseline', () => {
  writeHistory(folder, pages);
  write(folder, { run: 'new', pages, failures: { 'status 500': 1 } });
  const result = judged('new');
  expect(result.verdict).toBe('wrong answers');
  expect(findingsOf(result).failing[0]?.en).toBe('contract: 16 of 160 answers wrong (status 500)');
  expect(() => accept(folder, 'new', { who: 'Ana', why: 'x', newLevel: false })).toThrow(
    /answers wrong/,
  );
});

test("answers that did not come while this machine was held up are nobody else's fault", () => {
  writeHistory(folder, pages);
  const invalid = "the generator's event loop was held up";
  write(folder, { run: 'new', pages, failures: { 'no whole answer': 1 }, invalid });
  expect(judged('new').verdict).toBe('inconclusive');
  expect(judged('new').missing?.en).toMatch(/^this machine had too much to do .*16 of 160/);
  expect(() => accept(folder, 'new', { who: 'Ana', why: 'x', newLevel: false })).toThrow(
    /answers wrong/,
  );
});

test('a run of a machine that was too busy in most blocks is inconclusive, slower or not', () => {
  writeHistory(folder, pages);
  const invalid = "the generator's event loop was held up";
  write(folder, { run: 'new', pages: { ...pages, contract: 36 }, invalid });
  expect(judged('new')).toMatchObject({ verdict: 'inconclusive', pages: [] });
  expect(judged('new').missing?.en).toContain('in 16 of 16 blocks of run new');
  expect(() => accept(folder, 'new', { who: 'Ana', why: 'x', newLevel: false })).toThrow(
    /too much to do/,
  );
});

test('what the other target answers wrong is not held against this one', () => {
  write(folder, { run: 'new', beside: 'old', pages });
  write(folder, { run: 'old', beside: 'new', pages, failures: { 'status 500': 1 } });
  expect(judged('new')).toMatchObject({ verdict: 'inconclusive', wrong: [] });
  expect(judged('new').missing?.en).toMatch(/^the other target, run old, did not answer right/);
  expect(() => judged('new', 'old')).toThrow(/compared alone|cannot be taken together/);
});

test('who accepts a slower run begins a new level, which the next one is held against', () => {
  writeHistory(folder, pages);
  write(folder, { run: 'slow', pages: { ...pages, contract: 36 } });
  const why = 'the new report is worth it';
  expect(accept(folder, undefined, { who: 'Ana', why, newLevel: false })).toEqual({
    run: 'slow',
    newLevel: true,
  });
  write(folder, { run: 'next', pages: { ...pages, contract: 36 } });
  expect(judged('next').verdict).toBe('as fast');
  write(folder, { run: 'worse', pages: { ...pages, contract: 43 } });
  expect(verdictsOf(judged('worse'))['contract']).toBe('slower');
});

test('who accepts a run like the others stays on the level', () => {
  writeHistory(folder, pages);
  write(folder, { run: 'new', pages });
  const word = { who: 'Ana', why: 'release 2', newLevel: false };
  expect(accept(folder, 'new', word)).toEqual({ run: 'new', newLevel: false });
  expect(runNamed(runsOf(readStore(folder).lines), 'new').accepted).toMatchObject(word);
});

test('two targets in turn are compared block by block, without any history', () => {
  write(folder, { run: 'new', beside: 'old', pages: { ...pages, contract: 34 } });
  write(folder, { run: 'old', beside: 'new', pages });
  const result = judged('new');
  expect(result.verdict).toBe('slower');
  expect(verdictsOf(result)).toEqual(onlyContractSlower);
  expect(() => accept(folder, 'new', { who: 'Ana', why: 'x', newLevel: false })).toThrow(
    /in turn with another target/,
  );
});

for (const [name, { blocks }] of Object.entries(plans)) {
  test(`as many blocks as ${name} has can tell two targets apart on six pages`, () => {
    const [now, before] = [1, 2].map((usual) => Array.from({ length: blocks }, () => usual));
    const options = { pages: 6, lagMs: 0 };
    expect(judgeBeside('page', before ?? [], now ?? [], options).verdict).toBe('slower');
  });
}

test('a run that is not there is told with what to do', () => {
  expect(() => accept(folder, undefined, { who: 'A', why: 'x', newLevel: false })).toThrow(
    'Nothing has been measured yet. Measure first: npm run baseline.',
  );
  write(folder, { run: 'one', pages });
  expect(() => judged('none')).toThrow('There is no run none.');
});
