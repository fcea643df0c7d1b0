import { expect, test } from '@playwright/test';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { appendHistory, targetKey } from '../../report/signoff/history.ts';
import { writeHistoryPage } from '../../report/signoff/history-page.ts';
import { sampleSignoff } from '../report/sample.ts';

const signoff = sampleSignoff(['AT-14']);
const key = targetKey(signoff.target);

test('the page of the history is written anew, whole, with what was added last', ({}, testInfo) => {
  const folder = testInfo.outputPath('history');
  for (const run of ['first', 'second']) {
    appendHistory({ ...signoff, run }, folder);
    const page = readFileSync(writeHistoryPage(signoff.target, folder), 'utf8');
    expect(page).toContain(run);
    expect(page.endsWith('</html>\n')).toBe(true);
  }
  expect(readdirSync(folder).sort()).toEqual([`${key}.html`, `${key}.jsonl`]);
});

test('a page that cannot be written is said in a sentence', ({}, testInfo) => {
  const folder = testInfo.outputPath('history');
  appendHistory(signoff, folder);
  mkdirSync(join(folder, `${key}.html`));
  expect(() => writeHistoryPage(signoff.target, folder)).toThrow(
    /The page of the history could not be written to .*\.html: EISDIR.* Make room there/,
  );
});
