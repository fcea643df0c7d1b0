import type { Exchange } from '../fixtures/http/exchange.ts';
import type { Session } from '../fixtures/http/session.ts';

/** A place of the application that takes text from outside. */
export interface Point {
  readonly what: string;
  readonly send: (session: Session, text: string) => Promise<Exchange>;
  /** What it takes without harm, where that is no plain word. */
  readonly harmless?: string;
  /** It is a form, which has to come again with what is wrong: one that is not looked at minds nothing. */
  readonly isForm?: boolean;
}

const at = (what: string, path: (encoded: string) => string, harmless?: string): Point => ({
  what,
  ...(harmless === undefined ? {} : { harmless }),
  send: (session, text) => session.request(path(encodeURIComponent(text))),
});

const kinds = [
  'cliente',
  'subcontratista',
  'sitio',
  'destinatario',
  'unit',
  'user',
  'company',
  'nivelacceso',
] as const;

/**
 * The searches of the selects.
 *
 * @param contrato whose client's contacts are searched for
 * @param contraparte whose sites are searched for
 */
export const searches = (contrato: number, contraparte: number): Point[] => {
  const forward = encodeURIComponent(JSON.stringify({ project: contrato, contraparte }));
  return kinds.map((kind) =>
    at(`search for ${kind}`, (q) => `/proyectos/${kind}-autocomplete/?forward=${forward}&q=${q}`),
  );
};

/** Addresses that carry text of their own. */
export const addresses: readonly Point[] = [
  at('page of the list of clients', (text) => `/proyectos/listado/clientes/?page=${text}`, '1'),
  at('page of the list of contracts', (text) => `/proyectos/listado/contratos/?page=${text}`, '1'),
  at('id of a client', (text) => `/proyectos/cliente/detalle/1${text}/`),
  at('id of a contract', (text) => `/proyectos/contrato/detalle/1${text}/`),
  at('name of a user', (text) => `/users/detalle/x${text}/`),
  at('name of a company', (text) => `/users/company-change/x${text}/`),
  at('kind of what is deleted', (text) => `/proyectos/eliminar/Contrato${text}/1/`),
];

/**
 * Forms, sent so that each is refused for another reason and nothing is saved.
 *
 * @param contraparte whom a site is of
 */
export const refusedForms = (contraparte: number): readonly Point[] => [
  form('name of a client', '/proyectos/cliente/nuevo/', (text) => ({ cliente_name: text })),
  form('name of a site', '/proyectos/sitio/nuevo/', (text) => ({
    sitio_name: text,
    cliente: String(contraparte),
    sitio_location: 'x'.repeat(81),
  })),
  form('client of a site', '/proyectos/sitio/nuevo/', (text) => ({ cliente: text })),
  form('client of a contact', '/proyectos/destinatario/nuevo/', (text) => ({ contraparte: text })),
  form('name of a contract', '/proyectos/contrato/nuevo/', (text) => ({ contrato_name: text })),
];

/** Signing in with the text as name and as password. */
export const signInPage = form('name at sign-in', '/accounts/login/', (text) => ({
  login: text,
  password: text,
}));

/** What strangers are asked for. */
export const doors: readonly Point[] = [
  signInPage,
  form('name at sign-up', '/accounts/signup/', (text) => ({ username: text })),
  form('address at sign-up', '/accounts/signup/', (text) => ({ email: `x${text}@example.com` })),
  {
    what: 'address of the API',
    send: (session, text) =>
      session.request('/api/v1/api-token-auth/', { json: { email: text, password: text } }),
  },
];

function form(
  what: string,
  path: string,
  fields: (text: string) => Readonly<Record<string, string>>,
): Point {
  return {
    what,
    isForm: true,
    send: async (session, text) =>
      session.request(path, {
        fields: { csrfmiddlewaretoken: await session.token(), ...fields(text) },
      }),
  };
}
