import { expect, test } from '@playwright/test';
import type { FullConfig, Suite, TestCase, TestResult } from '@playwright/test/reporter';
import { liveLine, phaseLine, type Phase } from '../../report/progress.ts';
import ProgressReporter, { type Screen } from '../../report/progress-reporter.ts';

const phase = (change: Partial<Phase> = {}): Phase => ({
  name: 'director',
  total: 20,
  passed: 0,
  failed: 0,
  notRun: 0,
  ...change,
});

const lines: [what: string, phases: Phase[], elapsedMs: number, said: string][] = [
  ['nothing yet', [phase()], 0, '  0 % · 0 of 20 checks'],
  [
    'a check is no forecast',
    [phase({ total: 200, passed: 1 })],
    9000,
    '  0 % · director 1/200 · 1 of 200 checks',
  ],
  [
    'half',
    [phase({ passed: 10 })],
    30_000,
    ' 50 % · director 10/20 · 10 of 20 checks · about 30 s left',
  ],
  [
    'two phases, with failures',
    [phase({ passed: 19, failed: 1 }), phase({ name: 'smoke', passed: 8, notRun: 2 })],
    300_000,
    ' 75 % · smoke 10/20 · 30 of 40 checks · 1 failed · 2 not run · about 2 min left',
  ],
  ['all', [phase({ passed: 20 })], 60_000, '100 % · 20 of 20 checks'],
];

for (const [what, phases, elapsedMs, said] of lines) {
  test(`the live line tells ${what}`, () => {
    expect(liveLine(phases, elapsedMs)).toBe(said);
  });
}

test('a phase that is over is told with its sign', () => {
  expect(phaseLine(phase({ passed: 20 }), 61_000)).toBe('✓ director      20 passed of 20 in 61 s');
  expect(phaseLine(phase({ passed: 18, failed: 2 }), 120_000)).toBe(
    '✗ director      18 passed · 2 failed of 20 in 2 min',
  );
  expect(phaseLine(phase({ passed: 18, notRun: 2 }), 0)).toBe(
    '– director      18 passed · 2 not run of 20 in 1 s',
  );
});

/** A run of ten checks of which the fourth fails, on a screen that keeps what it is shown. */
function shown(screen: Pick<Screen, 'isTTY' | 'columns'>): string {
  let text = '';
  const reporter = new ProgressReporter({
    screen: { ...screen, write: (more) => (text += more) },
    now: () => 0,
  });
  const tests = Array.from(
    { length: 10 },
    (_, n) =>
      ({ titlePath: () => ['', 'smoke', 'a.spec.ts', `check ${n}`] }) as unknown as TestCase,
  );
  reporter.onBegin({} as FullConfig, { allTests: () => tests } as Suite);
  for (const [n, one] of tests.entries()) {
    reporter.onTestBegin(one);
    const page = '\nline'.repeat(30);
    const errors = n === 3 ? [{ message: `\u001B[31mExpected: 1\nReceived: 2${page}` }] : [];
    reporter.onTestEnd(one, { status: n === 3 ? 'failed' : 'passed', errors } as TestResult);
  }
  reporter.onEnd();
  return text;
}

test('elsewhere than on a terminal there is a plain line for every tenth', () => {
  const text = shown({});
  expect(text).not.toContain('\r');
  expect(text.match(/^ *\d+ % · /gm)).toHaveLength(10);
  expect(text).toContain('✗ smoke › a.spec.ts › check 3\n    Expected: 1\n    Received: 2\n');
  expect(text).toContain('    line\n    … 20 lines more in the report\n');
  expect(text).toContain('✗ smoke         9 passed · 1 failed of 10 in 1 s\n');
});

test('on a terminal one line is written again and again, and is gone at the end', () => {
  const text = shown({ isTTY: true, columns: 30 });
  expect(text).toContain('✗ smoke › a.spec.ts › check 3\n');
  expect(text.endsWith('\r\u001B[2K')).toBe(true);
  const widths = text.split(/\r\u001B\[2K|\n/).filter((line) => line.includes(' % '));
  expect(Math.max(...widths.map(({ length }) => length))).toBeLessThan(30);
});
