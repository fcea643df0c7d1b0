import type { Raw } from '../fixtures/test/raw.ts';

/** Origins that are none of the deployment's, though some are made to look like it. */
export const foreignOrigins = [
  { what: 'another site', origin: () => 'https://evil.example' },
  { what: 'a page without an origin', origin: () => 'null' },
  {
    what: 'a site whose name begins with its own',
    origin: (host: string) => `https://${host}.evil.example`,
  },
  { what: 'a site whose name ends with its own', origin: (host: string) => `https://evil-${host}` },
] as const;

/** What has to be set so that other sites read nothing. */
export const corsRemedy =
  'no add_header Access-Control-Allow-Origin $http_origin in the proxy, exact names in CORS_ALLOWED_ORIGINS and in the rules of the bucket';

/**
 * What is wrong with an answer to a foreign origin: that the origin may read it (Fetch standard,
 * "CORS check"), or that its server would let everybody read with cookies, which only browsers stop.
 *
 * @param origin that was sent
 * @param headers of the answer, by name in lower case
 * @returns in words; nothing when all is well
 */
export function corsFaults(origin: string, headers: Readonly<Record<string, string>>): string[] {
  const allowed = headers['access-control-allow-origin'];
  const credentials = headers['access-control-allow-credentials'] === 'true';
  return [
    ...(allowed === origin ? [`${origin} may read it${credentials ? ' with cookies' : ''}`] : []),
    ...(allowed === '*' && credentials ? ['everybody may read it, and cookies are welcome'] : []),
  ];
}

/** The same requests, as a page of an origin has a browser send them. */
export const rawFrom =
  (raw: Raw, origin: string): Raw =>
  (path, options = {}) =>
    raw(path, { ...options, headers: { origin, ...options.headers } });
