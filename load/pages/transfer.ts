import type { Request } from '@playwright/test';

/** The parts of a request, in milliseconds; 0 for what a connection that was open already spares. */
export interface Parts {
  readonly dns: number;
  readonly tcp: number;
  readonly tls: number;
  /** From the request to the first of the answer: the network's way there and back, and the server. */
  readonly server: number;
  readonly transfer: number;
}

/** A file that a page asked for, and what it took. */
export interface Transfer extends Parts {
  readonly url: string;
  /** As Chrome calls it: `document`, `script`, `stylesheet`, `image`, `font`, `xhr` … */
  readonly kind: string;
  readonly status: number;
  /** Milliseconds from the start of the navigation. */
  readonly start: number;
  readonly end: number;
  /** Over the network, headers included; 0 from the cache. */
  readonly bytes: number;
}

/**
 * What a request took, from the browser's network service: of other hosts as well, which a page
 * itself is only told with Timing-Allow-Origin.
 *
 * @param request that has finished
 * @param startedAt when the navigation began, in milliseconds since 1970
 */
export async function transferOf(request: Request, startedAt: number): Promise<Transfer> {
  const { startTime, requestStart, responseStart, responseEnd, ...connection } = request.timing();
  const { domainLookupStart, domainLookupEnd, connectStart, secureConnectionStart, connectEnd } =
    connection;
  const { responseBodySize, responseHeadersSize } = await request.sizes();
  // What did not happen is said to be at -1.
  const secured = secureConnectionStart < 0 ? connectEnd : secureConnectionStart;
  return {
    url: request.url(),
    kind: request.resourceType(),
    status: (await request.response())?.status() ?? 0,
    start: startTime - startedAt,
    end: startTime - startedAt + responseEnd,
    dns: domainLookupEnd - domainLookupStart,
    tcp: secured - connectStart,
    tls: connectEnd - secured,
    server: responseStart - requestStart,
    transfer: responseEnd - responseStart,
    // For a cached file the size of its body makes up for the headers.
    bytes: responseBodySize + responseHeadersSize,
  };
}
