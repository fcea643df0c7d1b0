import { arrangePlace, type Place } from '../fixtures/access/place.ts';
import { tokensOf } from '../fixtures/http/api.ts';
import { expect, test } from '../fixtures/index.ts';
import { keptByOthers, keptForTheNext, openedToAll } from './caching.ts';
import { arrangeFiles, fetchStored, nameOf } from './stored-files.ts';

const write = { tag: ['@SC-05', '@write'] };

/** Answers that show what only somebody signed in may see; two more pages are looked at with the headers. */
const classes: readonly { what: string; paths: (place: Place) => readonly string[] }[] = [
  {
    what: 'lists',
    paths: () => ['/proyectos/listado/contratos/', '/proyectos/listado/clientes/', '/users/'],
  },
  {
    what: 'details',
    paths: ({ contraparte, sitio, destinatario, estimacion }) => [
      `/proyectos/cliente/detalle/${contraparte}/`,
      `/proyectos/sitio/detalle/${sitio}/`,
      `/proyectos/destinatario/detalle/${destinatario}/`,
      `/proyectos/estimacion/detalle/${estimacion}/`,
    ],
  },
  {
    what: 'forms',
    paths: ({ contrato, estimacion }) => [
      `/proyectos/editar/contrato/${contrato}/`,
      `/proyectos/contrato/catalogo-edit/${contrato}/`,
      `/proyectos/editar/estimacion/${estimacion}/`,
      '/users/update/',
    ],
  },
  {
    what: 'print pages',
    paths: ({ estimacion }) => [
      `/proyectos/estimacion/pdf/${estimacion}/`,
      `/proyectos/generador/pdf/${estimacion}/`,
    ],
  },
  {
    what: 'searches and concepts as data',
    paths: ({ contrato }) => [
      '/proyectos/cliente-autocomplete/?q=con',
      '/proyectos/user-autocomplete/?q=con',
      `/proyectos/contrato/catalogo-conceptos/${contrato}/`,
    ],
  },
];

for (const { what, paths } of classes) {
  test(
    `no cache keeps the ${what} that a director has seen`,
    write,
    async ({ raw, personOf, construbot, make }) => {
      const { state } = await personOf('director');
      for (const path of paths(await arrangePlace(construbot, make))) {
        const { status, headers } = await raw(path, { signedIn: state });
        expect(status, path).toBe(200);
        expect
          .soft(
            keptByOthers(headers),
            `${path}. Remedy: never_cache on its view, or a middleware that adds "Cache-Control: no-store, private" for whoever is signed in`,
          )
          .toEqual([]);
      }
    },
  );
}

test(
  'no cache shows the pages of a director to who comes next, nor the login page to who is signed in',
  write,
  async ({ raw, personOf, construbot, make }) => {
    const { state } = await personOf('director');
    const { contrato, estimacion } = await arrangePlace(construbot, make);
    const answers = {
      'the login page of a stranger': await raw('/accounts/login/'),
      'the dashboard': await raw('/proyectos/', { signedIn: state }),
      'a contract': await raw(`/proyectos/contrato/detalle/${contrato}/`, { signedIn: state }),
      'a print page': await raw(`/proyectos/estimacion/pdf/${estimacion}/`, { signedIn: state }),
    };
    for (const [what, { status, headers }] of Object.entries(answers)) {
      expect(status, what).toBe(200);
      expect
        .soft(
          keptForTheNext(headers),
          `${what}. Remedy: SessionMiddleware adds "Vary: Cookie", and no proxy takes it out`,
        )
        .toEqual([]);
    }
  },
);

test(
  'no cache keeps the login page, whose token is for one visitor',
  { tag: ['@SC-05', '@observe'] },
  async ({ raw }) => {
    const { status, headers } = await raw('/accounts/login/');
    expect(status).toBe(200);
    expect(
      keptByOthers(headers),
      '/accounts/login/. Remedy: never_cache on the sign-in, and no caching of it in the proxy',
    ).toEqual([]);
  },
);

test(
  'no shared cache is told to keep what a token of the API opens',
  { tag: ['@SC-05', '@AT-07', '@write'] },
  async ({ as, raw, personOf }) => {
    const director = await personOf('director');
    const { access } = await tokensOf(await as('anonymous'), director);
    const headers = { authorization: `Bearer ${access}`, 'content-type': 'application/json' };
    const unique = await raw('/api/v1/users/unique/', { method: 'POST', headers, body: '{}' });
    expect(unique.status).toBe(200);
    const customers = await raw('/api/v1/customer/list/', { headers });
    expect(customers.status, 'known, but no staff').toBe(403);
    for (const answer of [unique, customers]) {
      expect
        .soft(openedToAll(answer.headers), 'Remedy: no "public" for /api/ in the proxy')
        .toEqual([]);
    }
  },
);

test(
  'no shared cache is told to keep a photograph or the PDF of a contract',
  { tag: ['@SC-05', '@AT-16', '@write'] },
  async ({ as, acting, construbot, make }) => {
    const director = await as('director');
    const files = await arrangeFiles(construbot, make, director);
    expect(files).toHaveLength(2);
    for (const at of files) {
      const { status, headers } = await fetchStored(director, acting, at);
      expect(status, nameOf(at)).toBe(200);
      expect
        .soft(
          openedToAll(headers),
          `${nameOf(at)}. Remedy: "Cache-Control: private" for /media/, or as CacheControl in AWS_S3_OBJECT_PARAMETERS`,
        )
        .toEqual([]);
    }
  },
);
