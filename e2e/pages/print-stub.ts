import type { BrowserContext, Page } from '@playwright/test';

interface PrintingWindow extends Window {
  printCalls?: number;
}

/**
 * Counts calls of `window.print` in place of opening the printer dialog, in all pages that the
 * context opens from now on.
 */
export async function stubPrinting(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const printing: PrintingWindow = window;
    printing.printCalls = 0;
    printing.print = () => {
      printing.printCalls = (printing.printCalls ?? 0) + 1;
    };
  });
}

/** How often a page has asked to be printed since `stubPrinting`. */
export async function printCalls(page: Page): Promise<number> {
  return page.evaluate(() => (window as PrintingWindow).printCalls ?? 0);
}
