import { expect, test } from '@playwright/test';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { writeSignoff } from '../../report/signoff/folder.ts';
import { everyVerdict } from '../report/every-verdict.ts';

const golden = join(import.meta.dirname, 'golden');

for (const name of ['signoff.json', 'junit.xml', 'summary.md', 'metrics.prom']) {
  test(`${name} is as it was agreed on, to the byte`, ({}, testInfo) => {
    const folder = testInfo.outputPath('signoff');
    writeSignoff(folder, everyVerdict(), '');
    const now = readFileSync(join(folder, name), 'utf8');
    const path = join(golden, name);
    if (process.env['UPDATE_GOLDEN'] === '1') {
      mkdirSync(golden, { recursive: true });
      writeFileSync(path, now);
    }
    expect(
      now,
      `${relative(process.cwd(), path)} differs. When that is meant: UPDATE_GOLDEN=1 npx playwright test -c tests/unit golden, and read what git diff says.`,
    ).toBe(existsSync(path) ? readFileSync(path, 'utf8') : '');
  });
}
