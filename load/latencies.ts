import { build, decodeFromCompressedBase64, encodeIntoCompressedBase64 } from 'hdr-histogram-js';
import type { Ordered } from './statistics/quantile-interval.ts';

/**
 * Durations in a histogram of high dynamic range: as much memory for ten as for ten million, each
 * value true to 0.1 %, and none below the truth (hdrhistogram.org; microseconds inside).
 */
export class Latencies implements Ordered {
  readonly #histogram;

  /** @param digits that are kept of each value: with 2 it is true to 1 %, in a tenth of the memory */
  constructor(digits: 2 | 3 = 3) {
    this.#histogram = build({
      lowestDiscernibleValue: 1,
      highestTrackableValue: 100_000,
      numberOfSignificantValueDigits: digits,
      autoResize: true,
    });
  }

  /** How many were recorded. */
  get count(): number {
    return this.#histogram.totalCount;
  }

  /** The longest, in milliseconds; 0 of none. */
  get maxMs(): number {
    return this.count === 0 ? 0 : this.atRank(this.count);
  }

  /** @param ms a duration in milliseconds; a negative one counts as 0 */
  record(ms: number): void {
    this.#histogram.recordValue(ms > 0 ? Math.round(ms * 1000) : 0);
  }

  /**
   * @param rank of the value in order of size; the smallest has rank 1
   * @returns milliseconds
   */
  atRank(rank: number): number {
    // Half a rank lower, so that rounding inside cannot reach the next one.
    return this.#histogram.getValueAtPercentile((100 * (rank - 0.5)) / this.count) / 1000;
  }

  /**
   * The value that a share of all is at most as large as.
   *
   * @param q the share, 0 < q ≤ 1
   * @returns milliseconds; NaN of none. Without interval: not for verdicts
   */
  quantile(q: number): number {
    return this.count === 0 ? NaN : this.atRank(Math.max(1, Math.ceil(q * this.count)));
  }

  /**
   * How many are longer than a limit.
   *
   * @param limitMs in milliseconds
   */
  beyond(limitMs: number): number {
    let [within, over] = [0, this.count + 1];
    while (over - within > 1) {
      const rank = Math.floor((within + over) / 2);
      if (this.atRank(rank) > limitMs) over = rank;
      else within = rank;
    }
    return this.count - within;
  }

  /** All of it as text, in the compressed form that HdrHistogram has in every language. */
  encoded(): string {
    return encodeIntoCompressedBase64(this.#histogram);
  }

  /**
   * Takes over all values of one that was kept as text.
   *
   * @param text see {@link encoded}
   * @throws when it is none
   */
  addEncoded(text: string): void {
    this.#histogram.add(decodeFromCompressedBase64(text));
  }

  /** Takes over all values of another one. Percentiles are never averaged. */
  add(other: Latencies): void {
    this.#histogram.add(other.#histogram);
  }
}
