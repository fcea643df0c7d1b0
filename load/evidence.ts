import type { TestInfo } from '@playwright/test';
import { keepFile, keepJson } from '../fixtures/test/keep-file.ts';
import { latencyPicture } from './latency-picture.ts';
import type { LoadResult } from './load-request.ts';
import { timelinePicture } from './timeline-picture.ts';
import type { Slice } from './timeline.ts';

/**
 * Leaves what a load has measured with the check that made it: figures as JSON, and pictures. One that
 * was interrupted says so, in its figures and in the names of its files.
 *
 * @param testInfo of the check
 * @param name of the load
 */
export async function attachLoad(
  testInfo: Pick<TestInfo, 'outputPath' | 'attach'>,
  name: string,
  result: LoadResult,
): Promise<void> {
  const { pages, measuredMs, perSecond, unfinished, interrupted, timeline, audit } = result;
  const figures = {
    incomplete: interrupted,
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
    timeline: timeline.map(figuresOf),
  };
  const file = `load-${name.replaceAll(' ', '-')}${interrupted ? '-incomplete' : ''}`;
  await keepJson(testInfo, file, figures);
  await keepFile(testInfo, `${file}.svg`, 'image/svg+xml', latencyPicture(pages));
  if (timeline.length === 0) return;
  const picture = timelinePicture(timeline, { isIncomplete: interrupted });
  await keepFile(testInfo, `${file}-timeline.svg`, 'image/svg+xml', picture);
}

function figuresOf({ fromMs, lengthMs, isWarmUp, due, failures, latency }: Slice): object {
  return { fromMs, lengthMs, isWarmUp, due, failures, latencyMs: quantilesOf(latency) };
}

function quantilesOf(of: { count: number; quantile(q: number): number }): Record<string, number> {
  if (of.count === 0) return {};
  return { p50: of.quantile(0.5), p95: of.quantile(0.95), max: of.quantile(1) };
}
