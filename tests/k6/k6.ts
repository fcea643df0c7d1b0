import { writeFileSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { loadScript } from './load-script.ts';
import { summaryDataOf } from './metrics.ts';
import { modulesOf, World, type Sample } from './modules.ts';
import { startsOf, type ArrivalRate } from './schedule.ts';
import { SyncHttp } from './sync-http.ts';

// A stand-in of the program k6, for machines without it: `k6 version` and `k6 run --out json=FILE
// SCRIPT`. It runs the real scripts, sends real requests one after the other, and leaves what k6
// leaves. Its clock is not the real one: each iteration begins when it is due, however long those
// before it took. So nothing is measured with it; it proves what the scripts do.
interface Options {
  readonly scenarios: Readonly<
    Record<string, ArrivalRate & { exec?: string; iterations?: number }>
  >;
  readonly thresholds: Readonly<Record<string, readonly string[]>>;
}
interface Exported {
  readonly options: Options;
  setup(): unknown;
  teardown(data: unknown): void;
  handleSummary(data: object): Record<string, string>;
  readonly [name: string]: unknown;
}

// The first Ctrl-C ends the load, not the run: what was measured is kept.
let isInterrupted = false;
process.once('SIGINT', () => (isInterrupted = true));

const [command, ...args] = process.argv.slice(2);
if (command === 'version') {
  console.log('k6 v2.2.0 (stand-in of the tests)');
} else {
  const http = new SyncHttp();
  try {
    process.exitCode = await run(args.at(-1) ?? '', new World(http));
  } catch (error) {
    // Of the world of the script, whose errors are none of this one.
    console.error((error as Error).message);
    process.exitCode = 107;
  } finally {
    http.close();
  }
}

async function run(script: string, world: World): Promise<number> {
  const startMs = Date.now();
  world.nowMs = startMs;
  const globals = { __ENV: { ...process.env }, console };
  const exported = (await loadScript(script, modulesOf(world), globals, () =>
    Math.floor(world.nowMs),
  )) as Exported;
  const { options } = exported;
  // What setup gives reaches the others as JSON.
  const data: unknown = JSON.parse(JSON.stringify(exported.setup()));
  // For tests that wait for it.
  console.log('the load begins');
  let endMs = startMs;
  for (const [name, scenario] of Object.entries(options.scenarios)) {
    const work = exported[scenario.exec ?? 'default'] as (data: unknown) => unknown;
    const starts =
      scenario.iterations === undefined
        ? startsOf(scenario)
        : Array.from({ length: scenario.iterations }, () => 0);
    for (const [index, due] of starts.entries()) {
      // Signals are only seen in a turn of the event loop.
      await setImmediate();
      if (isInterrupted) break;
      world.nowMs = startMs + due * 1000;
      world.scenario = { name, startTime: startMs, iterationInTest: index };
      world.tags = {};
      await work(data);
      endMs = Math.max(endMs, world.nowMs);
    }
  }
  world.metadata = {};
  exported.teardown(data);
  const out = args.find((one) => one.startsWith('json='))?.slice('json='.length) ?? '';
  writeFileSync(out, gzipSync(world.samples.map(lineOf).join('')));
  const { data: summary, crossed } = summaryDataOf(
    world.samples,
    options.thresholds,
    endMs - startMs,
  );
  for (const [file, text] of Object.entries(exported.handleSummary(summary))) {
    if (file === 'stdout') console.log(text);
    else writeFileSync(file, text);
  }
  return isInterrupted ? 105 : crossed ? 99 : 0;
}

function lineOf({ metric, value, tags, metadata, atMs }: Sample): string {
  const nanos = String(Math.round((atMs % 1) * 1e6)).padStart(6, '0');
  const time = new Date(Math.floor(atMs)).toISOString().replace('Z', `${nanos.slice(0, 6)}Z`);
  const point = { time, value, tags, ...(Object.keys(metadata).length > 0 ? { metadata } : {}) };
  return `${JSON.stringify({ metric, type: 'Point', data: point })}\n`;
}
