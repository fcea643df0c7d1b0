import { messageOf } from '../fixtures/failure.ts';
import type { PageResult } from './page-result.ts';
import type { Audit } from './self-audit.ts';
import type { Slice } from './timeline.ts';

/** A whole answer. Redirects are not followed: a 302 is one. */
export interface Answer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** The body as UTF-8; only decoded for checks that look at it. */
  readonly text: () => string;
}

/** A request of a load, and what its answer has to be like. */
export interface LoadRequest {
  /** Under which its figures are kept, such as `dashboard`. */
  readonly page: string;
  readonly method: 'GET' | 'POST';
  /** With the query, from the root of the target. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /**
   * Whether the answer is the page that was meant: a login page is also a 200.
   *
   * @returns undefined when it is, else what is wrong, in words that do not vary from one answer to
   *   the next
   */
  readonly check: (answer: Answer) => string | undefined;
}

/** Where a load goes. */
export interface LoadTarget {
  /** Scheme, host and port. */
  readonly origin: string;
  /** PEM text of a private authority that may have signed its certificate. */
  readonly authority?: string | undefined;
}

/** What came of a load. Figures are those after the warm-up. */
export interface LoadResult {
  /** By the name of the page. */
  readonly pages: ReadonlyMap<string, PageResult>;
  /** Length of what was measured, in milliseconds: shorter than planned when it was ended. */
  readonly measuredMs: number;
  /** Answers that were right, a second. */
  readonly perSecond: number;
  /** Under way when the load ended: neither successes nor errors. */
  readonly unfinished: number;
  /** The signal has come. */
  readonly interrupted: boolean;
  /** How it went over time, warm-up included; none of a closed loop, whose rate is its result. */
  readonly timeline: readonly Slice[];
  readonly audit: Audit;
}

/**
 * What a check says of an answer. One that throws is a fault of the answer too, and no end of the
 * load.
 *
 * @returns undefined when the answer is right
 */
export function faultOf(check: LoadRequest['check'], answer: Answer): string | undefined {
  try {
    return check(answer);
  } catch (error) {
    return `the check threw: ${messageOf(error)}`;
  }
}
