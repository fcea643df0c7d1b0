import { changePath } from '../../fixtures/accounts/companies.ts';
import { all, post, type Post } from '../../fixtures/access/posts.ts';
import { open, opened, type Rights } from '../../fixtures/access/pages.ts';
import { arrangePlace, nowhere } from '../../fixtures/access/place.ts';
import { arrangeObra } from '../../fixtures/construbot/obra.ts';
import { allPages } from '../../fixtures/http/all-pages.ts';
import { expect, test } from '../../fixtures/index.ts';

const write = (...items: string[]): { tag: string[] } => ({ tag: [...items, '@write'] });

const shut = { foreign: 403, unknown: 404 };

const tables: { what: string; items: string[]; rights: Rights }[] = [
  {
    what: 'clients, sites, contacts and contracts',
    items: ['@AT-11', '@AT-12'],
    rights: {
      'page of a client': shut,
      'form of a client': shut,
      'page of a site': shut,
      'form of a site': shut,
      'page of a contact': shut,
      'form of a contact': shut,
      'page of a contract': shut,
      'form of a contract': shut,
    },
  },
  {
    what: 'forms for subcontracts',
    items: ['@AT-12'],
    rights: { 'form for a subcontract': shut },
  },
  {
    what: 'catalogues',
    items: ['@AT-12', '@AT-13'],
    rights: { 'catalogue of concepts': shut, 'concepts as data': shut, retentions: shut },
  },
  {
    what: 'estimates and their prints',
    items: ['@AT-14', '@AT-15'],
    rights: {
      'form for an estimate': shut,
      'page of an estimate': shut,
      'form of an estimate': shut,
      'printed estimate': shut,
      'printed generador': shut,
      'report of subcontracts': shut,
    },
  },
  {
    what: 'deletions',
    items: ['@AT-11', '@AT-12', '@AT-14'],
    rights: {
      'deletion of a client': shut,
      'deletion of a site': shut,
      'deletion of a contact': shut,
      'deletion of a contract': shut,
      'deletion of an estimate': shut,
    },
  },
];

for (const { what, items, rights } of tables) {
  test(
    `another customer’s corporativo who knows the addresses of ${what} is refused`,
    write(...items),
    async ({ as, construbot, make }) => {
      const foreign = await arrangePlace(construbot, make);
      const scopes = { foreign, unknown: nowhere, assigned: nowhere, unassigned: nowhere };
      expect(await open(await as('otherTenant'), rights, scopes)).toEqual(rights);
      const control = opened(rights, 'foreign');
      expect(await open(await as('corporativo'), control, scopes)).toEqual(control);
    },
  );
}

test(
  'what another customer’s corporativo sends to change or delete is refused and changes nothing',
  write('@AT-11', '@AT-12', '@AT-13', '@AT-14'),
  async ({ as, construbot, make }) => {
    const place = await arrangePlace(construbot, make);
    const { contrato, contraparte, sitio, destinatario, estimacion } = place;
    const catalogue = { 'concept_set-TOTAL_FORMS': '0', 'concept_set-INITIAL_FORMS': '0' };
    const forms: Post[] = [
      { path: `/proyectos/editar/cliente/${contraparte}/`, fields: { cliente_name: 'Tomado' } },
      { path: `/proyectos/editar/sitio/${sitio}/`, fields: { sitio_name: 'Tomado' } },
      {
        path: `/proyectos/editar/destinatario/${destinatario}/`,
        fields: { destinatario_text: 'Tomado' },
      },
      { path: `/proyectos/editar/contrato/${contrato}/`, fields: { contrato_name: 'Tomado' } },
      { path: `/proyectos/contrato/catalogo-edit/${contrato}/`, fields: catalogue },
      { path: `/proyectos/contrato/retenciones-edit/${contrato}/` },
      { path: `/proyectos/estimacion/nuevo/${contrato}/` },
      { path: `/proyectos/editar/estimacion/${estimacion}/` },
      { path: `/proyectos/eliminar/Estimate/${estimacion}/` },
      { path: `/proyectos/eliminar/Contrato/${contrato}/` },
      { path: `/proyectos/eliminar/Destinatario/${destinatario}/` },
      { path: `/proyectos/eliminar/Sitio/${sitio}/` },
      { path: `/proyectos/eliminar/Contraparte/${contraparte}/` },
    ];
    expect(await post(await as('otherTenant'), forms)).toEqual(all(forms, 403));
    const corporativo = await as('corporativo');
    const details = [
      `/proyectos/cliente/detalle/${contraparte}/`,
      `/proyectos/sitio/detalle/${sitio}/`,
      `/proyectos/destinatario/detalle/${destinatario}/`,
      `/proyectos/contrato/detalle/${contrato}/`,
      `/proyectos/estimacion/detalle/${estimacion}/`,
    ];
    for (const path of details) {
      expect((await corporativo.get(path)).body, path).not.toContain('Tomado');
    }
    expect(await construbot.conceptos.list(contrato)).toHaveLength(1);
    // Whose it is deletes with the very same form.
    const deletion = forms.slice(8, 9);
    expect(await post(corporativo, deletion)).toEqual(all(deletion, 200));
  },
);

test(
  'lists and dashboard of another customer never show our names',
  write('@AT-10', '@AT-11', '@AT-12'),
  async ({ as, ui, construbot, neighbour, make, workspace }) => {
    const canary = await arrangeObra(construbot, make);
    const contact = await construbot.destinatarios.create(make.destinatario(), canary.cliente.id);
    const own = await arrangeObra(neighbour, make);
    const ownContact = await neighbour.destinatarios.create(make.destinatario(), own.cliente.id);
    const stranger = await as('otherTenant');
    const corporativo = await as('corporativo');
    const pages = [
      {
        path: '/proyectos/',
        ours: canary.contrato.nombreCorto,
        theirs: own.contrato.nombreCorto,
      },
      {
        path: '/proyectos/listado/contratos/',
        ours: canary.contrato.nombreCorto,
        theirs: own.contrato.nombreCorto,
      },
      {
        path: '/proyectos/listado/clientes/',
        ours: canary.cliente.nombre,
        theirs: own.cliente.nombre,
      },
      { path: '/proyectos/listado/sitios/', ours: canary.sitio.nombre, theirs: own.sitio.nombre },
      {
        path: '/proyectos/listado/destinatarios/',
        ours: contact.nombre,
        theirs: ownContact.nombre,
      },
      {
        path: '/users/listado/company/',
        ours: (await workspace.company()).name,
        theirs: neighbour.company,
      },
    ];
    for (const { path, ours, theirs } of pages) {
      const seen = (await allPages(stranger, path)).join('');
      expect(seen, path).toContain(theirs);
      expect(seen, path).not.toContain(ours);
      expect((await allPages(corporativo, path)).join(''), path).toContain(ours);
    }
    await ui.contraparteList.goto();
    await expect(ui.contraparteList.card(own.cliente.nombre).title).toBeVisible();
    await expect(ui.contraparteList.card(canary.cliente.nombre).root).toHaveCount(0);
  },
);

test(
  'searches of another customer never find our names',
  write('@AT-12'),
  async ({ as, construbot, make, personOf, workspace }) => {
    const { cliente, sitio } = await arrangeObra(construbot, make);
    const worker = await construbot.contrapartes.create(
      make.contraparte({ tipo: 'SUBCONTRATISTA' }),
    );
    const unit = make.unidad();
    await construbot.unidades.ensure([unit]);
    const { email } = await personOf('corporativo');
    const { name: company } = await workspace.company();
    const searches = [
      { of: 'cliente', text: cliente.nombre },
      { of: 'subcontratista', text: worker.nombre },
      { of: 'sitio', text: sitio.nombre },
      { of: 'unit', text: unit },
      { of: 'user', text: email },
      { of: 'company', text: company },
    ] as const;
    const stranger = await as('otherTenant');
    const corporativo = await as('corporativo');
    for (const { of, text } of searches) {
      const path = `/proyectos/${of}-autocomplete/?q=${encodeURIComponent(text)}`;
      const found = (body: string): string[] =>
        (JSON.parse(body) as { results: { text: string; create_id?: boolean }[] }).results
          .filter(({ create_id }) => create_id !== true)
          .map((result) => result.text);
      expect(found((await stranger.get(path)).body), of).toEqual([]);
      expect(found((await corporativo.get(path)).body), of).toEqual([text]);
    }
  },
);

test(
  'the contacts of our client are not found through our contract by another customer',
  write('@AT-12'),
  async ({ as, construbot, make }) => {
    const { cliente, contrato } = await arrangeObra(construbot, make);
    const { nombre } = await construbot.destinatarios.create(make.destinatario(), cliente.id);
    const query = new URLSearchParams({
      q: nombre,
      forward: JSON.stringify({ project: String(contrato.id) }),
    });
    const path = `/proyectos/destinatario-autocomplete/?${query.toString()}`;
    const own = JSON.parse((await (await as('corporativo')).get(path)).body) as {
      results: { text: string }[];
    };
    expect(own.results.map(({ text }) => text)).toContain(nombre);
    const answer = await (await as('otherTenant')).request(path);
    // The end of a name is plain letters, which JSON leaves as they are.
    expect(answer.body).not.toContain(nombre.split(' ').slice(-3).join(' '));
    expect(answer.status).toBe(403);
  },
);

test(
  'another customer cannot put a site under our client',
  write('@AT-12'),
  async ({ as, construbot, neighbour, make, journal }) => {
    const client = await construbot.contrapartes.create(make.contraparte());
    const own = await neighbour.contrapartes.create(make.contraparte());
    const stranger = await as('otherTenant');
    const { nombre } = make.sitio();
    journal.planned('sitio', nombre, neighbour.company);
    const send = (cliente: number): Promise<unknown> =>
      stranger.submit(
        '/proyectos/sitio/nuevo/',
        { sitio_name: nombre, sitio_location: 'Ajena', cliente: String(cliente) },
        { form: ['sitio_name'] },
      );
    await expect(send(client.id)).rejects.toThrow('Seleccione una opción válida');
    expect(await construbot.borrado.find('sitio', nombre)).toBeUndefined();
    await send(own.id);
    expect(await neighbour.borrado.find('sitio', nombre)).toBeDefined();
  },
);

test(
  'another customer cannot put a contact under our client',
  write('@AT-12'),
  async ({ as, construbot, neighbour, make, journal }) => {
    const client = await construbot.contrapartes.create(make.contraparte());
    const own = await neighbour.contrapartes.create(make.contraparte());
    const stranger = await as('otherTenant');
    const { nombre, puesto } = make.destinatario();
    journal.planned('destinatario', nombre, neighbour.company);
    const send = (contraparte: number): Promise<unknown> =>
      stranger.submit(
        '/proyectos/destinatario/nuevo/',
        { destinatario_text: nombre, puesto, contraparte: String(contraparte) },
        { form: ['destinatario_text'] },
      );
    await expect(send(client.id)).rejects.toThrow('Seleccione una opción válida');
    expect(await construbot.borrado.find('destinatario', nombre)).toBeUndefined();
    await send(own.id);
    expect(await neighbour.borrado.find('destinatario', nombre)).toBeDefined();
  },
);

test(
  'another customer cannot put a subcontract under our contract',
  write('@AT-12'),
  async ({ as, construbot, neighbour, make, personOf, journal }) => {
    const parent = await arrangeObra(construbot, make);
    const own = await arrangeObra(neighbour, make);
    const worker = await neighbour.contrapartes.create(
      make.contraparte({ tipo: 'SUBCONTRATISTA' }),
    );
    const { email } = await personOf('otherTenant');
    const user = await neighbour.usuarios.idOf(email);
    const stranger = await as('otherTenant');
    const draft = make.contrato();
    journal.planned('contrato', draft.nombreCorto, neighbour.company);
    const form: Post = {
      path: `/proyectos/subcontrato/nuevo/${parent.contrato.id}/`,
      fields: {
        folio: '1',
        code: draft.codigo,
        fecha: draft.fecha,
        contrato_name: draft.nombre,
        contrato_shortName: draft.nombreCorto,
        contraparte: String(worker.id),
        sitio: String(own.sitio.id),
        status: 'on',
        monto: draft.monto,
        anticipo: draft.anticipo,
        users: [String(user)],
        currently_at: neighbour.company,
      },
    };
    expect(await post(stranger, [form])).toEqual(all([form], 403));
    const page = await (
      await as('corporativo')
    ).get(`/proyectos/contrato/detalle/${parent.contrato.id}/`);
    expect(page.body).not.toContain(draft.nombreCorto);
    // Under a contract of their own the same works.
    await neighbour.contratos.createSubcontrato(own.contrato.id, draft, {
      contraparteId: worker.id,
    });
  },
);

test(
  'another customer cannot put an estimate under our contract',
  write('@AT-14'),
  async ({ as, construbot, neighbour, make }) => {
    const ours = await arrangePlace(construbot, make);
    const theirs = await arrangePlace(neighbour, make);
    const stranger = await as('otherTenant');
    const form = await stranger.formOf(`/proyectos/estimacion/nuevo/${theirs.contrato}/`);
    const fields = { ...Object.fromEntries(form), project: String(ours.contrato) };
    const dates = { start_date: '2026-05-01', finish_date: '2026-05-31' };
    const path = `/proyectos/estimacion/nuevo/${ours.contrato}/`;
    const forms: Post[] = [{ path, fields: { ...fields, ...dates } }];
    expect(await post(stranger, forms)).toEqual(all(forms, 403));
    const page = await (
      await as('corporativo')
    ).get(`/proyectos/contrato/detalle/${ours.contrato}/`);
    expect(page.body).toContain('Estimación 1');
    expect(page.body).not.toContain('Estimación 2');
  },
);

test(
  'another customer cannot enter our company',
  write('@AT-10'),
  async ({ as, ui, neighbour, workspace }) => {
    const { id, name } = await workspace.company();
    const stranger = await as('otherTenant');
    await stranger.get(changePath(name), 404);
    await stranger.get(`/users/detalle/company/${id}/`, 404);
    await stranger.get(`/users/company-update/${id}/`, 404);
    await stranger.get(changePath(neighbour.company));
    await ui.dashboard.goto();
    await expect(ui.shell.companyToggle).toHaveText(`Actualmente en: ${neighbour.company}`);
    await ui.shell.openCompanyMenu();
    await expect(ui.shell.company(name)).toHaveCount(0);
    await (await as('corporativo')).get(changePath(name));
  },
);

test(
  'another customer cannot see, edit or delete our users and companies',
  write('@AT-01', '@AT-10'),
  async ({ as, newcomers, construbot, workspace }) => {
    const { username, email } = await newcomers.create();
    const id = await construbot.usuarios.idOf(email);
    const company = await workspace.company();
    const stranger = await as('otherTenant');
    await stranger.get(`/users/detalle/${username}/`, 403);
    await stranger.get(`/users/update/${username}/`, 403);
    const deletions: Post[] = [
      { path: `/users/eliminar/User/${id}/` },
      { path: `/users/eliminar/Company/${company.id}/` },
      { path: `/users/company-update/${company.id}/`, fields: { company_name: 'Tomada' } },
    ];
    expect(await post(stranger, deletions)).toEqual(all(deletions, 404));
    expect((await stranger.get('/users/')).body).not.toContain(username);
    const corporativo = await as('corporativo');
    expect((await corporativo.get(`/users/detalle/${username}/`)).body).toContain(company.name);
  },
);
