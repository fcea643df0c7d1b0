import type { ItemId } from '../checklist/index.ts';
import { kinds, type Kind } from './every-answer.ts';

/** A header that answers must carry. */
export interface Protection {
  readonly item: ItemId;
  readonly header: string;
  /** The kinds of answers that it says something to a browser on. */
  readonly on: readonly Kind[];
  /**
   * What is wrong with the headers of an answer, in words; nothing when they protect.
   *
   * @param headers by name in lower case
   */
  readonly faultsOf: (headers: Readonly<Record<string, string>>) => readonly string[];
  /** What to set in the deployment. */
  readonly remedy: string;
}

const year = 31_536_000;
const documents = kinds.filter(
  (kind) => !['a redirect', 'a refusal by the API', 'a static file'].includes(kind),
);

/**
 * The parts of `Strict-Transport-Security` that fall short of what browsers ask of a host on their
 * preload list (hstspreload.org): a year, all subdomains, and the wish to be on it.
 */
function hstsFaults({ 'strict-transport-security': hsts }: Readonly<Record<string, string>>) {
  if (hsts === undefined) return ['it is missing'];
  const directives = hsts.split(';').map((part) => part.trim().toLowerCase());
  const age = Number(/^max-age="?(\d+)"?$/.exec(directives[0] ?? '')?.[1] ?? 0);
  return [
    ...(age < year ? [`it lasts ${age} seconds, not a year`] : []),
    ...(directives.includes('includesubdomains') ? [] : ['subdomains are left out']),
    ...(directives.includes('preload') ? [] : ['preload is not asked for']),
  ];
}

const is = (header: string, wanted: RegExp) => (headers: Readonly<Record<string, string>>) =>
  wanted.test(headers[header] ?? '') ? [] : [`it is ${headers[header] ?? 'missing'}`];

/** The obsolete filter, or a policy without inline scripts, which does what the filter was for. */
function scriptFaults(headers: Readonly<Record<string, string>>) {
  const policy = headers['content-security-policy'] ?? '';
  const scripts = /(?:script|default)-src([^;]*)/.exec(policy)?.[1];
  if (scripts !== undefined && !scripts.includes("'unsafe-inline'")) return [];
  return is('x-xss-protection', /^1; ?mode=block$/)(headers);
}

/** The headers of the checklist, and those that every scanner asks for beside them. */
export const protections: readonly Protection[] = [
  {
    item: 'SC-04',
    header: 'Strict-Transport-Security',
    on: kinds,
    faultsOf: hstsFaults,
    remedy:
      'SECURE_HSTS_SECONDS = 31536000, SECURE_HSTS_INCLUDE_SUBDOMAINS and SECURE_HSTS_PRELOAD = True (W004, W005, W021); files that the web server serves need its own header',
  },
  {
    item: 'SC-08',
    header: 'X-Content-Type-Options',
    on: kinds,
    faultsOf: is('x-content-type-options', /^nosniff$/),
    remedy: 'SECURE_CONTENT_TYPE_NOSNIFF = True (W006)',
  },
  {
    item: 'SC-09',
    header: 'X-XSS-Protection',
    on: documents,
    faultsOf: scriptFaults,
    remedy:
      'SECURE_BROWSER_XSS_FILTER = True on Django 3.2; browsers have given the filter up, and a Content-Security-Policy without inline scripts takes its place',
  },
  {
    item: 'SC-10',
    header: 'X-Frame-Options',
    on: documents,
    faultsOf: is('x-frame-options', /^DENY$/),
    remedy: "X_FRAME_OPTIONS = 'DENY' and XFrameOptionsMiddleware (W002, W019)",
  },
  {
    item: 'ST-02',
    header: 'Referrer-Policy',
    on: documents,
    faultsOf: is(
      'referrer-policy',
      /^(no-referrer|same-origin|strict-origin(-when-cross-origin)?)$/,
    ),
    remedy: "SECURE_REFERRER_POLICY = 'same-origin' (W022)",
  },
];
