import type { LoadRequest } from './load-request.ts';
import type { Shown } from './pages/key-page-list.ts';

/** What an office does in Construbot. */
export interface Way {
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

/** All of it. */
export const ways: readonly Way[] = [
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
