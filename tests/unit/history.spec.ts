import { expect, test } from '@playwright/test';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { appendHistory, entryOf, readHistory, targetKey } from '../../report/signoff/history.ts';
import { sampleSignoff } from '../report/sample.ts';

const signoff = sampleSignoff(['AT-14', 'AT-11']);
const key = targetKey(signoff.target);
const fileIn = (folder: string): string => join(folder, `${key}.jsonl`);
const runsIn = (folder: string): string[] => readHistory(key, folder).entries.map(({ run }) => run);

const keys: [target: string | undefined, key: string][] = [
  [undefined, 'stand-in'],
  ['https://obras.example.com', 'obras.example.com_443'],
  ['https://OBRAS.example.com:443/x', 'obras.example.com_443'],
  ['http://obras.example.com', 'obras.example.com_80'],
  ['https://127.0.0.1:8443', '127.0.0.1_8443'],
  ['https://[2001:db8::1]:8443', '2001-db8--1_8443'],
  ['https://ana:secreto@peña.example.com', 'xn--pea-8ma.example.com_443'],
  ["https://a'b*c.example.com", 'a-b-c.example.com_443'],
];

for (const [target, expected] of keys) {
  test(`the history of ${target ?? 'the stand-in'} is kept as ${expected}`, () => {
    expect(targetKey(target)).toBe(expected);
  });
}

test('an entry is read as it was added, with every line and check', ({}, testInfo) => {
  const folder = testInfo.outputPath('history');
  const facts = { headers: { server: 'nginx' }, addresses: ['203.0.113.7'] };
  appendHistory({ ...signoff, facts }, folder);
  const { entries, unread } = readHistory(key, folder);
  expect(unread).toBe(0);
  expect(entries).toEqual([entryOf({ ...signoff, facts })]);
  const [entry] = entries;
  expect(entry?.verdicts).toMatchObject({ fail: ['AT-14'], waived: ['AT-11'] });
  expect(Object.values(entry?.verdicts ?? {}).flat()).toHaveLength(signoff.lines.length);
  expect(entry?.checks.failed?.['director › as-director/sample.spec.ts › a check of AT-14']).toBe(
    1200,
  );
  expect(Object.keys(entry?.checks.passed ?? {})).toHaveLength(signoff.checks.length - 2);
});

test('a target that was never signed off has no history', ({}, testInfo) => {
  expect(readHistory(key, testInfo.outputPath('history'))).toEqual({ entries: [], unread: 0 });
});

test('the same run counts once, with what was said last', ({}, testInfo) => {
  const folder = testInfo.outputPath('history');
  for (const run of ['first', 'second']) appendHistory({ ...signoff, run }, folder);
  appendHistory({ ...signoff, run: 'first', decision: 'GO' }, folder);
  expect(runsIn(folder)).toEqual(['second', 'first']);
  expect(readHistory(key, folder).entries[1]?.decision).toBe('GO');
});

const strangers: [what: string, line: string][] = [
  ['half a line', JSON.stringify(entryOf(signoff)).slice(0, 500)],
  ['half a letter', '{"run":"pe\u{fffd}'],
  [
    'a newer format',
    JSON.stringify({ ...entryOf(signoff), format: 'construbot-acceptance/history/2' }),
  ],
  ['an entry without verdicts', JSON.stringify({ ...entryOf(signoff), verdicts: undefined })],
  ['something else', 'null'],
];

for (const [what, line] of strangers) {
  test(`${what} is passed over, kept, and spoils no other line`, ({}, testInfo) => {
    const folder = testInfo.outputPath('history');
    appendHistory({ ...signoff, run: 'before' }, folder);
    appendFileSync(fileIn(folder), line);
    const kept = readFileSync(fileIn(folder), 'utf8');
    expect(readHistory(key, folder)).toMatchObject({ entries: [{ run: 'before' }], unread: 1 });
    appendHistory({ ...signoff, run: 'after' }, folder);
    expect(readFileSync(fileIn(folder), 'utf8').startsWith(`${kept}\n`)).toBe(true);
    expect(readHistory(key, folder)).toMatchObject({
      entries: [{ run: 'before' }, { run: 'after' }],
      unread: 1,
    });
  });
}

/** A process that waits for a word to add to the history, under a limit of file size in KiB. */
function adding(folder: string, name: string, count: number, limit = 'unlimited'): ChildProcess {
  const script = join(import.meta.dirname, 'append-history.ts');
  // The limit is set last, so that it holds for the history alone: nothing else is written.
  return spawn(
    'bash',
    [
      '-c',
      `ulimit -f ${limit}; exec "$0" "$@"`,
      process.execPath,
      '--import',
      'tsx',
      script,
      folder,
      name,
      String(count),
    ],
    {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: { ...process.env, TSX_DISABLE_CACHE: '1' },
    },
  );
}

async function finish(child: ChildProcess): Promise<{ code: unknown; said: string }> {
  const ended = once(child, 'close');
  child.stdin?.end('go\n');
  const said = child.stdout === null ? '' : await text(child.stdout);
  const [code] = (await ended) as [unknown];
  return { code, said };
}

const ready = (child: ChildProcess): Promise<unknown> =>
  child.stdout === null ? Promise.reject(new Error('no output')) : once(child.stdout, 'readable');

test('lines of several processes at once never mix', async ({}, testInfo) => {
  test.skip(process.platform === 'win32', 'there is no bash to start them with');
  const folder = testInfo.outputPath('history');
  const names = ['a', 'b', 'c', 'd'];
  const children = names.map((name) => adding(folder, name, 100));
  await Promise.all(children.map(ready));
  const ends = await Promise.all(children.map(finish));
  expect(ends.map(({ code }) => code)).toEqual([0, 0, 0, 0]);
  const { entries, unread } = readHistory(key, folder);
  expect(unread).toBe(0);
  for (const name of names) {
    const own = entries.map(({ run }) => run).filter((run) => run.startsWith(name));
    expect(own).toEqual(Array.from({ length: 100 }, (_, i) => `${name}${i}`));
  }
});

test('a full disk is said in a sentence, and nothing that was written before is lost', async ({}, testInfo) => {
  test.skip(process.platform === 'win32', 'there is no limit of file size');
  const folder = testInfo.outputPath('history');
  appendHistory({ ...signoff, run: 'before' }, folder);
  const size = statSync(fileIn(folder)).size;
  // Two more fit, and a piece of the next.
  const full = adding(folder, 'full', 9, String(Math.ceil((3.4 * size) / 1024)));
  await ready(full);
  const { code, said } = await finish(full);
  expect(code).toBe(2);
  expect(said).toMatch(/could not be added to .*: only \d+ of \d+ bytes fit\.\nMake room there/);
  expect(readHistory(key, folder)).toMatchObject({
    entries: [{ run: 'before' }, { run: 'full0' }, { run: 'full1' }],
    unread: 1,
  });
  // Not one byte fits any more.
  const fuller = adding(folder, 'fuller', 1, String(Math.floor(size / 1024)));
  await ready(fuller);
  const end = await finish(fuller);
  expect(end.code).toBe(2);
  expect(end.said).toMatch(/could not be added to .*: EFBIG/);
  appendHistory({ ...signoff, run: 'after' }, folder);
  expect(runsIn(folder)).toEqual(['before', 'full0', 'full1', 'after']);
});

test('a folder that cannot be written, and a history that cannot be read, are said in a sentence', ({}, testInfo) => {
  const file = testInfo.outputPath('file');
  writeFileSync(file, '');
  expect(() => {
    appendHistory(signoff, join(file, 'history'));
  }).toThrow(/could not be added to/);
  const folder = testInfo.outputPath('history');
  mkdirSync(fileIn(folder), { recursive: true });
  expect(() => readHistory(key, folder)).toThrow(/cannot be read: EISDIR/);
});
