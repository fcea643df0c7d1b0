import { post } from '../fixtures/access/posts.ts';
import { fieldsOf } from '../fixtures/construbot/contratos.ts';
import { addedRows, openFormset, rowFields, savedRows } from '../fixtures/construbot/formset.ts';
import { arrangeObra, type Obra } from '../fixtures/construbot/obra.ts';
import type { Fields } from '../fixtures/http/session.ts';
import { expect, test } from '../fixtures/index.ts';

const write = (...items: string[]): { tag: string[] } => ({ tag: [...items, '@write'] });

const refusal = 'Seleccione una opción válida';

const mend =
  'a ModelForm takes every row of the table unless its field has a queryset of the own company: set it in __init__';

/** What a form of a contract can name, and which fields say so. */
interface Named {
  readonly cliente: number;
  readonly sitio: number;
  readonly usuario: number;
  readonly subcontratista: number;
}

const keys = [
  { what: 'client', of: ({ cliente }: Named): Fields => ({ contraparte: String(cliente) }) },
  { what: 'site', of: ({ sitio }: Named): Fields => ({ sitio: String(sitio) }) },
  { what: 'user', of: ({ usuario }: Named): Fields => ({ users: [String(usuario)] }) },
] as const;

const subKeys = [
  {
    what: 'subcontractor',
    of: ({ subcontratista }: Named): Fields => ({ contraparte: String(subcontratista) }),
  },
  ...keys.slice(2),
] as const;

const forms = [
  {
    form: 'a new contract',
    keys,
    path: () => '/proyectos/contrato/nuevo/',
    own: ({ cliente, sitio }: Named): Fields => ({
      contraparte: String(cliente),
      sitio: String(sitio),
    }),
  },
  {
    form: 'a contract of their own',
    keys,
    path: ({ contrato }: Obra) => `/proyectos/editar/contrato/${contrato.id}/`,
    own: ({ cliente, sitio }: Named): Fields => ({
      contraparte: String(cliente),
      sitio: String(sitio),
    }),
  },
  {
    form: 'a subcontract of their own contract',
    keys: subKeys,
    path: ({ contrato }: Obra) => `/proyectos/subcontrato/nuevo/${contrato.id}/`,
    own: ({ subcontratista }: Named): Fields => ({ contraparte: String(subcontratista) }),
  },
] as const;

for (const { form, keys: all, path, own } of forms) {
  for (const { what, of } of all) {
    test(
      `another customer cannot name our ${what} in ${form}`,
      write('@AT-12'),
      async ({ as, construbot, neighbour, make, personOf, journal }) => {
        const [ours, theirs] = [
          await arrangeObra(construbot, make),
          await arrangeObra(neighbour, make),
        ];
        const worker = make.contraparte({ tipo: 'SUBCONTRATISTA' });
        const foreign: Named = {
          cliente: ours.cliente.id,
          sitio: ours.sitio.id,
          usuario: await construbot.usuarios.idOf((await personOf('auxiliar')).email),
          subcontratista: (await construbot.contrapartes.create(worker)).id,
        };
        const otherWorker = make.contraparte({ tipo: 'SUBCONTRATISTA' });
        const known: Named = {
          cliente: theirs.cliente.id,
          sitio: theirs.sitio.id,
          usuario: await neighbour.usuarios.idOf((await personOf('otherTenant')).email),
          subcontratista: (await neighbour.contrapartes.create(otherWorker)).id,
        };
        const stranger = await as('otherTenant');
        const draft = make.contrato();
        const { nombreCorto } = draft;
        // With a client of ours it would be ours.
        for (const company of [construbot.company, neighbour.company]) {
          journal.planned('contrato', nombreCorto, company);
        }
        const send = (changes: Fields): Promise<unknown> =>
          stranger.submit(
            path(theirs),
            { ...fieldsOf(draft, { contraparteId: 0 }), ...own(known), ...changes },
            { form: ['contrato_name'] },
          );
        await expect(send(of(foreign)), `their ${form} with our ${what}; ${mend}`).rejects.toThrow(
          refusal,
        );
        for (const { borrado, company } of [construbot, neighbour]) {
          expect(await borrado.find('contrato', nombreCorto), `in ${company}`).toBeUndefined();
        }
        await send(of(known));
        expect(await neighbour.borrado.find('contrato', nombreCorto)).toBeDefined();
      },
    );
  }
}

test(
  'another customer cannot move a site of their own to our client',
  write('@AT-12'),
  async ({ as, construbot, neighbour, make }) => {
    const ours = await construbot.contrapartes.create(make.contraparte());
    const { sitio } = await arrangeObra(neighbour, make);
    const other = await neighbour.contrapartes.create(make.contraparte());
    const stranger = await as('otherTenant');
    const path = `/proyectos/editar/sitio/${sitio.id}/`;
    const move = (cliente: number): Promise<unknown> =>
      stranger.submit(path, { cliente: String(cliente) }, { form: ['sitio_name'] });
    await expect(move(ours.id), `a site under our client; ${mend}`).rejects.toThrow(refusal);
    expect(await construbot.borrado.find('sitio', sitio.nombre)).toBeUndefined();
    expect(await neighbour.borrado.find('sitio', sitio.nombre)).toBe(sitio.id);
    await move(other.id);
  },
);

test(
  'another customer cannot move a contact of their own to our client',
  write('@AT-12'),
  async ({ as, construbot, neighbour, make }) => {
    const ours = await construbot.contrapartes.create(make.contraparte());
    const { id } = await neighbour.contrapartes.create(make.contraparte());
    const contact = await neighbour.destinatarios.create(make.destinatario(), id);
    const other = await neighbour.contrapartes.create(make.contraparte());
    const stranger = await as('otherTenant');
    const path = `/proyectos/editar/destinatario/${contact.id}/`;
    const move = (contraparte: number): Promise<unknown> =>
      stranger.submit(path, { contraparte: String(contraparte) }, { form: ['destinatario_text'] });
    await expect(move(ours.id), `a contact at our client; ${mend}`).rejects.toThrow(refusal);
    expect(await construbot.borrado.find('destinatario', contact.nombre)).toBeUndefined();
    expect(await neighbour.borrado.find('destinatario', contact.nombre)).toBe(contact.id);
    await move(other.id);
  },
);

const inPlace = [
  {
    what: 'site',
    kind: 'sitio',
    path: '/proyectos/sitio-autocomplete/',
    forward: ({ cliente }: Obra) => ({ contraparte: String(cliente.id) }),
  },
  {
    what: 'contact',
    kind: 'destinatario',
    path: '/proyectos/destinatario-autocomplete/',
    forward: ({ contrato }: Obra) => ({ project: String(contrato.id) }),
  },
] as const;

for (const { what, kind, path, forward } of inPlace) {
  test(
    `another customer cannot create a ${what} at our client from a search`,
    write('@AT-12', '@AT-14'),
    async ({ as, construbot, neighbour, make, journal }) => {
      const ours = await arrangeObra(construbot, make);
      const theirs = await arrangeObra(neighbour, make);
      const { nombre } = make.sitio();
      for (const { company } of [construbot, neighbour]) journal.planned(kind, nombre, company);
      const stranger = await as('otherTenant');
      const create = (obra: Obra): Promise<Record<string, number>> =>
        post(stranger, [
          { path, fields: { text: nombre, forward: JSON.stringify(forward(obra)) } },
        ]);
      const said = `a ${what} at our client, made by a search; look whose create_object's forwarded object is`;
      expect.soft(await create(ours), said).toEqual({ [path]: 403 });
      expect(await construbot.borrado.find(kind, nombre), said).toBeUndefined();
      expect(await create(theirs)).toEqual({ [path]: 200 });
      expect(await neighbour.borrado.find(kind, nombre)).toBeDefined();
    },
  );
}

test(
  'another customer cannot measure a concept of their own in our unit',
  write('@AT-13'),
  async ({ as, construbot, neighbour, make }) => {
    const [ours, theirs] = [make.unidad(), make.unidad()];
    const foreign = await construbot.unidades.ensure([ours]);
    const known = await neighbour.unidades.ensure([theirs]);
    const { contrato } = await arrangeObra(neighbour, make);
    const path = `/proyectos/contrato/catalogo-edit/${contrato.id}/`;
    const stranger = await as('otherTenant');
    const { codigo, texto, cantidad, precio } = make.concepto();
    const send = async (unit: number | undefined): Promise<unknown> => {
      const form = await openFormset(stranger, path, 'concept_set');
      const row = { code: codigo, concept_text: texto, unit: String(unit) };
      const rows = [{ ...row, total_cuantity: cantidad, unit_price: precio }];
      return stranger.send(path, form, addedRows(form, 'concept_set', rows));
    };
    await expect(send(foreign.get(ours)), `a concept in our unit; ${mend}`).rejects.toThrow(
      refusal,
    );
    expect(await neighbour.conceptos.list(contrato.id)).toEqual([]);
    await send(known.get(theirs));
    expect(await neighbour.conceptos.list(contrato.id)).toMatchObject([{ unidad: theirs }]);
  },
);

for (const field of ['auth_by', 'auth_by_gen'] as const) {
  test(
    `another customer cannot name our contact as ${field} of an estimate of their own`,
    write('@AT-14'),
    async ({ as, construbot, neighbour, make }) => {
      const client = await construbot.contrapartes.create(make.contraparte());
      const ours = await construbot.destinatarios.create(make.destinatario(), client.id);
      const { cliente, contrato } = await arrangeObra(neighbour, make);
      const theirs = await neighbour.destinatarios.create(make.destinatario(), cliente.id);
      await neighbour.conceptos.add(contrato.id, [make.concepto()]);
      const { id } = await neighbour.estimaciones.create(contrato.id, make.estimacion());
      const stranger = await as('otherTenant');
      const path = `/proyectos/editar/estimacion/${id}/`;
      const name = (contact: number): Promise<unknown> =>
        stranger.submit(path, { [field]: [String(contact)] }, { form: ['supervised_by'] });
      await expect(name(ours.id), `our contact signs their estimate; ${mend}`).rejects.toThrow(
        /Seleccione una opción válida|no pueden ser de empresas diferentes/,
      );
      expect((await stranger.formOf(path)).get(field)).toBeUndefined();
      await name(theirs.id);
      expect((await stranger.formOf(path)).get(field)).toEqual([String(theirs.id)]);
    },
  );
}

const tables = [
  {
    what: 'concepts',
    prefix: 'concept_set',
    path: (contrato: number) => `/proyectos/contrato/catalogo-edit/${contrato}/`,
    change: { concept_text: 'Tomado' },
  },
  {
    what: 'retentions',
    prefix: 'retenciones_set',
    path: (contrato: number) => `/proyectos/contrato/retenciones-edit/${contrato}/`,
    change: { nombre: 'Tomado' },
  },
  {
    what: 'units',
    prefix: 'units_set',
    path: () => '/proyectos/contrato/catalogo-unidades/',
    change: { unit: 'Tomado' },
  },
] as const;

for (const { what, prefix, path, change } of tables) {
  test(
    `another customer who puts the key of one of our ${what} into a table of their own changes nothing of ours`,
    write('@AT-13'),
    async ({ as, construbot, neighbour, make, personOf, journal, workspace }) => {
      const [ours, theirs] = [
        await arrangeObra(construbot, make),
        await arrangeObra(neighbour, make),
      ];
      for (const [side, { contrato }] of [
        [construbot, ours],
        [neighbour, theirs],
      ] as const) {
        await side.conceptos.add(contrato.id, [make.concepto()]);
        await side.retenciones.add(contrato.id, [make.retencion()]);
      }
      const owner = await workspace.sessionOf(await personOf('corporativo'));
      const read = async (): Promise<string[]> => {
        const form = await openFormset(owner, path(ours.contrato.id), prefix);
        return savedRows(form, prefix).map(({ values }) => JSON.stringify(values));
      };
      const before = await read();
      const [victim = ''] = before.slice(-1);
      const { id } = JSON.parse(victim) as { id: string };
      const stranger = await as('otherTenant');
      const own = path(theirs.contrato.id);
      const form = await openFormset(stranger, own, prefix);
      const [row = { index: 0, values: {} }] = savedRows(form, prefix).slice(-1);
      journal.planned('unidad', 'Tomado', neighbour.company);
      const said = `our ${what} by a key in their table; Django's own formset looks for keys in its queryset only`;
      await expect
        .soft(stranger.send(own, form, rowFields(prefix, row.index, { ...change, id })), said)
        .rejects.toThrow(refusal);
      expect(await read(), said).toEqual(before);
      // With their own key the same row is saved.
      await stranger.send(own, form, rowFields(prefix, row.index, row.values));
    },
  );
}
