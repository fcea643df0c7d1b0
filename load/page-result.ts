import { Latencies } from './latencies.ts';
import { compare } from './statistics/compare.ts';
import {
  designEffect,
  quantileInterval,
  type Interval,
  type NotAvailable,
} from './statistics/quantile-interval.ts';

/** Blocks of equal length that a run is cut into: the unit of replication of its statistics. */
const blocksPerRun = 10;

// As many distinct texts as a person would read; more are a text with something varying in it.
const mostReasons = 50;

/** What was measured of one page. Successes and errors are apart: a quick 500 is no quick page. */
export class PageResult {
  /** From the moment that a request was due (open loop) or sent (closed loop) to its last byte. */
  readonly latency = new Latencies();
  /** From sending, waiting for a connection included, to the last byte: what closed loops see. */
  readonly service = new Latencies();
  /** The latency of each tenth of the run, by when requests were due; of each run that was added. */
  readonly blocks: Latencies[];
  /** How long failures took, those without an answer included. */
  readonly errors = new Latencies();
  /** How often each failure was met, by its words. */
  readonly reasons = new Map<string, number>();
  /** Never sent, because as many as are allowed were under way. */
  dropped = 0;

  /** @param blocks of how many the run consists; none where runs are only added */
  constructor(blocks = blocksPerRun) {
    this.blocks = Array.from({ length: blocks }, () => new Latencies());
  }

  /**
   * @param latencyMs see {@link latency}
   * @param serviceMs see {@link service}
   * @param moment when it was due, as a share of the run from 0 to 1
   */
  succeed(latencyMs: number, serviceMs: number, moment: number): void {
    this.latency.record(latencyMs);
    this.service.record(serviceMs);
    const block = Math.min(blocksPerRun - 1, Math.floor(moment * blocksPerRun));
    this.blocks[block]?.record(latencyMs);
  }

  /**
   * @param latencyMs see {@link errors}
   * @param reason in words
   */
  fail(latencyMs: number, reason: string): void {
    this.errors.record(latencyMs);
    this.#met(reason, 1);
  }

  #met(reason: string, times: number): void {
    const known = this.reasons.has(reason) || this.reasons.size < mostReasons;
    const name = known ? reason : 'other';
    this.reasons.set(name, (this.reasons.get(name) ?? 0) + times);
  }

  /** Takes over what a later run of the same page has measured; its blocks follow the own ones. */
  add(later: PageResult): void {
    this.latency.add(later.latency);
    this.service.add(later.service);
    this.blocks.push(...later.blocks);
    this.errors.add(later.errors);
    for (const [reason, times] of later.reasons) this.#met(reason, times);
    this.dropped += later.dropped;
  }

  /** All that was due and has ended: well, with an error, or dropped. */
  get count(): number {
    return this.latency.count + this.failures;
  }

  /** Errors, and what was dropped. */
  get failures(): number {
    return this.errors.count + this.dropped;
  }

  /**
   * A quantile of the latency with its interval, widened by what the requests of a block share.
   *
   * @param q the quantile, 0.5 ≤ q < 1
   * @param budgetMs where it is looked at how blocks differ: by their shares of requests that take
   *   longer. What happens far below a budget shall not blur the answer whether it is kept. Without
   *   one, at the quantile itself
   * @returns milliseconds; not available with too few samples
   */
  quantile(q: number, budgetMs = this.latency.quantile(q)): Interval | NotAvailable {
    const blocks = this.blocks.map((block) => ({
      count: block.count,
      beyond: block.beyond(budgetMs),
    }));
    return quantileInterval(this.latency, q, { designEffect: designEffect(blocks) });
  }

  /**
   * Whether the page got slower, under a rate that did not rise: its first blocks against its last
   * ones.
   *
   * @returns undefined when it did not, or when there are too few blocks to tell; else in words
   */
  get slower(): string | undefined {
    const half = this.blocks.length / 2;
    const [first, last] = [this.blocks.slice(0, half), this.blocks.slice(half)].map((blocks) =>
      blocks.filter(({ count }) => count > 0).map((block) => block.quantile(0.5)),
    ) as [number[], number[]];
    if (first.length < half || last.length < half) return undefined;
    const { verdict, reason } = compare(first, last, { minimumEffect: 0.1 });
    return verdict === 'slower' ? `slower in its second half: ${reason}` : undefined;
  }
}
