import { Latencies } from './latencies.ts';

/** What was due in a stretch of time, and what became of it. */
export interface Slice {
  /** Since the start of the load, in milliseconds. */
  readonly fromMs: number;
  readonly lengthMs: number;
  /** Before the measuring began. */
  readonly isWarmUp: boolean;
  readonly due: number;
  /** Errors, and what was dropped. */
  readonly failures: number;
  /** Of the right answers, from when each was due; true to 1 %. */
  readonly latency: Latencies;
}

// As many as a picture can show, so that an afternoon takes no more memory than two minutes.
const mostSlices = 150;

/** How a load goes over time: a slice a second, or longer ones where that would be too many. */
export class Timeline {
  readonly #slices: { due: number; failures: number; latency: Latencies }[];
  readonly #lengthMs: number;
  readonly #warmUpMs: number;

  /**
   * @param plannedMs how long the load is, warm-up included
   * @param warmUpMs how long that is
   */
  constructor(plannedMs: number, warmUpMs: number) {
    const seconds = Math.max(1, plannedMs / 1000);
    this.#lengthMs = 1000 * Math.ceil(seconds / mostSlices);
    this.#warmUpMs = warmUpMs;
    const count = Math.ceil(seconds / (this.#lengthMs / 1000));
    this.#slices = Array.from({ length: count }, () => ({
      due: 0,
      failures: 0,
      latency: new Latencies(2),
    }));
  }

  /** @param dueMs when a request was due, since the start */
  due(dueMs: number): void {
    this.#at(dueMs).due += 1;
  }

  succeed(dueMs: number, latencyMs: number): void {
    this.#at(dueMs).latency.record(latencyMs);
  }

  fail(dueMs: number): void {
    this.#at(dueMs).failures += 1;
  }

  /** All slices up to the last in which something was due. */
  slices(): Slice[] {
    const last = this.#slices.findLastIndex(({ due }) => due > 0);
    return this.#slices.slice(0, last + 1).map((slice, nth) => ({
      ...slice,
      fromMs: nth * this.#lengthMs,
      lengthMs: this.#lengthMs,
      isWarmUp: nth * this.#lengthMs < this.#warmUpMs,
    }));
  }

  #at(dueMs: number): { due: number; failures: number; latency: Latencies } {
    const nth = Math.min(this.#slices.length - 1, Math.floor(dueMs / this.#lengthMs));
    const slice = this.#slices[Math.max(0, nth)];
    if (slice === undefined) throw new RangeError('A timeline has a slice at least');
    return slice;
  }
}

/** Timelines of loads that came one after the other, as one. */
export function joinTimelines(timelines: readonly (readonly Slice[])[]): Slice[] {
  const all: Slice[] = [];
  for (const timeline of timelines) {
    const last = all.at(-1);
    const startMs = last === undefined ? 0 : last.fromMs + last.lengthMs;
    all.push(...timeline.map((slice) => ({ ...slice, fromMs: slice.fromMs + startMs })));
  }
  return all;
}
