import type { LoadRequest } from './load-request.ts';
import type { Shown } from './pages/key-page-list.ts';

/** What an office does in Construbot, as far as it only reads. */
interface Way {
  /** Under which its figures are kept. */
  readonly page: string;
  /** Of all requests, in parts of the sum of all ways. */
  readonly weight: number;
  readonly path: (work: Work) => string;
  /** What only this page of this work shows: a login page is also a 200. */
  readonly shows: (work: Work) => string;
}

/** What the office works on. */
export interface Work extends Shown {
  /** Short name of the contract. */
  readonly contract: string;
  /** Code of its concept. */
  readonly concept: string;
}

/** A session of somebody, as far as a request needs it: what a browser would send back. */
export interface Cookies {
  readonly cookies: readonly { readonly name: string; readonly value: string }[];
}

const ways: readonly Way[] = [
  { page: 'dashboard', weight: 3, path: () => '/proyectos/', shows: ({ contract }) => contract },
  {
    page: 'list of contracts',
    weight: 2,
    path: () => '/proyectos/listado/contratos/',
    shows: ({ contract }) => contract,
  },
  {
    page: 'contract',
    weight: 2,
    path: ({ contrato }) => `/proyectos/contrato/detalle/${contrato}/`,
    shows: ({ concept }) => concept,
  },
  {
    page: 'estimate',
    weight: 2,
    path: ({ estimacion }) => `/proyectos/estimacion/detalle/${estimacion}/`,
    shows: ({ concept }) => concept,
  },
  {
    page: 'printed estimate',
    weight: 2,
    path: ({ estimacion }) => `/proyectos/estimacion/pdf/${estimacion}/`,
    shows: ({ concept }) => concept,
  },
  {
    page: 'search',
    weight: 2,
    path: () => '/proyectos/cliente-autocomplete/?q=a',
    shows: () => '"results"',
  },
];

/** The pages and how often each is asked for, in words: what figures of an office depend on. */
export const pageSet = ways.map(({ page, weight }) => `${page} × ${weight}`).join(', ');

/** How many requests go once through the mix. */
export const mixLength = ways.reduce((sum, { weight }) => sum + weight, 0);

/**
 * The requests of an office by their number: ways by their weights, each time as the next person.
 *
 * @param people sessions of who works there; how many has no common divisor with the sum of weights
 * @param headers sent with every request
 */
export function officeRequests(
  work: Work,
  people: readonly Cookies[],
  headers: Readonly<Record<string, string>>,
): readonly LoadRequest[] {
  const deck = interleaved(ways);
  const cookies = people.map(({ cookies: own }) =>
    own.map(({ name, value }) => `${name}=${value}`).join('; '),
  );
  return cookies.flatMap((cookie, round) =>
    deck.map(({ page, path, shows }, turn): LoadRequest => {
      const expected = shows(work);
      return {
        page,
        method: 'GET',
        path: path(work),
        headers: { ...headers, cookie: cookies[(round + turn) % cookies.length] ?? cookie },
        check: ({ status, text }) => {
          if (status !== 200) return `status ${status}`;
          return text().includes(expected) ? undefined : 'another page than the one meant';
        },
      };
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
