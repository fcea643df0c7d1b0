/** A Set-Cookie line, taken apart as RFC 6265, 5.2 has it. */
export interface SetCookie {
  readonly name: string;
  readonly value: string;
  /** By name in lower case; of several with one name the last counts. */
  readonly attributes: Readonly<Record<string, string>>;
}

/** Takes a Set-Cookie line apart. */
export function readCookie(line: string): SetCookie {
  const [pair = '', ...rest] = line.split(';');
  const attributes = rest.map(halves).map(({ name, value }) => [name.toLowerCase(), value]);
  return { ...halves(pair), attributes: Object.fromEntries(attributes) as Record<string, string> };
}

function halves(part: string): { name: string; value: string } {
  const at = part.indexOf('=');
  return at === -1
    ? { name: part.trim(), value: '' }
    : { name: part.slice(0, at).trim(), value: part.slice(at + 1).trim() };
}

/**
 * How long a browser keeps a cookie, in seconds; undefined when until it closes. Max-Age goes before
 * Expires (RFC 6265, 4.1.2.2).
 *
 * @param now the time, in milliseconds since 1970
 */
export function lifeOf({ attributes }: SetCookie, now = Date.now()): number | undefined {
  const { 'max-age': age, expires } = attributes;
  if (age !== undefined) return Number(age);
  return expires === undefined ? undefined : (Date.parse(expires) - now) / 1000;
}
