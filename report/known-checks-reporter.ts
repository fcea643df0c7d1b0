import type { Reporter, Suite } from '@playwright/test/reporter';
import { writeFileSync } from 'node:fs';
import { described } from './described.ts';

/** Writes every check that there is to the file named by `KNOWN_CHECKS`; used with `--list`. */
export default class KnownChecksReporter implements Reporter {
  onBegin(_config: unknown, suite: Suite): void {
    const file = process.env['KNOWN_CHECKS'];
    if (file !== undefined) writeFileSync(file, JSON.stringify(suite.allTests().map(described)));
  }

  printsToStdio(): boolean {
    return true;
  }
}
