import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import autocannon from 'autocannon';
import type { LoadRequest } from '../load/load-request.ts';
import { openLoop } from '../load/open-loop.ts';

/** What a generator is asked for. */
export interface Task {
  readonly url: string;
  readonly seconds: number;
  /** Requests a second; as fast as ten connections go without it. */
  readonly perSecond?: number;
}

/** What it says, in milliseconds, and what it took. */
export interface Said {
  /** Answers that it counts. */
  readonly count: number;
  readonly p50: number;
  readonly p90: number;
  readonly p99: number;
  readonly cpuMicros: number;
}

/** A program that makes load. */
export interface Generator {
  readonly name: string;
  /** How its arrivals come about. */
  readonly model: string;
  /** It can be asked for a rate; else it goes as fast as its connections do. */
  readonly hasRate: boolean;
  readonly run: (task: Task) => Promise<Said>;
}

const connections = 10;

/** Ours, in the process of the benchmark. */
const ours: Generator = {
  name: 'this engine',
  model: 'open, from when due',
  hasRate: true,
  async run({ url, seconds, perSecond = 8000 }) {
    const { origin, pathname } = new URL(url);
    const request: LoadRequest = {
      page: 'page',
      method: 'GET',
      path: pathname,
      check: ({ status, text }) => (status === 200 && text() === 'page' ? undefined : 'wrong'),
    };
    const { pages, audit } = await openLoop(
      { origin },
      {
        stages: [{ seconds, from: perSecond, to: perSecond }],
        spacing: 'even',
        next: () => request,
        maxInFlight: 500,
        deadlineMs: 10_000,
        warmUpMs: 0,
      },
    );
    const latency = pages.get('page')?.latency;
    const at = (q: number): number => latency?.quantile(q) ?? NaN;
    return {
      count: latency?.count ?? 0,
      p50: at(0.5),
      p90: at(0.9),
      p99: at(0.99),
      cpuMicros: audit.cpuMicros,
    };
  },
};

const ofAutocannon: Generator = {
  name: 'autocannon 9, as it comes',
  model: 'closed, in bursts',
  hasRate: true,
  async run({ url, seconds, perSecond }) {
    const before = process.cpuUsage();
    const { latency, requests } = await autocannon({
      url,
      connections,
      duration: seconds,
      ...(perSecond === undefined ? {} : { overallRate: perSecond }),
    });
    const { user, system } = process.cpuUsage(before);
    const { p50, p90, p99 } = latency;
    return { count: requests.total, p50, p90, p99, cpuMicros: user + system };
  },
};

const first = (text: string, shape: RegExp): number => Number(shape.exec(text)?.[1]);

const ab: Generator = {
  name: 'ab',
  model: 'closed',
  hasRate: false,
  async run({ url, seconds }) {
    const { text, cpuMicros } = await program('ab', [
      ...['-q', '-k', '-c', String(connections), '-t', String(seconds), '-n', '10000000'],
      url,
    ]);
    const at = (percent: number): number => first(text, new RegExp(`\\n\\s+${percent}%\\s+(\\d+)`));
    const count = first(text, /Complete requests:\s+(\d+)/);
    return { count, p50: at(50), p90: at(90), p99: at(99), cpuMicros };
  },
};

const wrk: Generator = {
  name: 'wrk',
  model: 'closed, corrected',
  hasRate: false,
  async run({ url, seconds }) {
    const { text, cpuMicros } = await program('wrk', [
      ...['-t1', `-c${connections}`, `-d${seconds}s`, '--latency', '--timeout', '10s'],
      url,
    ]);
    const at = (percent: number): number => {
      const [, figure = '', unit = ''] =
        new RegExp(`\\n\\s+${percent}%\\s+([\\d.]+)(us|ms|s)`).exec(text) ?? [];
      return Number(figure) * ({ us: 0.001, ms: 1, s: 1000 }[unit] ?? NaN);
    };
    const count = first(text, /(\d+) requests in/);
    return { count, p50: at(50), p90: at(90), p99: at(99), cpuMicros };
  },
};

const hey: Generator = {
  name: 'hey',
  model: 'closed, at a rate',
  hasRate: true,
  async run({ url, seconds, perSecond }) {
    const rate = perSecond === undefined ? [] : ['-q', String(perSecond / connections)];
    const { text, cpuMicros } = await program('hey', [
      ...['-z', `${seconds}s`, '-c', String(connections), ...rate],
      url,
    ]);
    const at = (percent: number): number =>
      1000 * first(text, new RegExp(`\\n\\s+${percent}%+ in ([\\d.]+) secs`));
    const count = first(text, /\[200\]\s+(\d+) responses/);
    return { count, p50: at(50), p90: at(90), p99: at(99), cpuMicros };
  },
};

const k6: Generator = {
  name: 'k6',
  model: 'open, from when sent',
  hasRate: true,
  async run({ url, seconds, perSecond }) {
    const script = join(import.meta.dirname, 'k6-script.ts');
    const { text, cpuMicros } = await program('k6', ['run', '--quiet', script], {
      BENCH_URL: url,
      BENCH_SECONDS: String(seconds),
      BENCH_RATE: String(perSecond ?? 0),
      K6_NO_USAGE_REPORT: 'true',
      K6_ADDRESS: '',
    });
    return { ...(JSON.parse(text) as Omit<Said, 'cpuMicros'>), cpuMicros };
  },
};

export const generators: readonly Generator[] = [ours, ofAutocannon, k6, hey, wrk, ab];

/**
 * Runs a program and tells what it took of the processor.
 *
 * @throws Error when it is not there or fails
 */
async function program(
  name: string,
  args: readonly string[],
  variables: Readonly<Record<string, string>> = {},
): Promise<{ text: string; cpuMicros: number }> {
  // The shell knows what its children took: the second line of `times`, such as 0m1.23s 0m4.56s.
  const child = spawn('sh', ['-c', '"$@"; code=$?; times >&2; exit $code', 'sh', name, ...args], {
    env: { ...process.env, ...variables },
  });
  let [text, said] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code === 127) throw new Error(`${name} is not on the PATH`);
  if (code !== 0) throw new Error(`${name} ended with ${code}: ${said.trim().slice(-300)}`);
  const times = [...(said.trim().split('\n').at(-1) ?? '').matchAll(/(\d+)m([\d.]+)s/g)];
  const seconds = times.reduce((sum, [, min, sec]) => sum + 60 * Number(min) + Number(sec), 0);
  return { text, cpuMicros: seconds * 1e6 };
}
