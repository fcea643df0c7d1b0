/** A Content-Security-Policy: the sources of each directive, by its name. */
export type Policy = ReadonlyMap<string, readonly string[]>;

const everywhere = [
  '*',
  'http:',
  'https:',
  'ftp:',
  'http://*',
  'https://*',
  'http://*.*',
  'https://*.*',
];

/**
 * Reads the policies of a header; those of several headers are joined by commas (CSP 3, 2.2).
 *
 * @param header undefined when there was none
 */
export function policiesIn(header: string | undefined): Policy[] {
  return (header ?? '')
    .split(',')
    .map((policy) => {
      const directives = policy.split(';').flatMap((directive) => {
        const [name, ...sources] = directive.trim().split(/\s+/);
        return name === undefined || name === '' ? [] : [[name.toLowerCase(), sources] as const];
      });
      // Of a directive that is there twice the first counts.
      return new Map([...directives].reverse());
    })
    .filter((policy) => policy.size > 0);
}

/**
 * The sources that a directive allows, as a browser that knows nonces sees them: those a nonce or a
 * hash puts out of force are left out.
 */
export function sourcesOf(policy: Policy, directive: string): readonly string[] {
  const sources = policy.get(directive) ?? policy.get('default-src') ?? ['*'];
  const marked = sources.some((source) => /^'(?:nonce|sha256|sha384|sha512)-/.test(source));
  if (!marked) return sources;
  const strict = sources.includes("'strict-dynamic'");
  return sources.filter(
    (source) =>
      source !== "'unsafe-inline'" &&
      !(strict && (everywhere.includes(source) || source === "'self'")),
  );
}

/** Whether sources let every host in. */
export const isBroad = (sources: readonly string[]): boolean =>
  sources.some((source) => everywhere.includes(source));
