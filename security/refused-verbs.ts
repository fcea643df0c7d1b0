import type { Raw, RawOptions } from '../fixtures/test/raw.ts';

/** Verbs that Construbot's pages have no use for; the last two are of WebDAV and of old IIS. */
export const uselessVerbs = ['TRACE', 'PUT', 'DELETE', 'PATCH', 'PROPFIND', 'TRACK'] as const;

/**
 * How a server refuses a verb: malformed to its parser, for want of a CSRF token (which Django looks
 * for first), not allowed here, or known nowhere.
 */
export const refusals: readonly number[] = [400, 403, 405, 501];

/** Sent along, to see whether it comes back: TRACE has a script read what it must not. */
export const sentAlong = { 'x-qa-canary': 'qa-canary-1b9f' } as const;

/** One verb that was tried. */
export interface Tried {
  readonly verb: string;
  readonly path: string;
  readonly status: number;
  /** What is wrong with the answer, in words. */
  readonly faults: readonly string[];
}

/**
 * Sends verbs to addresses and judges the answers.
 *
 * @param options of each request
 * @throws when a connection fails without an answer
 */
export async function tryVerbs(
  raw: Raw,
  verbs: readonly string[],
  paths: readonly string[],
  options: Omit<RawOptions, 'method'> = {},
): Promise<Tried[]> {
  const tried: Tried[] = [];
  for (const path of paths) {
    for (const verb of verbs) {
      const headers = { ...options.headers, ...sentAlong };
      const { status, body } = await raw(path, { ...options, headers, method: verb });
      const echoed = body.includes(sentAlong['x-qa-canary']);
      tried.push({
        verb,
        path,
        status,
        faults: [
          ...(refusals.includes(status) ? [] : [`${verb} ${path} is answered with ${status}`]),
          ...(echoed ? [`${verb} ${path} gives back what was sent`] : []),
        ],
      });
    }
  }
  return tried;
}

/** What was tried and how it was refused, for people. */
export const asTable = (tried: readonly Tried[]): string =>
  tried.map(({ verb, path, status }) => `${verb} ${path}: ${status}`).join('\n');
