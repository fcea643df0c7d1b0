import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { constants, createGunzip } from 'node:zlib';
import { z } from 'zod';

/** One sample of k6. */
export interface Point {
  readonly metric: string;
  /** When k6 took it, in milliseconds since 1970. */
  readonly atMs: number;
  readonly value: number;
  readonly tags: Readonly<Record<string, string>>;
  /** The number of the iteration in the whole test, where the script says it. */
  readonly arrival?: number;
}

/** Those that say something of a load; k6 writes four times as many. */
const wanted = new Set([
  'page_latency',
  'page_error_latency',
  'dropped_iterations',
  'http_req_connecting',
  'browser_web_vital_lcp',
  'browser_web_vital_ttfb',
]);

const lineShape = z.object({
  metric: z.string(),
  data: z.object({
    time: z.iso.datetime({ offset: true }),
    value: z.number(),
    tags: z.record(z.string(), z.string()).nullish(),
    metadata: z.record(z.string(), z.string()).nullish(),
  }),
});

/**
 * Reads the samples that `k6 run --out json=FILE` has written. A file that ends in the middle of a
 * line, as k6 was ended by force, is read up to there.
 *
 * @param file zipped when its name ends in `.gz`
 * @returns in order of the file, which is nearly that of time
 * @throws when the file cannot be read or is none of k6
 */
export async function readPoints(file: string): Promise<Point[]> {
  const source = createReadStream(file);
  const stream = file.endsWith('.gz')
    ? source.pipe(createGunzip({ finishFlush: constants.Z_SYNC_FLUSH }))
    : source;
  const points: Point[] = [];
  let broken: Error | undefined;
  for await (const line of createInterface({ input: stream, crlfDelay: Infinity })) {
    if (broken !== undefined) throw broken;
    if (line.trim() === '') continue;
    try {
      const point = pointOf(JSON.parse(line));
      if (point !== undefined) points.push(point);
    } catch (cause) {
      // Only the last line may be half of one.
      broken = new Error(`${file} is no JSON output of k6`, { cause });
    }
  }
  if (broken !== undefined && points.length === 0) throw broken;
  return points;
}

const kindShape = z.object({ type: z.string(), metric: z.string() });

function pointOf(data: unknown): Point | undefined {
  const { type, metric } = kindShape.parse(data);
  if (type !== 'Point' || !wanted.has(metric)) return undefined;
  const { time, value, tags, metadata } = lineShape.parse(data).data;
  const arrival = metadata?.['arrival'];
  return {
    metric,
    atMs: Date.parse(time),
    value,
    tags: tags ?? {},
    ...(arrival === undefined ? {} : { arrival: Number(arrival) }),
  };
}
