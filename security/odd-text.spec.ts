import { load } from 'cheerio';
import { arrangeObra } from '../fixtures/construbot/obra.ts';
import { expect, test } from '../fixtures/index.ts';
import { brokenBy } from './broken-by.ts';
import { addresses, doors, refusedForms, searches } from './sql-points.ts';

const attack = (...items: string[]): { tag: string[] } => ({ tag: [...items, '@attack'] });

// No more of odd letters than an address can hold, in which each takes six to twelve characters.
const texts = ['obra\0', 'n'.repeat(850) + 'ñ'.repeat(75) + '\u{1F3D7}'.repeat(75)];

const mend =
  'PostgreSQL takes no NUL and columns have lengths: look at both before the query, in a form or with validators';

test(
  'a search for a NUL or for a thousand letters is no error of the server',
  attack('@ST-03'),
  async ({ as, construbot, make }) => {
    const { contrato, cliente } = await arrangeObra(construbot, make);
    const points = searches(contrato.id, cliente.id);
    expect(await brokenBy(await as('director'), points, texts), mend).toEqual([]);
  },
);

test(
  'a NUL or a thousand letters in an address are no error of the server',
  attack('@ST-03'),
  async ({ as }) => {
    const session = await as('director');
    expect(await brokenBy(session, addresses, texts), mend).toEqual([]);
  },
);

test(
  'a NUL or a thousand letters in a form are no error of the server',
  attack('@ST-03'),
  async ({ as, construbot, make }) => {
    const { id } = await construbot.contrapartes.create(make.contraparte());
    const session = await as('director');
    expect(await brokenBy(session, refusedForms(id), texts), mend).toEqual([]);
  },
);

test(
  'a NUL or a thousand letters at the doors are no error of the server',
  attack('@ST-03'),
  async ({ as }) => {
    const stranger = await as('anonymous');
    expect(await brokenBy(stranger, doors, texts), mend).toEqual([]);
  },
);

/** More than a column of 32 bits counts, more than one of 64 does, and more than any. */
const huge = ['2147483648', '9223372036854775808', '9'.repeat(40)];

test(
  'an id that no database can count to is not found, as any other that is not there',
  attack('@ST-03'),
  async ({ as, construbot, make }) => {
    const { cliente, contrato } = await arrangeObra(construbot, make);
    const session = await as('director');
    const places = [
      { path: (id: string) => `/proyectos/cliente/detalle/${id}/`, ours: cliente.id },
      { path: (id: string) => `/proyectos/editar/cliente/${id}/`, ours: cliente.id },
      { path: (id: string) => `/proyectos/contrato/detalle/${id}/`, ours: contrato.id },
      { path: (id: string) => `/proyectos/contrato/catalogo-edit/${id}/`, ours: contrato.id },
      { path: (id: string) => `/proyectos/eliminar/Contrato/${id}/`, ours: contrato.id },
    ];
    for (const { path, ours } of places) {
      expect((await session.request(path(String(ours)))).status, path('ours')).toBe(200);
      const unknown = await session.request(path('2000000001'));
      expect(unknown.status, path('2000000001')).toBeLessThan(500);
      for (const id of huge) {
        expect((await session.request(path(id))).status, path(id)).toBe(unknown.status);
      }
    }
  },
);

/** Each would be another text after some clean-up that nobody asked for. */
const odd = [
  { what: 'a letter with its accent apart', text: 'Pen\u0303on' },
  { what: 'a ligature and a circled digit', text: '\uFB01nca \u2460' },
  { what: 'letters that turn the direction', text: 'a\u202Egpj.exe\u202C' },
  { what: 'a family of joined signs', text: '\u{1F469}\u200D\u{1F469}\u200D\u{1F467}' },
  { what: 'letters beyond the first plane', text: '\u{1D518}\u{20BB7}' },
  { what: 'a dotted and a dotless i', text: '\u0130\u0131' },
];

test(
  'a client’s name of odd letters is kept as it was typed',
  attack('@ST-03', '@AT-11'),
  async ({ as, make, planned }) => {
    const session = await as('director');
    const path = '/proyectos/cliente/nuevo/';
    const form = Object.fromEntries(await session.formOf(path));
    for (const { what, text } of odd) {
      const nombre = `${text} ${make.unico()}`;
      planned('contraparte', nombre);
      const fields = { ...form, cliente_name: nombre, tipo: 'CLIENTE' };
      const { location = '' } = await session.post(path, fields);
      const heading = load((await session.get(location)).body)('h2').text();
      expect.soft(heading, what).toContain(nombre);
    }
  },
);
