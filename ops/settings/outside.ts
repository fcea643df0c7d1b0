import type { Raw } from '../../fixtures/test/raw.ts';
import { debugMarkers } from '../../security/debug-markers.ts';

/** What one thing that `check --deploy` warns of looks like from outside. */
export interface Sight {
  /** Whether strangers are protected all the same. */
  readonly isSafe: boolean;
  /** What was seen, in words. */
  readonly seen: string;
}

/** Sights by the id of the check of Django; what cannot be seen without signing in is not there. */
export type Sights = ReadonlyMap<string, Sight>;

const header = (headers: Readonly<Record<string, string>>, name: string): string =>
  `${name} is ${headers[name.toLowerCase()]?.slice(0, 200) ?? 'missing'}`;

/**
 * Looks from outside at what `check --deploy` tells of: at the login page, at one that is not there,
 * and at what plain HTTP answers.
 *
 * @param plain origin of the target without TLS; undefined when it is unknown
 * @throws when the target does not answer
 */
export async function lookFromOutside(raw: Raw, plain: string | undefined): Promise<Sights> {
  const { headers, cookies } = await raw('/accounts/login/');
  const { body } = await raw('/not-there/');
  const hsts = headers['strict-transport-security'] ?? '';
  const isKept = /max-age="?0*[1-9]/i.test(hsts);
  const seenHsts = header(headers, 'Strict-Transport-Security');
  const framing = header(headers, 'X-Frame-Options');
  const csrf = cookies.find((line) => line.startsWith('csrftoken='));
  const sights = new Map<string, Sight>([
    ['security.W002', { isSafe: 'x-frame-options' in headers, seen: framing }],
    // Each is said of a header that is there: that it is not is told by another.
    ['security.W004', { isSafe: isKept, seen: seenHsts }],
    ['security.W005', { isSafe: !isKept || /includeSubDomains/i.test(hsts), seen: seenHsts }],
    ['security.W021', { isSafe: !isKept || /preload/i.test(hsts), seen: seenHsts }],
    [
      'security.W006',
      {
        isSafe: headers['x-content-type-options'] === 'nosniff',
        seen: header(headers, 'X-Content-Type-Options'),
      },
    ],
    [
      'security.W018',
      debugMarkers.test(body)
        ? { isSafe: false, seen: 'the page of what is not there shows internals' }
        : { isSafe: true, seen: 'the page of what is not there shows no internals' },
    ],
    [
      'security.W019',
      { isSafe: /^DENY$/i.test(headers['x-frame-options'] ?? 'DENY'), seen: framing },
    ],
    [
      'security.W022',
      { isSafe: 'referrer-policy' in headers, seen: header(headers, 'Referrer-Policy') },
    ],
  ]);
  if (csrf !== undefined) {
    const isSafe = /;\s*secure\b/i.test(csrf);
    sights.set('security.W016', {
      isSafe,
      seen: `csrftoken is set ${isSafe ? 'with' : 'without'} Secure`,
    });
  }
  if (plain !== undefined) {
    const { status, headers: plainHeaders } = await raw('/accounts/login/', { origin: plain });
    const to = plainHeaders['location'] ?? '';
    sights.set('security.W008', {
      isSafe: [301, 302, 307, 308].includes(status) && to.startsWith('https:'),
      seen: `plain HTTP answers with ${status}`,
    });
  }
  return sights;
}
