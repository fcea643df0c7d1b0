import type { BrowserContext, Page } from '@playwright/test';
import { createRequire } from 'node:module';
import type * as WebVitals from 'web-vitals';

/** What Chrome's own library tells of a page: times in milliseconds from the start of the navigation. */
export interface Vitals {
  readonly fcp: number;
  readonly lcp: number;
  /** No time: how far things moved, as the library sums it up. */
  readonly cls: number;
  /** How long the page took to show that a key was pressed; in steps of 8 ms, as browsers tell it. */
  readonly inp: number;
  /** End of the handlers of `DOMContentLoaded`. */
  readonly dcl: number;
  /** End of the handlers of `load`. */
  readonly load: number;
  /** When the navigation began, in milliseconds since 1970. */
  readonly startedAt: number;
}

interface MeasuredWindow extends Window {
  webVitals: typeof WebVitals;
  vitals: Partial<Record<WebVitals.Metric['name'], number>>;
}
declare const window: MeasuredWindow;

/**
 * Has all pages that a context opens from now on measured by web-vitals. It costs them the 9 kB of
 * its script, parsed before their own.
 */
export async function measureVitals(context: BrowserContext): Promise<void> {
  await context.addInitScript({ path: createRequire(import.meta.url).resolve('web-vitals') });
  await context.addInitScript(() => {
    const { onFCP, onLCP, onCLS, onINP } = window.webVitals;
    window.vitals = {};
    const keep = ({ name, value }: WebVitals.Metric): void => {
      window.vitals[name] = value;
    };
    // A page that is measured is not left, which is when the last value would be told.
    const options = { reportAllChanges: true, durationThreshold: 16 };
    for (const on of [onFCP, onLCP, onCLS, onINP]) on(keep, options);
  });
}

/**
 * Reads what a page that has loaded was measured at. Presses the Tab key first, the least that
 * somebody does: with it LCP is final and INP begins, as Chrome defines them.
 *
 * @param page of a context that {@link measureVitals} was called on
 * @throws when the page paints nothing
 */
export async function vitalsOf(page: Page): Promise<Vitals> {
  await page.waitForFunction(() => ['FCP', 'LCP', 'CLS'].every((name) => name in window.vitals));
  await page.keyboard.press('Tab');
  await page.waitForFunction(() => 'INP' in window.vitals);
  return page.evaluate(() => {
    const { FCP = NaN, LCP = NaN, CLS = NaN, INP = NaN } = window.vitals;
    const [navigation] = performance.getEntriesByType('navigation');
    return {
      fcp: FCP,
      lcp: LCP,
      cls: CLS,
      inp: INP,
      dcl: navigation?.domContentLoadedEventEnd ?? NaN,
      load: navigation?.loadEventEnd ?? NaN,
      startedAt: performance.timeOrigin,
    };
  });
}
