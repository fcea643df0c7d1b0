import { plainAddress } from '../fixtures/plain-address.ts';
import type { Raw } from '../fixtures/test/raw.ts';
import type { Line, Score, Seen } from './observatory-score.ts';

/** What mends each line of the score that costs points or gives none. */
const remedies: Readonly<Record<string, string>> = {
  'Content-Security-Policy':
    "a policy without 'unsafe-inline', first as Content-Security-Policy-Report-Only",
  Cookies: 'SC-05 and SC-06',
  'Cross-origin resource sharing': 'SM-07',
  Redirection: 'SC-03',
  'Referrer-Policy': "SECURE_REFERRER_POLICY = 'same-origin'",
  'Strict-Transport-Security': 'SC-04',
  'Subresource integrity': 'integrity and crossorigin on each script of another host (BOOTSTRAP4)',
  'X-Content-Type-Options': 'SC-08',
  'X-Frame-Options': 'SC-10',
  'Cross-Origin-Resource-Policy':
    'add_header Cross-Origin-Resource-Policy same-origin in the proxy',
  'Cross-Origin-Embedder-Policy': 'only where every library of another host allows it',
  'Cross-Origin-Opener-Policy': "SECURE_CROSS_ORIGIN_OPENER_POLICY = 'same-origin' (Django 4.0)",
};

/**
 * A score for people: each test with what it found, what it costs, and what mends it.
 *
 * @param headers of the page, for what the Observatory does not score
 */
export function scoreText(
  { score, grade, lines }: Score,
  { 'permissions-policy': permissions }: Readonly<Record<string, string>>,
): string {
  const unscored = `not scored: Permissions-Policy: ${permissions ?? 'missing · add_header Permissions-Policy "camera=(), microphone=(), geolocation=()" in the proxy'}`;
  return [`${score} points, ${grade}`, ...lines.map(textOf), unscored, ''].join('\n');
}

const textOf = ({ test, found, points }: Line): string =>
  points > 0
    ? `+${points} ${test}: ${found}`
    : `${points} ${test}: ${found} · ${remedies[test] ?? ''}`;

/**
 * What plain HTTP answers in place of a page.
 *
 * @returns undefined when nothing answers there, or its port is unknown: the checks of SC-03 say so
 */
export async function overPlainHttp(raw: Raw, path: string): Promise<Seen['plain']> {
  try {
    const { status, headers } = await raw(path, { origin: await plainAddress() });
    return { status, location: headers['location'] };
  } catch {
    return undefined;
  }
}
