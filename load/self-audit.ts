import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Latencies } from './latencies.ts';
import { thresholds } from './profiles.ts';

/** What the generator says of itself. */
export interface Audit {
  /** How late requests were sent, in milliseconds: p99 and most. */
  readonly lagP99Ms: number;
  readonly lagMaxMs: number;
  /** How late the event loop came to its timers, p99, in milliseconds. */
  readonly loopDelayP99Ms: number;
  /** Processor time of this process over time on the clock; 1 is one core. */
  readonly cpuShare: number;
  /** Processor time of this process in microseconds, for what a request costs. */
  readonly cpuMicros: number;
  readonly socketsOpened: number;
  /** Sockets a minute: a port of this machine stays taken for a minute after it. */
  readonly socketsAMinute: number;
  /** Why the result is not to be believed, in words; empty when it is. */
  readonly invalid: readonly string[];
}

const resolutionMs = 10;

/** Watches the process that makes the load, from its making to {@link end}. */
export class SelfAudit {
  /** Delays between when requests were due and when they were sent. */
  readonly lag = new Latencies();
  readonly #loop = monitorEventLoopDelay({ resolution: resolutionMs });
  #cpu = process.cpuUsage();
  #startMs = performance.now();
  #sockets = 0;

  constructor() {
    this.#loop.enable();
  }

  /** A connection was tried. */
  socket(): void {
    this.#sockets += 1;
  }

  /** Forgets all so far: the warm-up is over. Sockets that are open stay counted. */
  restart(): void {
    this.#loop.reset();
    this.#cpu = process.cpuUsage();
    this.#startMs = performance.now();
  }

  /** Stops watching and judges by the thresholds of the generator. */
  end(): Audit {
    this.#loop.disable();
    const { user, system } = process.cpuUsage(this.#cpu);
    const elapsedMs = performance.now() - this.#startMs;
    const perMinute = (60_000 / Math.max(60_000, elapsedMs)) * this.#sockets;
    const figures = {
      lagP99Ms: this.lag.count === 0 ? 0 : this.lag.quantile(0.99),
      lagMaxMs: this.lag.maxMs,
      // The monitor records from one wake-up to the next, its own interval included.
      loopDelayP99Ms: Math.max(0, this.#loop.percentile(99) / 1e6 - resolutionMs),
      cpuShare: (user + system) / 1000 / elapsedMs,
      cpuMicros: user + system,
      socketsOpened: this.#sockets,
      socketsAMinute: perMinute,
    };
    return { ...figures, invalid: faultsOf(figures) };
  }
}

/**
 * Why a result is not to be believed.
 *
 * @param figures what the generator measured of itself
 * @returns one text for each limit that was passed
 */
export function faultsOf(
  figures: Omit<Audit, 'invalid'>,
  limits: Readonly<Record<keyof typeof thresholds.generator, number>> = thresholds.generator,
): string[] {
  const { lagP99Ms, loopDelayP99Ms, cpuShare, socketsAMinute } = figures;
  const rules: [beyond: boolean, words: string][] = [
    [
      lagP99Ms > limits.lagP99Ms,
      `the generator sent late: p99 ${lagP99Ms.toFixed(1)} ms, not ${limits.lagP99Ms}`,
    ],
    [
      loopDelayP99Ms > limits.loopDelayP99Ms,
      `the generator's event loop was held up: p99 ${loopDelayP99Ms.toFixed(1)} ms, not ${limits.loopDelayP99Ms}`,
    ],
    [
      cpuShare > limits.cpuShare,
      `the generator used ${(cpuShare * 100).toFixed(0)} % of a core, not ${limits.cpuShare * 100}`,
    ],
    [
      socketsAMinute > limits.socketsAMinute,
      `the generator opened ${socketsAMinute.toFixed(0)} sockets a minute, not ${limits.socketsAMinute}: its ports run out`,
    ],
  ];
  return rules.flatMap(([beyond, words]) => (beyond ? [words] : []));
}
