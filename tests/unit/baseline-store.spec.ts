import { expect, test } from '@playwright/test';
import {
  appendFileSync,
  mkdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { Latencies } from '../../load/latencies.ts';
import { pagesOf, runsOf } from '../../load/baseline/runs.ts';
import { append, readStore, storeFile } from '../../load/baseline/store.ts';
import { key, write } from './baseline-sample.ts';

const pages = { dashboard: 20, contract: 30 };
let folder = '';
test.beforeEach(({}, testInfo) => {
  folder = testInfo.outputPath('store');
});

test('a folder without a store has no runs', () => {
  expect(readStore(folder)).toEqual({ lines: [], unread: 0 });
});

test('a run is read as it was written, and only its owner may read it', () => {
  write(folder, { run: 'one', pages });
  const [run] = runsOf(readStore(folder).lines);
  expect(run).toMatchObject({ run: 'one', key, complete: true, accepted: undefined });
  expect(run?.blocks).toHaveLength(16);
  expect(pagesOf(run ?? { blocks: [] })).toEqual(['contract', 'dashboard']);
  expect(statSync(storeFile(folder)).mode & 0o077).toBe(0);
});

test('what is added never touches what is there', () => {
  write(folder, { run: 'one', pages });
  const before = readFileSync(storeFile(folder));
  append(folder, { kind: 'accept', run: 'one', who: 'Ana', why: 'first', newLevel: false });
  expect(readFileSync(storeFile(folder)).subarray(0, before.length)).toEqual(before);
  expect(runsOf(readStore(folder).lines)[0]?.accepted).toMatchObject({ who: 'Ana', why: 'first' });
});

test('a crash in mid-write costs that line alone, and the next one is whole again', () => {
  write(folder, { run: 'one', pages });
  write(folder, { run: 'two', pages });
  truncateSync(storeFile(folder), statSync(storeFile(folder)).size - 20);
  expect(runsOf(readStore(folder).lines).map(({ complete }) => complete)).toEqual([true, false]);
  write(folder, { run: 'three', pages });
  const { lines, unread } = readStore(folder);
  expect(unread).toBe(1);
  expect(runsOf(lines).map(({ run, complete }) => [run, complete])).toEqual([
    ['one', true],
    ['two', false],
    ['three', true],
  ]);
});

test('every place at which a crash can cut the file leaves all whole lines readable', () => {
  write(folder, { run: 'one', pages, blocks: 2 });
  const bytes = readFileSync(storeFile(folder));
  const lines = bytes.toString().split('\n').filter(Boolean);
  for (let end = 0; end <= bytes.length; end += 7) {
    truncateSync(storeFile(folder), 0);
    appendFileSync(storeFile(folder), bytes.subarray(0, end));
    const whole = bytes
      .subarray(0, end)
      .toString()
      .split('\n')
      .filter((text) => lines.includes(text));
    expect(readStore(folder).lines).toHaveLength(whole.length);
  }
});

test('a line of a newer version is passed over, and kept', () => {
  write(folder, { run: 'one', pages });
  const newer = '{"format":"construbot-acceptance/baseline/2","kind":"run","run":"x"}';
  appendFileSync(storeFile(folder), `\n${newer}\n`);
  expect(readStore(folder).unread).toBe(1);
  expect(readFileSync(storeFile(folder), 'utf8')).toContain(newer);
});

test('a run that lacks a block is incomplete, whatever else it says', () => {
  write(folder, { run: 'one', pages, blocks: 15 });
  append(folder, { kind: 'end', run: 'one' });
  expect(runsOf(readStore(folder).lines)[0]?.complete).toBe(false);
});

test('a folder that cannot be written is told with what to do', () => {
  writeFileSync(folder, 'a file where the folder should be');
  expect(() => {
    write(folder, { run: 'one', pages });
  }).toThrow(/Make room there, let this user write, or name another folder in BASELINE_FOLDER/);
});

test('a store that is no file is told with what to do', () => {
  mkdirSync(storeFile(folder), { recursive: true });
  expect(() => readStore(folder)).toThrow(/cannot be read/);
});

test('a histogram that was kept is the one that was measured, and can be merged', () => {
  const [one, other] = [new Latencies(), new Latencies()];
  for (let n = 1; n <= 500; n += 1) one.record(n / 10);
  for (let n = 501; n <= 1000; n += 1) other.record(n / 10);
  const merged = new Latencies();
  for (const kept of [one.encoded(), other.encoded()]) merged.addEncoded(kept);
  expect(merged.count).toBe(1000);
  expect(merged.quantile(0.95)).toBeCloseTo(95, 0);
});
