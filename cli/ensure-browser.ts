import { findBrowser } from '../fixtures/browser-choice.ts';
import { OperatorFailure } from '../fixtures/failure.ts';
import { runProgram } from './child.ts';
import { installPackage } from './debian-package.ts';

/**
 * Makes sure that there is a browser: the one the operator names, Playwright's own, one of the
 * system, else Playwright's is downloaded, else Debian's is installed.
 *
 * @param named path that the operator gave
 * @throws OperatorFailure when none can be had
 */
export async function ensureBrowser(named: string | undefined): Promise<void> {
  if (findBrowser(named) !== undefined) return;
  if (named !== undefined) {
    throw new OperatorFailure(
      `BROWSER_PATH names a program that is not there: ${named}.`,
      'Give the path of Chromium or Chrome, or leave BROWSER_PATH out.',
    );
  }
  console.log('No browser found. Downloading the one of Playwright …');
  await runProgram('playwright', ['install', 'chromium']);
  if (findBrowser(undefined) !== undefined) return;
  // Older releases have only the whole browser.
  installPackage('chromium-headless-shell', 'chromium');
  if (findBrowser(undefined) !== undefined) return;
  throw new OperatorFailure(
    'There is no browser, and none could be installed.',
    'Install Chromium or Chrome (on Debian: apt-get install chromium), or set BROWSER_PATH.',
  );
}
