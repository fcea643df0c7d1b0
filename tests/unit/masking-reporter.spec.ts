import { expect, test } from '@playwright/test';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { everythingIn, type Left } from '../leaks/everything-in.ts';
import { forms } from '../leaks/forms.ts';

const root = join(import.meta.dirname, '..', '..');
const secret = `Canario-'"&%+<ñ 7\\/1!`;
const needles = forms.map(([, write]) => Buffer.from(write(secret)));

/** Runs a check that tells a secret in every way; gives what it printed and left. */
function leakyRun(folder: string, masked: boolean): Left[] {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['node_modules/@playwright/test/cli.js', 'test', '-c', 'tests/leaks/leaky-run'],
    {
      cwd: root,
      env: {
        ...process.env,
        LEAKY_FOLDER: folder,
        MASKED: masked ? '1' : '0',
        BASE_URL: 'https://127.0.0.1:1',
        ACCOUNT_USERNAME: 'ana',
        ACCOUNT_EMAIL: 'ana@construbot.test',
        ACCOUNT_PASSWORD: secret,
      },
    },
  );
  return [
    { where: 'terminal', bytes: stdout },
    { where: 'terminal (errors)', bytes: stderr },
    ...everythingIn(folder),
  ];
}

const told = (left: readonly Left[]): string[] =>
  left
    .filter(({ bytes }) => needles.some((needle) => bytes.includes(needle)))
    .map(({ where }) => where);

test('what the first reporter hides in place no later reporter sees, nor the terminal', ({}, testInfo) => {
  test.setTimeout(60_000);
  // Without it the secret is everywhere, so this looks in the right places.
  const open = told(leakyRun(testInfo.outputPath('open'), false)).join('\n');
  for (const place of [
    'terminal',
    'results.json',
    'junit.xml',
    /report\/index\.html > .*\.json/,
    /trace\.zip > test\.trace/,
    /trace\.zip > .*attachments/,
    /artifacts\/.*page.*\.html/,
    /artifacts\/.*upload.*\.bin/,
    /artifacts\/.*archive.*\.zip > a\.json/,
    /artifacts\/.*error-context\.md/,
    /report\/data\/.*\.html/,
    /report\/data\/.*\.zip > test\.trace/,
  ]) {
    expect(open).toMatch(place);
  }
  const left = leakyRun(testInfo.outputPath('masked'), true);
  expect(told(left)).toEqual([]);
  const terminal = left[0]?.bytes.toString() ?? '';
  expect(terminal).toContain('1 failed');
  for (const said of ['out: •••', 'bytes: •••', 'Fill "•••"', 'It was •••', 'ends with •••']) {
    expect(terminal).toContain(said);
  }
});
