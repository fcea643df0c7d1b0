import type { LoadRequest } from './load-request.ts';
import { ways, type Way, type Work, type Worker } from './ways.ts';

/** The pages and how often each is asked for, in words: what figures of an office depend on. */
export const pageSet = ways.map(({ page, weight }) => `${page} × ${weight}`).join(', ');

/** How many requests go once through the mix. */
export const mixLength = ways.reduce((sum, { weight }) => sum + weight, 0);

/**
 * The requests of an office by their number: ways by their weights, each time as the next person.
 *
 * @param people who works there; how many has no common divisor with the sum of weights
 * @param origin scheme, host and port of the target
 * @param headers sent with every request
 */
export function officeRequests(
  work: Work,
  people: readonly Worker[],
  origin: string,
  headers: Readonly<Record<string, string>>,
): readonly LoadRequest[] {
  const deck = interleaved(ways);
  return people.flatMap((_, round) =>
    deck.map(({ page, ask }, turn): LoadRequest => {
      const nth = (round + turn) % people.length;
      const { cookies = [], saving = [] } = people[nth] ?? {};
      const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
      const asked = ask(work, { origin, saving, nth });
      return { ...asked, page, headers: { ...headers, ...asked.headers, cookie } };
    }),
  );
}

/**
 * The request of an arrival, over and over through all of them.
 *
 * @throws RangeError when there is none
 */
export function requestOf(requests: readonly LoadRequest[], index: number): LoadRequest {
  const request = requests[index % requests.length];
  if (request === undefined) throw new RangeError('There is no request to send');
  return request;
}

/** The pages of the office, each once. */
export const officePages: readonly string[] = ways.map(({ page }) => page);

/** Each way as often as its weight says, spread over the deck. */
function interleaved(all: readonly Way[]): Way[] {
  return all
    .flatMap((way, nth) =>
      Array.from({ length: way.weight }, (_, turn) => ({
        way,
        at: (turn + (nth + 1) / (all.length + 1)) / way.weight,
      })),
    )
    .sort((a, b) => a.at - b.at)
    .map(({ way }) => way);
}
