import autocannon from 'autocannon';
import type { TLSSocket } from 'node:tls';
import { messageOf } from '../fixtures/failure.ts';
import { handshake } from '../fixtures/http/handshake.ts';
import { withPublic } from '../fixtures/http/trusted.ts';
import { chainFaults, nameFaults } from '../security/tls-judgement.ts';
import { faultOf, type LoadRequest, type LoadResult, type LoadTarget } from './load-request.ts';
import { lowerCase } from './lower-case.ts';
import { PageResult } from './page-result.ts';
import { SelfAudit } from './self-audit.ts';

/** How a load of users that wait for their answers is made. */
export interface ClosedLoopOptions {
  /** How many there are; each holds one connection and sends as soon as it has an answer. */
  readonly connections: number;
  /** Sent by each connection in turn, over and over. */
  readonly requests: readonly LoadRequest[];
  /** How long a request may take, in milliseconds; autocannon takes no less than 1,000. */
  readonly deadlineMs: number;
  /** Answers that come before this are not counted; in milliseconds. */
  readonly warmUpMs: number;
  /** How long it is measured after that, in milliseconds. */
  readonly measureMs: number;
  /** Ends the load early; what was measured is kept. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Finds how much a target can do, with autocannon 9.0.0: its users wait for their answers, so that
 * the figure of worth is `perSecond`. Its latency is the service time and hides every stall; latency
 * is what {@link openLoop} is for.
 *
 * Traps of autocannon that are walked around here (sections 0 and 1 of peers.md, and its source):
 * - As soon as a rate is given it corrects for coordinated omission, takes seconds for milliseconds
 *   in doing so, and halves medians; its rate is a burst at each full second besides: no rate is ever
 *   given, so that there is nothing to correct.
 * - It never verifies a certificate, whatever it is told: ours is a handshake of its own before the
 *   first request, and a look at what TLS found of each connection; what is not verified is an error.
 * - Its `errors` are those of the network only, and a 500 counts as latency: each answer is checked
 *   here, and successes and errors are apart.
 * - Its histogram has whole milliseconds and no p95: durations are taken from its events instead.
 * - Where the target closes connections, it takes the start of one request for that of another, and
 *   with `reconnectRate` no answer is counted at all: only kept connections are measured, and
 *   a target that does not keep them makes the result invalid.
 * - It copies what it is told to TLS, and a `secureContext` that is copied crashes the process: it is
 *   given the authorities instead, and reads them anew for each connection.
 * - A refused connection is tried again at once and without end: as many network errors as there are
 *   connections, times ten, end the load.
 *
 * @param target where it goes
 * @param options how it is made
 * @returns what was measured; errors of the network are counted from the start, warm-up included
 * @throws when the certificate does not verify, RangeError when there is nothing to send, and
 *   Error when autocannon refuses an option
 */
export async function closedLoop(
  { origin, authority }: LoadTarget,
  options: ClosedLoopOptions,
): Promise<LoadResult> {
  const { connections, requests, deadlineMs, warmUpMs, measureMs, signal } = options;
  if (requests.length === 0) throw new RangeError('A load needs at least one request');
  const secure = origin.startsWith('https:');
  if (secure) await verify(new URL(origin), authority);

  const audit = new SelfAudit();
  const pages = new Map<string, PageResult>();
  const pageOf = (name: string): PageResult => {
    const page = pages.get(name) ?? new PageResult();
    pages.set(name, page);
    return page;
  };
  const sockets = new WeakSet<object>();
  const invalid = new Set<string>();
  let networkErrors = 0;
  let measuring = false;
  // Each answer is told twice, one right after the other: with its text, then with its duration.
  let told: { page: string; fault: string | undefined } | undefined;
  const fromMs = performance.now() + warmUpMs;

  const settings: autocannon.Options = {
    url: origin,
    connections,
    // Our own clock stops it; this is only longer.
    duration: Math.ceil((warmUpMs + measureMs) / 1000) + 10,
    timeout: deadlineMs / 1000,
    sampleInt: 50,
    skipAggregateResult: true,
    ...(authority === undefined ? {} : { tlsOptions: { ca: withPublic(authority) } }),
    requests: requests.map(({ page, method, path, headers, body, check }) => ({
      method,
      path,
      ...(headers === undefined ? {} : { headers }),
      ...(body === undefined ? {} : { body }),
      onResponse: (status, text, _context, received = {}) => {
        const answer = { status, headers: lowerCase(received), text: () => text };
        if (answer.headers['connection'] === 'close') invalid.add(closes);
        told = { page, fault: faultOf(check, answer) };
      },
    })),
  };
  let instance!: autocannon.Instance;
  const over = new Promise<void>((resolve, reject) => {
    instance = autocannon(settings, (error: Error | null) => {
      if (error === null) resolve();
      else reject(error);
    });
  });
  const stop = (): void => {
    instance.stop();
  };
  const timer = setTimeout(stop, warmUpMs + measureMs);
  signal?.addEventListener('abort', stop);
  if (signal?.aborted === true) stop();

  instance.on('response', (client, _status, _bytes, serviceMs) => {
    const { conn } = client as unknown as { conn: Partial<TLSSocket> };
    if (!sockets.has(conn)) audit.socket();
    sockets.add(conn);
    const now = performance.now();
    if (now < fromMs || now >= fromMs + measureMs) return;
    if (!measuring) audit.restart();
    measuring = true;
    const fault =
      secure && conn.authorized !== true ? 'the certificate does not verify' : told?.fault;
    const page = pageOf(told?.page ?? '');
    if (fault !== undefined) page.fail(serviceMs, fault);
    else page.succeed(serviceMs, serviceMs, Math.max(0, now - serviceMs - fromMs) / measureMs);
  });
  instance.on('reqError', (error) => {
    networkErrors += 1;
    // Of which request, and how long it took, autocannon does not say.
    pageOf(noAnswer).fail(0, messageOf(error));
    if (networkErrors >= 10 * connections) stop();
  });

  try {
    await over;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
  }
  const measuredMs = Math.max(0, Math.min(measureMs, performance.now() - fromMs));
  const right = [...pages.values()].reduce((sum, { latency }) => sum + latency.count, 0);
  const figures = audit.end();
  return {
    pages,
    measuredMs,
    perSecond: measuredMs === 0 ? 0 : (1000 * right) / measuredMs,
    unfinished: connections,
    interrupted: signal?.aborted === true,
    timeline: [],
    audit: { ...figures, invalid: [...figures.invalid, ...invalid] },
  };
}

/** The page under which errors without an answer are kept: nobody knows what had been asked for. */
export const noAnswer = '(no answer)';

const closes = 'the target closes connections, which makes the times of autocannon wrong';

async function verify(url: URL, authority: string | undefined): Promise<void> {
  const met = await handshake(url, authority);
  const faults =
    'refused' in met
      ? [met.refused]
      : [
          ...chainFaults(met.chainFault),
          ...(met.certificate === undefined
            ? ['there is none']
            : nameFaults(met.certificate, url.hostname)),
        ];
  if (faults.length > 0) {
    throw new Error(`The certificate of ${url.host} does not verify: ${faults.join('; ')}`);
  }
}
