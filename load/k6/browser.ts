import { browser } from 'k6/browser';
import exec from 'k6/execution';
import { keyPages } from '../pages/key-page-list.ts';
import office, { left, options as ofOffice, setup, teardown } from './office.ts';
import type { PlainOptions } from './scenarios.ts';
import { settingsOf, type Sessions } from './settings.ts';
import type { K6Data } from './summary.ts';

// How fast do the key pages open in a browser while the office is on? k6 measures TTFB, LCP and the
// other vitals by itself; the page is a tag. LCP is judged by its interval, in `report/judge-visits.ts`.
const { target, work, headers } = settingsOf(__ENV);

/** As many visits of each page as decide, see `looks` of load/pages/judge.ts, and one to warm up. */
const visits = 14;

export { setup, teardown };
export default office;

export const options: PlainOptions = {
  ...ofOffice,
  scenarios: {
    ...ofOffice.scenarios,
    browser: {
      executor: 'per-vu-iterations',
      vus: 1,
      iterations: visits,
      maxDuration: '10m',
      exec: 'visitKeyPages',
      options: { browser: { type: 'chromium' } },
    },
  },
};

export const handleSummary = (data: K6Data): Record<string, string> => left(data, true);

/** Opens each key page once, with an empty cache. */
export async function visitKeyPages([session]: Sessions): Promise<void> {
  const { metrics } = exec.vu;
  metrics.tags['phase'] = exec.scenario.iterationInTest === 0 ? 'warm-up' : 'measured';
  for (const { name, role, path } of keyPages) {
    metrics.tags['page'] = name;
    const context = await browser.newContext({ locale: 'es-MX', extraHTTPHeaders: { ...headers } });
    try {
      if (role !== 'anonymous') {
        const cookies = session?.cookies ?? [];
        await context.addCookies(cookies.map((cookie) => ({ ...cookie, url: target })));
      }
      const page = await context.newPage();
      await page.goto(`${target}${path(work)}`, { waitUntil: 'load' });
      // The browser tells LCP when the page is left.
      await page.close();
    } finally {
      await context.close();
    }
  }
}
