import type { LoadResult } from './load-request.ts';
import { PageResult } from './page-result.ts';
import { joinTimelines } from './timeline.ts';

/**
 * One result of a load and its extensions, for a verdict that wanted more samples. Histograms are
 * merged, and the generator is as bad as it was at its worst.
 *
 * @param parts results of the same load, in order; at least one
 * @throws RangeError when there is none
 */
export function joinLoads(parts: readonly LoadResult[]): LoadResult {
  if (parts.length === 0) throw new RangeError('There is no load to join');
  const pages = new Map<string, PageResult>();
  for (const [name, page] of parts.flatMap((part) => [...part.pages])) {
    const known = pages.get(name);
    // The first part is added as well, so that its own result stays as it was.
    const joined = known ?? new PageResult(0);
    joined.add(page);
    pages.set(name, joined);
  }
  const audits = parts.map(({ audit }) => audit);
  const sum = (figures: readonly number[]): number => figures.reduce((all, one) => all + one, 0);
  const measuredMs = sum(parts.map((part) => part.measuredMs));
  const right = sum([...pages.values()].map(({ latency }) => latency.count));
  return {
    pages,
    measuredMs,
    perSecond: measuredMs === 0 ? 0 : (1000 * right) / measuredMs,
    unfinished: sum(parts.map(({ unfinished }) => unfinished)),
    interrupted: parts.some(({ interrupted }) => interrupted),
    timeline: joinTimelines(parts.map(({ timeline }) => timeline)),
    audit: {
      lagP99Ms: Math.max(...audits.map(({ lagP99Ms }) => lagP99Ms)),
      lagMaxMs: Math.max(...audits.map(({ lagMaxMs }) => lagMaxMs)),
      loopDelayP99Ms: Math.max(...audits.map(({ loopDelayP99Ms }) => loopDelayP99Ms)),
      cpuShare: Math.max(...audits.map(({ cpuShare }) => cpuShare)),
      cpuMicros: sum(audits.map(({ cpuMicros }) => cpuMicros)),
      socketsOpened: sum(audits.map(({ socketsOpened }) => socketsOpened)),
      socketsAMinute: Math.max(...audits.map(({ socketsAMinute }) => socketsAMinute)),
      invalid: [...new Set(audits.flatMap(({ invalid }) => invalid))],
    },
  };
}
