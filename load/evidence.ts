import type { TestInfo } from '@playwright/test';
import { latencyPicture } from './latency-picture.ts';
import type { LoadResult } from './load-request.ts';

/**
 * Leaves what a load has measured with the check that made it: figures as JSON, and a picture.
 *
 * @param testInfo of the check
 * @param name of the load
 */
export async function attachLoad(
  testInfo: TestInfo,
  name: string,
  result: LoadResult,
): Promise<void> {
  const { pages, measuredMs, perSecond, unfinished, audit } = result;
  const figures = {
    measuredMs: Math.round(measuredMs),
    perSecond,
    unfinished,
    generator: audit,
    pages: Object.fromEntries(
      [...pages].map(([page, { latency, service, reasons, dropped, count }]) => [
        page,
        {
          count,
          dropped,
          errors: Object.fromEntries(reasons),
          latencyMs: quantilesOf(latency),
          serviceMs: quantilesOf(service),
        },
      ]),
    ),
  };
  await testInfo.attach(`load-${name}.json`, {
    body: JSON.stringify(figures, null, 2),
    contentType: 'application/json',
  });
  await testInfo.attach(`load-${name}.svg`, {
    body: latencyPicture(pages),
    contentType: 'image/svg+xml',
  });
}

function quantilesOf(of: { count: number; quantile(q: number): number }): Record<string, number> {
  if (of.count === 0) return {};
  return { p50: of.quantile(0.5), p95: of.quantile(0.95), max: of.quantile(1) };
}
