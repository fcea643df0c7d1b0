import { expect, test } from '@playwright/test';
import { spawnSync } from 'node:child_process';
import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { items } from '../../checklist/index.ts';
import { verifySignoff, writeSignoff } from '../../report/signoff/folder.ts';
import { signoffPage } from '../../report/signoff/page/page.ts';
import { signoffOf, signoffShape } from '../../report/signoff/signoff.ts';
import { noWords, origin, sampleRun, sampleSignoff, word } from '../report/sample.ts';
import type { Entry } from '../../report/signoff/ledger.ts';

test('every line of the document is in the data, in its order, and the data fits its schema', () => {
  const signoff = sampleSignoff(['AT-14']);
  expect(signoff.lines.map(({ id }) => id)).toEqual(items.map(({ id }) => id));
  expect(signoffShape.parse(JSON.parse(JSON.stringify(signoff)))).toEqual(signoff);
  expect(signoff.decision).toBe('NO-GO');
});

test('a waiver reaches the lines that repeat the waived one', () => {
  const waiver: Entry = { ...word, item: 'SC-04' };
  const { lines, decision } = sampleSignoff(['SC-04'], { attestations: [], waivers: [waiver] });
  const repeating = items.filter(({ repeats }) => repeats?.some((id) => id === 'SC-04'));
  expect(repeating.length).toBeGreaterThan(0);
  for (const { id } of repeating) {
    expect(lines.find((line) => line.id === id)).toMatchObject({
      verdict: 'waived',
      entry: { item: 'SC-04' },
    });
  }
  expect(decision).toBe('GO with conditions');
});

test('a run that did not end says so', () => {
  expect(sampleSignoff([]).complete).toBe(true);
  expect(signoffOf({ ...sampleRun([]), status: 'interrupted' }, noWords, origin).complete).toBe(
    false,
  );
});

const damages: [what: string, damage: (folder: string) => void, said: string[]][] = [
  ['nothing', () => undefined, []],
  [
    'a changed page',
    (folder) => {
      appendFileSync(join(folder, 'index.html'), ' ');
    },
    ['index.html was changed.'],
  ],
  [
    'a verdict turned round',
    (folder) => {
      const file = join(folder, 'signoff.json');
      writeFileSync(file, readFileSync(file, 'utf8').replace('NO-GO', 'GO'));
    },
    ['signoff.json was changed.'],
  ],
  [
    'a missing file',
    (folder) => {
      rmSync(join(folder, 'signoff.schema.json'));
    },
    ['signoff.schema.json is missing.'],
  ],
  [
    'an added file',
    (folder) => {
      writeFileSync(join(folder, 'extra.txt'), '');
    },
    ['extra.txt was added.'],
  ],
];

for (const [what, damage, said] of damages) {
  test(`the manifest tells ${what}`, ({}, testInfo) => {
    const folder = testInfo.outputPath('signoff');
    const signoff = sampleSignoff(['AT-14']);
    writeSignoff(folder, signoff, signoffPage(signoff));
    damage(folder);
    expect(verifySignoff(folder)).toEqual(said);
  });
}

test('a folder without a manifest, and one that cannot be written, are said in a sentence', ({}, testInfo) => {
  expect(() => verifySignoff(testInfo.outputPath())).toThrow('holds no SHA256SUMS.');
  const file = testInfo.outputPath('file');
  writeFileSync(file, '');
  expect(() => {
    writeSignoff(join(file, 'signoff'), sampleSignoff([]), '');
  }).toThrow('could not be written');
});

test('a full disk leaves the sign-off that was there before, whole', ({}, testInfo) => {
  const folder = testInfo.outputPath('signoff');
  const before = sampleSignoff(['AT-14']);
  writeSignoff(folder, before, signoffPage(before));
  const script = join(import.meta.dirname, 'write-signoff.ts');
  // No file may grow beyond 64 KiB, as on a disk with no more room than that.
  const { stdout } = spawnSync(
    'bash',
    ['-c', 'ulimit -f 64; exec "$0" "$@"', process.execPath, '--import', 'tsx', script, folder],
    { encoding: 'utf8', env: { ...process.env, TSX_DISABLE_CACHE: '1' } },
  );
  expect(stdout).toContain(`The sign-off could not be written to ${folder}.`);
  expect(verifySignoff(folder)).toEqual([]);
});
