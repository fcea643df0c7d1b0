import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser } from '../../fixtures/browser-choice.ts';
import { env } from '../../fixtures/env.ts';
import { runFolder } from '../../fixtures/run-folder.ts';

/**
 * The browser of k6, where the operator wants one (`npm run k6 -- --browser`): a program that starts
 * it with arguments of ours beside those of k6. k6 splits `K6_BROWSER_ARGS` at commas, and pins and
 * host rules have some.
 *
 * @param args such as the pin of a certificate that a private authority has signed
 * @returns path of a script for a POSIX shell; undefined when none is wanted or there is none
 */
export function chosenBrowser(args: readonly string[]): string | undefined {
  const { browserPath, runId } = env();
  const path = process.env['K6_BROWSER'] === '1' ? findBrowser(browserPath) : undefined;
  if (path === undefined) return undefined;
  const file = join(runFolder(runId), 'browser.sh');
  writeFileSync(file, startScript([path, ...args]), { mode: 0o700 });
  return file;
}

/** A script that starts a program with some arguments, and then its own. */
export function startScript(words: readonly string[]): string {
  const quoted = words.map((word) => `'${word.replaceAll("'", `'\\''`)}'`);
  return `#!/bin/sh\nexec ${quoted.join(' ')} "$@"\n`;
}
