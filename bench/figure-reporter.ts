import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter';

/** Prints what each benchmark has measured, and by which assertion it misses its aim. */
export default class FigureReporter implements Reporter {
  onTestEnd(test: TestCase, result: TestResult): void {
    const figures = test.annotations.filter(({ type }) => type === 'figure');
    if (figures.length === 0 && result.errors.length === 0) return;
    console.log(`${result.status === 'passed' ? '✓' : '✗'} ${test.title}`);
    for (const { description = '' } of figures) console.log(`    ${description}`);
    for (const { message = '' } of result.errors) console.log(message.replace(/^/gm, '    '));
  }

  printsToStdio(): boolean {
    return true;
  }
}
