import type { IncomingHttpHeaders } from 'node:http';
import { Pool, type Dispatcher } from 'undici';
import { contextOf } from '../fixtures/http/trusted.ts';
import { arrivals, lengthOf, type Spacing, type Stage } from './arrivals.ts';
import { faultOf, type LoadRequest, type LoadResult, type LoadTarget } from './load-request.ts';
import { pace } from './pace.ts';
import { PageResult } from './page-result.ts';
import { SelfAudit } from './self-audit.ts';
import { Timeline } from './timeline.ts';

/** How a load with arrivals of its own is made. */
export interface OpenLoopOptions {
  readonly stages: readonly Stage[];
  readonly spacing: Spacing;
  /** The same seed gives the same Poisson arrivals. */
  readonly seed?: number;
  /** The request of each arrival, counted from 0. */
  readonly next: (index: number) => LoadRequest;
  /** `fresh`: each request makes a connection of its own, with a whole TLS handshake. */
  readonly connections?: 'kept' | 'fresh';
  /** Further requests than this are dropped, and counted as failures. */
  readonly maxInFlight: number;
  /** How long a request may take from sending, in milliseconds; kept to 50 ms. */
  readonly deadlineMs: number;
  /** What is due before this is sent, but not counted; in milliseconds. */
  readonly warmUpMs: number;
  /** Ends the load early; what was measured is kept. */
  readonly signal?: AbortSignal | undefined;
}

const sweepMs = 50;

/**
 * Makes a load whose requests are sent when they are due, not when the target is ready for them, and
 * whose latency counts from when they were due: a stall of the target meets as many as it would meet
 * of real people. Answers are read whole and checked; redirects are not followed; the certificate is
 * verified, whatever `NODE_TLS_REJECT_UNAUTHORIZED` says.
 *
 * Whether the host may be loaded at all is for the caller to ask: `refusal` in `fixtures/env.ts`.
 *
 * @param target where it goes
 * @param options how it is made
 * @returns what was measured, when the last request has ended; a target that refuses connections or
 *   shows a wrong certificate makes errors, no exception, as does a check that throws
 * @throws RangeError when a rate is wrong; whatever `next` throws
 */
export function openLoop(target: LoadTarget, options: OpenLoopOptions): Promise<LoadResult> {
  return new OpenLoop(target, options).run();
}

class OpenLoop {
  readonly #options: OpenLoopOptions;
  readonly #pool: Pool;
  readonly #audit = new SelfAudit();
  readonly #pages = new Map<string, PageResult>();
  /** In order of sending, so that those beyond the deadline come first. */
  readonly #underWay = new Set<Exchange>();
  #index = 0;
  /** When the measuring begins and how long it is planned to last. */
  #fromMs = 0;
  readonly #plannedMs: number;
  readonly #timeline: Timeline;
  #warm = false;
  #onIdle: (() => void) | undefined;

  constructor({ origin, authority }: LoadTarget, options: OpenLoopOptions) {
    this.#options = options;
    this.#plannedMs = lengthOf(options.stages) - options.warmUpMs;
    this.#timeline = new Timeline(lengthOf(options.stages), options.warmUpMs);
    this.#pool = new Pool(origin, {
      connections: options.maxInFlight,
      pipelining: 1,
      // One deadline for all of a request: see #sweep.
      headersTimeout: 0,
      bodyTimeout: 0,
      connectTimeout: options.deadlineMs,
      maxCachedSessions: 0,
      connect: {
        rejectUnauthorized: true,
        ...(authority === undefined ? {} : { secureContext: contextOf(authority) }),
      },
    });
    const tried = (): void => {
      this.#audit.socket();
    };
    this.#pool.on('connect', tried).on('connectionError', tried);
  }

  async run(): Promise<LoadResult> {
    const { stages, spacing, seed, signal, warmUpMs } = this.#options;
    const sweeper = setInterval(() => {
      this.#sweep();
    }, sweepMs);
    const onDue = (dueMs: number): void => {
      this.#send(dueMs);
    };
    this.#fromMs = performance.now() + warmUpMs;
    try {
      await pace(arrivals(stages, spacing, seed), onDue, signal);
      await this.#idle();
      const interrupted = signal?.aborted === true;
      const reachedMs = Math.max(0, performance.now() - this.#fromMs);
      const measuredMs = interrupted ? Math.min(this.#plannedMs, reachedMs) : this.#plannedMs;
      const right = [...this.#pages.values()].reduce((sum, { latency }) => sum + latency.count, 0);
      return {
        pages: this.#pages,
        measuredMs,
        perSecond: measuredMs === 0 ? 0 : (1000 * right) / measuredMs,
        unfinished: this.#underWay.size,
        interrupted,
        timeline: this.#timeline.slices(),
        audit: this.#audit.end(),
      };
    } finally {
      clearInterval(sweeper);
      this.#underWay.clear();
      await this.#pool.destroy();
    }
  }

  #send(dueMs: number): void {
    const { next, maxInFlight, connections } = this.#options;
    const request = next(this.#index);
    this.#index += 1;
    const page = dueMs < this.#fromMs ? undefined : this.#pageOf(request);
    if (page !== undefined && !this.#warm) {
      this.#warm = true;
      this.#audit.restart();
    }
    const atMs = this.#sinceStart(dueMs);
    this.#timeline.due(atMs);
    if (this.#underWay.size >= maxInFlight) {
      this.#timeline.fail(atMs);
      if (page !== undefined) page.dropped += 1;
      return;
    }
    const exchange = new Exchange(request, dueMs, page, this);
    if (page !== undefined) this.#audit.lag.record(exchange.sentMs - dueMs);
    this.#underWay.add(exchange);
    this.#pool.dispatch(
      {
        path: request.path,
        method: request.method,
        headers: request.headers ?? null,
        body: request.body ?? null,
        reset: connections === 'fresh',
      },
      exchange,
    );
  }

  #pageOf({ page: name }: LoadRequest): PageResult {
    let page = this.#pages.get(name);
    if (page === undefined) {
      page = new PageResult();
      this.#pages.set(name, page);
    }
    return page;
  }

  /** An exchange has ended, for the reason that is given or well; only its first end counts. */
  settle(exchange: Exchange, failure: string | undefined): void {
    if (!this.#underWay.delete(exchange)) return;
    const { page, dueMs, sentMs } = exchange;
    const now = performance.now();
    const atMs = this.#sinceStart(dueMs);
    if (failure !== undefined) this.#timeline.fail(atMs);
    else this.#timeline.succeed(atMs, now - dueMs);
    if (failure !== undefined) page?.fail(now - dueMs, failure);
    else page?.succeed(now - dueMs, now - sentMs, (dueMs - this.#fromMs) / this.#plannedMs);
    if (this.#underWay.size === 0) this.#onIdle?.();
  }

  #sinceStart(dueMs: number): number {
    return dueMs - this.#fromMs + this.#options.warmUpMs;
  }

  /** One timer for all deadlines: one a request would cost more than the rest of it. */
  #sweep(): void {
    const { deadlineMs } = this.#options;
    const before = performance.now() - deadlineMs;
    for (const exchange of this.#underWay) {
      if (exchange.sentMs > before) break;
      exchange.giveUp(`no whole answer within ${deadlineMs / 1000} s`);
    }
  }

  /** Waits for what is under way, unless nobody wants to wait. */
  #idle(): Promise<void> {
    const { signal } = this.#options;
    return new Promise((resolve) => {
      if (this.#underWay.size === 0 || signal?.aborted === true) {
        resolve();
        return;
      }
      const end = (): void => {
        signal?.removeEventListener('abort', end);
        resolve();
      };
      this.#onIdle = end;
      signal?.addEventListener('abort', end);
    });
  }
}

/** One request on its way. */
class Exchange implements Dispatcher.DispatchHandler {
  readonly sentMs = performance.now();
  #controller: Dispatcher.DispatchController | undefined;
  #givenUp = false;
  #status = 0;
  #headers: IncomingHttpHeaders = {};
  #chunks: Buffer[] = [];

  constructor(
    readonly request: LoadRequest,
    readonly dueMs: number,
    /** None during the warm-up. */
    readonly page: PageResult | undefined,
    readonly load: OpenLoop,
  ) {}

  giveUp(reason: string): void {
    this.#givenUp = true;
    this.load.settle(this, reason);
    this.#controller?.abort(new Error(reason));
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    // Its connection came when its time was over.
    if (this.#givenUp) controller.abort(new Error('given up'));
  }

  onResponseStart(
    _controller: Dispatcher.DispatchController,
    status: number,
    headers: IncomingHttpHeaders,
  ): void {
    this.#status = status;
    this.#headers = headers;
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    const text = (): string => Buffer.concat(this.#chunks).toString();
    const answer = { status: this.#status, headers: this.#headers, text };
    this.load.settle(this, faultOf(this.request.check, answer));
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    const { code } = error as NodeJS.ErrnoException;
    this.load.settle(this, code === undefined ? error.message : `${code}: ${error.message}`);
  }
}
