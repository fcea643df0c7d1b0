import { createHash, X509Certificate } from 'node:crypto';
import { lookup } from 'node:dns/promises';
import { request as plainRequest, type IncomingHttpHeaders } from 'node:http';
import { request as tlsRequest } from 'node:https';
import { TLSSocket } from 'node:tls';
import type { Env } from '../../fixtures/env.ts';
import type { Facts } from './changes.ts';
import { bareHost } from '../../fixtures/bare-host.ts';

/** Headers that differ from answer to answer, or that speak of the one connection only. */
const restless: readonly RegExp[] = [
  /^(date|age|expires|last-modified|etag|content-length|set-cookie|retry-after)$/,
  /^(connection|keep-alive|transfer-encoding|via|server-timing|report-to|nel)$/,
  /^(x-runtime|x-response-time|x-timer|x-served-by|x-cache.*|x-amz-.*|x-amzn-.*|x-azure-ref|cf-ray)$/,
  /^(traceparent|tracestate|x-b3-.*|sentry-trace|baggage)$/,
  /^(x-)?ratelimit/,
  /(^|-)(request|correlation|trace|transaction|span)-?(id|uuid)$/,
];

/**
 * Looks once at what the target shows of itself to anybody: one GET of the login page, and its name
 * in DNS. Nothing is sent but that; whether the certificate verifies does not matter here, so
 * neither does a private authority. A part that cannot be read in time is left out.
 *
 * @param env the configuration; without an address the stand-in is meant, which lives only as long
 * as a run
 * @param timeoutMs how long the whole look may take, in milliseconds
 * @returns what could be read; undefined for the stand-in
 */
export async function targetFacts(
  { baseUrl }: Pick<Env, 'baseUrl'>,
  timeoutMs = 10_000,
): Promise<Facts | undefined> {
  if (baseUrl === undefined) return undefined;
  const url = new URL('/accounts/login/', baseUrl);
  const limit = AbortSignal.timeout(timeoutMs);
  const [answer, addresses] = await Promise.all([look(url, limit), addressesOf(url, limit)]);
  return { ...answer, ...addresses };
}

function look(url: URL, signal: AbortSignal): Promise<Pick<Facts, 'certificate' | 'headers'>> {
  return new Promise((resolve) => {
    let certificate: Pick<Facts, 'certificate'> = {};
    const ask = (url.protocol === 'https:' ? tlsRequest : plainRequest)(url, {
      agent: false,
      signal,
      // A certificate that does not verify is a fact, too; no secret is sent.
      rejectUnauthorized: false,
      headers: { accept: 'text/html', 'user-agent': 'construbot-acceptance' },
    });
    ask.once('socket', (socket) => {
      socket.once('secureConnect', () => {
        if (socket instanceof TLSSocket) certificate = certificateOf(socket);
      });
    });
    ask.once('response', (answer) => {
      // Another answer than the page, such as that of a proxy without its application, has other headers.
      const headers = answer.statusCode === 200 ? { headers: lasting(answer.headers) } : {};
      answer.destroy();
      resolve({ ...certificate, ...headers });
    });
    ask.once('error', () => {
      resolve(certificate);
    });
    ask.end();
  });
}

function certificateOf(socket: TLSSocket): Pick<Facts, 'certificate'> {
  try {
    const { raw, subject, issuer, validTo } = new X509Certificate(socket.getPeerCertificate().raw);
    return {
      certificate: {
        subject: subject.replaceAll('\n', ', '),
        issuer: issuer.replaceAll('\n', ', '),
        fingerprint: createHash('sha256').update(raw).digest('hex'),
        validTo: new Date(validTo).toISOString(),
      },
    };
  } catch {
    // Whatever is wrong with it, it cannot be read, and the rest of the look goes on.
    return {};
  }
}

function lasting(headers: IncomingHttpHeaders): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers)
      .filter(([name]) => !restless.some((pattern) => pattern.test(name)))
      // A policy names each answer's own nonce.
      .map(([name, value]) => [name, String(value).replace(/'nonce-[^']*'/g, "'nonce-…'")]),
  );
}

async function addressesOf({ hostname }: URL, signal: AbortSignal): Promise<Partial<Facts>> {
  const asked = lookup(bareHost(hostname), { all: true }).then(
    (found) => ({ addresses: [...new Set(found.map(({ address }) => address))].sort() }),
    () => ({}),
  );
  // The system's resolver cannot be stopped, only left behind.
  const late = new Promise<Partial<Facts>>((resolve) => {
    signal.addEventListener('abort', () => {
      resolve({});
    });
  });
  return Promise.race([asked, late]);
}
