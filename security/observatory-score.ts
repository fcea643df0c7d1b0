import { load } from 'cheerio';
import { isBroad, policiesIn, sourcesOf, type Policy } from './content-policy.ts';
import { lifeOf, readCookie, type SetCookie } from './set-cookie.ts';

/** By name in lower case. */
type Headers = Readonly<Record<string, string>>;

/** What is looked at: what a stranger gets of one page. */
export interface Seen {
  /** Where the page is. */
  readonly url: URL;
  readonly headers: Headers;
  /** Its Set-Cookie lines. */
  readonly cookies: readonly string[];
  readonly html: string;
  /** Headers of the same page for a foreign `Origin`. */
  readonly forForeign: { readonly origin: string; readonly headers: Headers };
  /** What plain HTTP answers in its place; undefined when that was not asked. */
  readonly plain?: { readonly status: number; readonly location: string | undefined } | undefined;
}

/** What one test found. */
export interface Line {
  readonly test: string;
  readonly found: string;
  /** Points that it takes or gives. */
  readonly points: number;
}

/** A score, and how it came about. */
export interface Score {
  readonly score: number;
  readonly grade: string;
  readonly lines: readonly Line[];
}

type Result = readonly [found: string, points: number];

const sixMonths = 15_552_000;

/** Least score of each grade. */
const grades: readonly (readonly [least: number, grade: string])[] = [
  [100, 'A+'],
  [90, 'A'],
  [85, 'A-'],
  [80, 'B+'],
  [70, 'B'],
  [65, 'B-'],
  [60, 'C+'],
  [50, 'C'],
  [45, 'C-'],
  [40, 'D+'],
  [30, 'D'],
  [25, 'D-'],
  [0, 'F'],
];

/** Without so many points there is nothing on top. */
const leastForExtra = 90;

/**
 * Scores a page by the published table of the MDN HTTP Observatory (mdn/mdn-http-observatory at
 * 94042bb of 2026-08-20, `src/grader/charts.js`, with what its tests take for what), written anew.
 * A hundred points, less what is wrong; what is better than asked counts from 90 on.
 *
 * Left out: lists of preloaded hosts, and `meta` elements in place of headers.
 */
export function scoreOf(seen: Seen): Score {
  const { headers } = seen;
  const lines: Line[] = Object.entries<Result>({
    'Content-Security-Policy': policy(headers),
    Cookies: cookies(seen.cookies.map(readCookie), hstsSeconds(headers) !== undefined),
    'Cross-origin resource sharing': sharing(seen.forForeign),
    Redirection: redirection(seen),
    'Referrer-Policy': referrer(headers),
    'Strict-Transport-Security': hsts(headers),
    'Subresource integrity': integrity(seen),
    'X-Content-Type-Options': sniffing(headers),
    'X-Frame-Options': framing(headers),
    'Cross-Origin-Resource-Policy': token(headers, 'cross-origin-resource-policy', {
      'same-origin': 10,
      'same-site': 10,
      'cross-origin': 0,
    }),
    'Cross-Origin-Embedder-Policy': token(headers, 'cross-origin-embedder-policy', {
      'require-corp': 10,
      credentialless: 10,
      'unsafe-none': 0,
    }),
    'Cross-Origin-Opener-Policy': token(headers, 'cross-origin-opener-policy', {
      'same-origin': 10,
      'same-origin-allow-popups': 10,
      'noopener-allow-popups': 10,
      'unsafe-none': 0,
    }),
  }).map(([test, [found, points]]) => ({ test, found, points }));
  const sum = (some: readonly Line[]): number => some.reduce((all, { points }) => all + points, 0);
  const bare = 100 + sum(lines.filter(({ points }) => points < 0));
  const score = Math.max(0, bare >= leastForExtra ? 100 + sum(lines) : bare);
  return { score, grade: gradeOf(score), lines };
}

/** The grade of a score. */
export const gradeOf = (score: number): string =>
  grades.find(([least]) => score >= least)?.[1] ?? 'F';

function policy(headers: Headers): Result {
  const policies = policiesIn(headers['content-security-policy']);
  // All hold at once, so the strictest says what is allowed.
  const results = policies.map(onePolicy).sort(([, a], [, b]) => b - a);
  if (results[0] !== undefined) return results[0];
  return headers['content-security-policy-report-only'] === undefined
    ? ['missing', -25]
    : ['only reports', -25];
}

function onePolicy(one: Policy): Result {
  const scripts = sourcesOf(one, 'script-src');
  const styles = sourcesOf(one, 'style-src');
  const inline = (sources: readonly string[]): boolean =>
    sources.some((source) => ["'unsafe-inline'", 'data:'].includes(source));
  const plain = (sources: readonly string[]): boolean =>
    sources.some((source) => /^(http|ftp):/.test(source));
  const marked = scripts.some((source) => /^'(?:nonce|sha\d+)-/.test(source));
  if (scripts.includes("'strict-dynamic'") && !marked) return ['strict-dynamic alone', -25];
  if (isBroad(scripts) || inline(scripts) || isBroad(sourcesOf(one, 'object-src'))) {
    return ['scripts or plugins of every host, or inline ones', -20];
  }
  const passive = ['img-src', 'media-src'];
  const active = [...one].filter(([name]) => ![...passive, 'script-src'].includes(name));
  if ([scripts, ...active.map(([, sources]) => sources)].some(plain)) {
    return ['sources over plain HTTP', -20];
  }
  if ([...scripts, ...styles].includes("'unsafe-eval'")) return ['unsafe-eval', -10];
  if (passive.some((name) => one.has(name) && plain(sourcesOf(one, name)))) {
    return ['images over plain HTTP', -10];
  }
  if (isBroad(styles) || inline(styles)) return ['inline styles, or those of every host', 0];
  return one.get('default-src')?.join(' ') === "'none'"
    ? ["default-src 'none', nothing unsafe", 10]
    : ['nothing unsafe', 5];
}

function cookies(all: readonly SetCookie[], hasHsts: boolean): Result {
  const kept = all.filter((cookie) => (lifeOf(cookie) ?? 1) > 0);
  const results = kept.flatMap(({ name, attributes }): Result[] => {
    const isSession = /login|sess/i.test(name);
    const { samesite } = attributes;
    const bare = !('secure' in attributes);
    return [
      ...(bare ? [[`${name} without Secure`, hasHsts ? -5 : -20] as const] : []),
      ...(bare && isSession ? [[`${name} without Secure`, hasHsts ? -10 : -40] as const] : []),
      ...(isSession && !('httponly' in attributes)
        ? [[`${name} without HttpOnly`, -30] as const]
        : []),
      ...(/csrf/i.test(name) && samesite === undefined
        ? [[`${name} without SameSite`, -20] as const]
        : []),
      ...(samesite !== undefined && !/^(lax|strict|none)$/i.test(samesite)
        ? [[`${name} with SameSite ${samesite}`, -20] as const]
        : []),
    ];
  });
  const [worst] = results.sort(([, a], [, b]) => a - b);
  if (worst !== undefined) return worst;
  if (kept.length === 0) return ['none', 0];
  return kept.every(({ attributes }) => 'samesite' in attributes)
    ? ['Secure, HttpOnly and SameSite', 5]
    : ['Secure and HttpOnly, but one without SameSite', 0];
}

function sharing({ origin, headers }: Seen['forForeign']): Result {
  const allowed = headers['access-control-allow-origin'];
  if (allowed === undefined) return ['none', 0];
  const credentials = headers['access-control-allow-credentials'] === 'true';
  if (credentials && [origin, '*'].includes(allowed)) return ['everybody, with cookies', -50];
  return [allowed === '*' ? 'everybody, without cookies' : 'some origins', 0];
}

function redirection({ url, plain }: Seen): Result {
  if (plain === undefined) return ['no answer over plain HTTP, or its port is unknown', 0];
  if (plain.status < 300 || plain.status > 399 || plain.location === undefined) {
    return ['missing', -20];
  }
  const target = new URL(plain.location, `http://${url.hostname}`);
  if (target.protocol !== 'https:') return ['to plain HTTP first', -10];
  return target.hostname === url.hostname
    ? ['to HTTPS of the same host', 0]
    : ['to another host first', -5];
}

const privateReferrer = [
  'no-referrer',
  'same-origin',
  'strict-origin',
  'strict-origin-when-cross-origin',
];
const openReferrer = [
  'origin',
  'origin-when-cross-origin',
  'unsafe-url',
  'no-referrer-when-downgrade',
];

function referrer({ 'referrer-policy': value }: Headers): Result {
  if (value === undefined) return ['missing', 0];
  // The last that a browser knows counts.
  const known = value
    .toLowerCase()
    .split(',')
    .map((one) => one.trim())
    .filter((one) => [...privateReferrer, ...openReferrer].includes(one))
    .at(-1);
  return known !== undefined && privateReferrer.includes(known) ? [known, 5] : [value, -5];
}

function hstsSeconds({ 'strict-transport-security': value }: Headers): number | undefined {
  const seconds = /(?:^|;)\s*max-age="?(\d+)/i.exec(value ?? '')?.[1];
  return seconds === undefined ? undefined : Number(seconds);
}

function hsts(headers: Headers): Result {
  const seconds = hstsSeconds(headers);
  if (seconds === undefined) return ['missing', -20];
  return [`${seconds} seconds`, seconds < sixMonths ? -10 : 0];
}

function integrity({ html, url }: Seen): Result {
  const $ = load(html);
  const scripts = $('script[src]')
    .toArray()
    .filter((script) => URL.canParse($(script).attr('src') ?? '', url))
    .map((script) => ({
      at: new URL($(script).attr('src') ?? '', url),
      sealed: ($(script).attr('integrity') ?? '') !== '',
    }))
    .filter(({ at }) => at.hostname !== url.hostname);
  if (scripts.length === 0) return ['no scripts of other hosts', 0];
  const named = scripts.map(({ at, sealed }): Result => {
    const plain = at.protocol !== 'https:';
    if (plain) return [`${at.href} over plain HTTP`, sealed ? -20 : -50];
    return sealed ? ['scripts of other hosts are sealed', 5] : [`${at.href} without integrity`, -5];
  });
  return named.sort(([, a], [, b]) => a - b)[0] ?? ['none', 0];
}

const sniffing = ({ 'x-content-type-options': value = 'missing' }: Headers): Result => [
  value,
  value.toLowerCase() === 'nosniff' ? 0 : -5,
];

function framing(headers: Headers): Result {
  const ancestors = policiesIn(headers['content-security-policy']).flatMap((one) => {
    const sources = one.get('frame-ancestors');
    return sources === undefined || isBroad(sources) ? [] : [sources.join(' ')];
  });
  if (ancestors[0] !== undefined) return [`frame-ancestors ${ancestors[0]}`, 5];
  const value = headers['x-frame-options'] ?? 'missing';
  if (/^(deny|sameorigin)$/i.test(value)) return [value, 5];
  return [value, /^allow-from /i.test(value) ? 0 : -20];
}

function token(headers: Headers, name: string, known: Readonly<Record<string, number>>): Result {
  const value = headers[name];
  if (value === undefined) return ['missing', 0];
  return [value, known[value.split(';')[0]?.trim().toLowerCase() ?? ''] ?? -5];
}
