import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter';
import { reasonOf } from '../../report/status.ts';

/**
 * Judges the proof of the load: under its fault each check has to be red. One that could not tell, as
 * this machine was too busy to make a load, proves nothing, and says so.
 */
export default class ProofReporter implements Reporter {
  readonly #lines: string[] = [];

  onTestEnd(test: TestCase, result: TestResult): void {
    const [, fault = ''] = test.titlePath();
    const said = result.status === 'failed' ? 'found' : (reasonOf(test, result) ?? 'not found');
    this.#lines.push(`  ${fault}: ${test.title}: ${said}`);
  }

  onEnd(): void {
    console.log(['Faults that only many visitors meet:', ...this.#lines].join('\n'));
  }

  printsToStdio(): boolean {
    return true;
  }
}
