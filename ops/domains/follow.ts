import type { LookupFunction } from 'node:net';
import { Agent, request } from 'undici';
import { messageOf } from '../../fixtures/failure.ts';

const timeoutMs = 10_000;
const mostRedirects = 6;

/** Where somebody ends who types a name. */
export interface Way {
  readonly name: string;
  /** Every address on the way. */
  readonly addresses: readonly string[];
  /** Status of the last, or why there is none. */
  readonly end: number | string;
  /** Where DNS knows no address of it, which is no fault of who would answer. */
  readonly isUnknown: boolean;
}

/**
 * Follows redirects from a name as a browser does, but to no host outside the given ones. Certificates
 * are not looked at.
 *
 * @param from the address to begin with
 * @param hosts names that may be asked
 */
export async function follow(
  from: URL,
  hosts: readonly string[],
  lookup: LookupFunction,
): Promise<Way> {
  const agent = new Agent({
    connect: { lookup, rejectUnauthorized: false, timeout: timeoutMs },
    maxHeaderSize: 65_536,
  });
  const addresses: string[] = [];
  const ended = (end: number | string, isUnknown = false): Way => ({
    name: from.hostname,
    addresses,
    end,
    isUnknown,
  });
  let at = from;
  try {
    for (;;) {
      addresses.push(at.href);
      if (!hosts.includes(at.hostname)) return ended('a host that is none of the deployment');
      if (addresses.length > mostRedirects) return ended('a circle');
      const { statusCode, headers, body } = await request(at, {
        dispatcher: agent,
        signal: AbortSignal.timeout(timeoutMs),
      });
      body.destroy();
      body.on('error', () => undefined);
      const [location] = [headers['location'] ?? []].flat();
      if (statusCode < 300 || statusCode > 399 || location === undefined) return ended(statusCode);
      at = new URL(location, at);
    }
  } catch (error) {
    return ended(
      messageOf(error),
      error instanceof Error && 'code' in error && error.code === 'ENOTFOUND',
    );
  } finally {
    await agent.destroy();
  }
}
