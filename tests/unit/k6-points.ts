import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Summary } from '../../load/k6/summary.ts';
import { officePages } from '../../load/office.ts';
import { profiles, type OpenProfile } from '../../load/profiles.ts';

/** What a recorded load is like. */
export interface Recorded {
  readonly count: number;
  readonly perSecond: number;
  /** How long the answer to a request took, in milliseconds. */
  readonly tookMs: (index: number) => number;
  /** How much too late the iteration was started. */
  readonly lateMs?: (index: number) => number;
  /** What is wrong with the answer. */
  readonly fault?: (index: number) => string | undefined;
  /** Whether k6 had nobody who could start it. */
  readonly isDropped?: (index: number) => boolean;
  /** Of how many machines this is which one. */
  readonly machine?: readonly [number, number];
}

export const target = 'https://obra.example';
const beganMs = Date.parse('2026-11-27T10:00:00.400Z');

const line = (
  metric: string,
  atMs: number,
  value: number,
  tags: object,
  metadata: object = {},
): string => {
  const time = new Date(atMs).toISOString();
  return `${JSON.stringify({ metric, type: 'Point', data: { time, value, tags, metadata } })}\n`;
};

/** The points of an even load, as k6 writes them. */
export function recordedPoints(load: Recorded): string {
  const { count, perSecond, tookMs, lateMs, fault, isDropped, machine = [0, 1] } = load;
  const [own, machines] = machine;
  let started = own;
  const lines = [
    `${JSON.stringify({ type: 'Metric', metric: 'page_latency', data: { type: 'trend' } })}\n`,
    line('http_req_duration', beganMs, 5, {}),
    line('http_req_connecting', beganMs, 3, {}),
  ];
  for (let index = own; index < count; index += machines) {
    const dueMs = beganMs + (1000 * index) / perSecond;
    if (isDropped?.(index) === true) {
      lines.push(line('dropped_iterations', dueMs, 1, { scenario: 'average' }));
      continue;
    }
    const wrong = fault?.(index);
    const endMs = dueMs + (lateMs?.(index) ?? 0) + tookMs(index);
    const page = officePages[started % officePages.length] ?? '';
    const tags = { scenario: 'average', page, phase: 'measured', ...(wrong && { fault: wrong }) };
    const metric = wrong === undefined ? 'page_latency' : 'page_error_latency';
    lines.push(line(metric, endMs, tookMs(index), tags, { arrival: String(started) }));
    started += machines;
  }
  return lines.join('');
}

const { stages, warmUpSeconds } = profiles.average as OpenProfile;
const seconds = stages.reduce((sum, stage) => sum + stage.seconds, 0);
const perSecond = stages[0]?.from ?? 0;

/** What the average load measures, warm-up left out. */
export const measured = {
  seconds: seconds - warmUpSeconds,
  perSecond,
  from: warmUpSeconds * perSecond,
};

/** An average load, all quick and right. */
export const average: Recorded = {
  count: seconds * perSecond,
  perSecond,
  tookMs: (index) => 80 + (index % 7),
};

export const summary: Summary = {
  format: 'construbot-k6-1',
  profile: 'average',
  target,
  endedAt: '2026-11-27T10:02:20.000Z',
  durationMs: seconds * 1000,
  browser: false,
  dropped: 0,
  pages: {},
  thresholds: [],
};

/** Leaves a report as k6 does, of one machine or several. */
export function leaveReport(
  folder: string,
  loads: readonly Recorded[],
  change: Partial<Summary> = {},
): void {
  mkdirSync(folder, { recursive: true });
  for (const [index, load] of loads.entries()) {
    writeFileSync(join(folder, `summary-${index}.json`), JSON.stringify({ ...summary, ...change }));
    writeFileSync(join(folder, `points-${index}.json.gz`), gzipSync(recordedPoints(load)));
  }
}
