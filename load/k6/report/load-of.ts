import { Latencies } from '../../latencies.ts';
import { arrivals, lengthOf } from '../../arrivals.ts';
import type { LoadResult } from '../../load-request.ts';
import { PageResult } from '../../page-result.ts';
import type { ClosedProfile, OpenProfile } from '../../profiles.ts';
import { faultsOf, type Audit } from '../../self-audit.ts';
import { arrivalsOf, isDrop } from './arrivals-of.ts';
import type { Point } from './points.ts';

const isAnswer = ({ metric }: Point): boolean =>
  metric === 'page_latency' || metric === 'page_error_latency';

/**
 * What k6 has measured of a load that arrives by itself, as our own engine tells it: latency from
 * when each request was due, errors apart, drops with the page that they would have asked for.
 *
 * @param machines samples of each machine
 * @throws Error when there is no answer at all
 */
export function openLoadOf(
  machines: readonly (readonly Point[])[],
  profile: OpenProfile,
): LoadResult {
  const warmUpMs = profile.warmUpSeconds * 1000;
  const plannedMs = lengthOf(profile.stages) - warmUpMs;
  const pages = new Map<string, PageResult>();
  const lag = new Latencies();
  let reachedMs = 0;
  for (const points of machines) {
    const own = points.filter((point) => isAnswer(point) || isDrop(point));
    if (!own.some(isAnswer)) throw new Error('k6 has measured nothing: no answer is in its points');
    const seen = arrivalsOf(own, profile, machines.length);
    for (const [index, { point, dueMs, lagMs }] of seen.entries()) {
      reachedMs = Math.max(reachedMs, dueMs);
      if (dueMs < warmUpMs) continue;
      if (isDrop(point)) {
        const next = seen.slice(index).find((one) => isAnswer(one.point)) ?? seen.at(-1);
        pageOf(pages, next?.point).dropped += 1;
      } else {
        lag.record(lagMs);
        add(pageOf(pages, point), point, lagMs, (dueMs - warmUpMs) / plannedMs);
      }
    }
  }
  // The last arrival of a load that came to its end is due a gap before it.
  const measuredMs = Math.min(plannedMs, Math.max(0, reachedMs - warmUpMs));
  const interrupted = measuredMs < 0.95 * plannedMs;
  const there = [...pages.values()].reduce((sum, { count }) => sum + count, 0);
  const audit = auditOf(machines, lag);
  const invalid = [...audit.invalid, ...lackIn(there, profile)];
  return result(pages, interrupted ? measuredMs : plannedMs, interrupted, { ...audit, invalid });
}

/** Says that arrivals are missing: of a machine that left no points, or that k6 lost. */
function lackIn(there: number, { stages, warmUpSeconds }: OpenProfile): string[] {
  const due = [...arrivals(stages, 'even')].filter((ms) => ms >= warmUpSeconds * 1000).length;
  return there < 0.95 * due ? [`only ${there} of ${due} arrivals are in the points of k6`] : [];
}

/**
 * What k6 has measured with users that wait for their answers.
 *
 * @param machines samples of each machine
 * @param scenario of the step
 */
export function closedLoadOf(
  machines: readonly (readonly Point[])[],
  scenario: string,
  { secondsPerStep }: ClosedProfile,
): LoadResult {
  const pages = new Map<string, PageResult>();
  const own = machines
    .flat()
    .filter(
      (point) =>
        isAnswer(point) &&
        point.tags['scenario'] === scenario &&
        point.tags['phase'] === 'measured',
    );
  const fromMs = own.reduce((least, { atMs }) => Math.min(least, atMs), Infinity);
  for (const point of own) {
    add(pageOf(pages, point), point, 0, (point.atMs - fromMs) / (secondsPerStep * 1000));
  }
  return result(pages, secondsPerStep * 1000, own.length === 0, auditOf(machines, new Latencies()));
}

function pageOf(pages: Map<string, PageResult>, point: Point | undefined): PageResult {
  const name = point?.tags['page'] ?? '';
  const page = pages.get(name) ?? new PageResult();
  pages.set(name, page);
  return page;
}

function add(page: PageResult, point: Point, lagMs: number, moment: number): void {
  if (point.metric === 'page_latency') page.succeed(lagMs + point.value, point.value, moment);
  else page.fail(lagMs + point.value, point.tags['fault'] ?? 'without a reason');
}

function result(
  pages: ReadonlyMap<string, PageResult>,
  measuredMs: number,
  interrupted: boolean,
  audit: Audit,
): LoadResult {
  const right = [...pages.values()].reduce((sum, { latency }) => sum + latency.count, 0);
  const perSecond = measuredMs === 0 ? 0 : (1000 * right) / measuredMs;
  return { pages, measuredMs, perSecond, unfinished: 0, interrupted, timeline: [], audit };
}

/**
 * What is known of the generator: how late it started iterations, which is where a machine that has
 * too much to do shows, and how many connections it made. NaN where k6 does not say.
 */
function auditOf(machines: readonly (readonly Point[])[], lag: Latencies): Audit {
  const connections = machines
    .flat()
    .filter(({ metric, value }) => metric === 'http_req_connecting' && value > 0);
  const times = connections.map(({ atMs }) => atMs);
  const least = times.reduce((a, b) => Math.min(a, b), Infinity);
  const most = times.reduce((a, b) => Math.max(a, b), -Infinity);
  const minutes = Math.max(1, (most - least) / 60_000);
  const figures = {
    lagP99Ms: lag.count === 0 ? 0 : lag.quantile(0.99),
    lagMaxMs: lag.maxMs,
    loopDelayP99Ms: NaN,
    cpuShare: NaN,
    cpuMicros: NaN,
    socketsOpened: connections.length,
    // Each machine has ports of its own.
    socketsAMinute: connections.length / minutes / machines.length,
  };
  return { ...figures, invalid: faultsOf(figures) };
}
