import type { LoadRequest } from './load-request.ts';
import type { Shown } from './pages/key-page-list.ts';

/** What an office does in Construbot. */
interface Way {
  /** Under which its figures are kept. */
  readonly page: string;
  /** Of all requests, in parts of the sum of all ways. */
  readonly weight: number;
  readonly ask: (work: Work, at: Desk) => Asked;
}

type Asked = Pick<LoadRequest, 'method' | 'path' | 'check'> & Partial<LoadRequest>;

/** Somebody at work. */
interface Desk {
  /** Scheme, host and port of the target. */
  readonly origin: string;
  readonly saving: Worker['saving'];
  /** Counted from 0. */
  readonly nth: number;
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

/** A field of a form as it is sent. */
export interface Field {
  readonly name: string;
  readonly value: string;
}

/** Somebody who is signed in and has opened the form of the estimate. */
export interface Worker extends Cookies {
  /** What the browser would send if nobody touched that form, the token of this session included. */
  readonly saving: readonly Field[];
}

/**
 * A page that is read.
 *
 * @param shows what only this page of this work shows: a login page is also a 200
 */
const reads =
  (path: (work: Work) => string, shows: (work: Work) => string): Way['ask'] =>
  (work) => {
    const expected = shows(work);
    return {
      method: 'GET',
      path: path(work),
      check: ({ status, text }) => {
        if (status !== 200) return `status ${status}`;
        return text().includes(expected) ? undefined : 'another page than the one meant';
      },
    };
  };

/** The form of the estimate that the office saves. */
export const editPath = ({ estimacion }: Shown): string =>
  `/proyectos/editar/estimacion/${estimacion}/`;

/**
 * The estimate of the office is saved, with all its concepts; each saves another quantity than the last
 * one did, so that there is something to write. It is not a new estimate each time: Construbot gives it
 * the number that its form was opened with, so that two that are saved in the same moment have the same
 * one; and a hundred of them would make the dashboard and the contract longer while these are timed.
 * One that is saved again takes the same form, the same checks and as many rows, and leaves nothing.
 */
const saves: Way['ask'] = (work, { origin, saving, nth }) => {
  const path = editPath(work);
  const fields = saving.map(({ name, value }) =>
    [name, name.endsWith('-cuantity_estimated') ? String(nth + 1) : value]
      .map(encodeURIComponent)
      .join('='),
  );
  const next = `/proyectos/contrato/detalle/${work.contrato}/`;
  return {
    method: 'POST',
    path,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      // Django wants it of every form on HTTPS.
      referer: `${origin}${path}`,
    },
    body: fields.join('&'),
    check: ({ status, headers }) => {
      if (status !== 302) return `status ${status}, not saved`;
      const location = String(headers['location']);
      return location === next || location === `${origin}${next}`
        ? undefined
        : 'not saved, led elsewhere';
    },
  };
};

const ways: readonly Way[] = [
  {
    page: 'dashboard',
    weight: 3,
    ask: reads(
      () => '/proyectos/',
      ({ contract }) => contract,
    ),
  },
  {
    page: 'list of contracts',
    weight: 2,
    ask: reads(
      () => '/proyectos/listado/contratos/',
      ({ contract }) => contract,
    ),
  },
  {
    page: 'contract',
    weight: 2,
    ask: reads(
      ({ contrato }) => `/proyectos/contrato/detalle/${contrato}/`,
      ({ concept }) => concept,
    ),
  },
  {
    page: 'estimate',
    weight: 2,
    ask: reads(
      ({ estimacion }) => `/proyectos/estimacion/detalle/${estimacion}/`,
      ({ concept }) => concept,
    ),
  },
  {
    page: 'printed estimate',
    weight: 2,
    ask: reads(
      ({ estimacion }) => `/proyectos/estimacion/pdf/${estimacion}/`,
      ({ concept }) => concept,
    ),
  },
  {
    page: 'search',
    weight: 2,
    ask: reads(
      () => '/proyectos/cliente-autocomplete/?q=a',
      () => '"results"',
    ),
  },
  // Not less: in two minutes there would be too few for a p95.
  { page: 'saved estimate', weight: 2, ask: saves },
];

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
