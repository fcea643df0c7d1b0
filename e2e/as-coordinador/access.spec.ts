import { all, post, type Post } from '../../fixtures/access/posts.ts';
import { answers, open, opened, statuses, type Rights } from '../../fixtures/access/pages.ts';
import { allPages } from '../../fixtures/http/all-pages.ts';
import { expect, test } from '../../fixtures/index.ts';

const write = (...items: string[]): { tag: string[] } => ({ tag: [...items, '@write'] });

// Columns: assigned to them, not assigned, of another customer, of nothing.
const tables: { what: string; items: string[]; rights: Rights }[] = [
  {
    what: 'clients, sites, contacts and contracts',
    items: ['@AT-11', '@AT-12'],
    rights: {
      'page of a client': answers(200, 403, 403, 404),
      'form of a client': answers(200, 200, 403, 404),
      'page of a site': answers(200, 403, 403, 404),
      'form of a site': answers(200, 200, 403, 404),
      'page of a contact': answers(200, 200, 403, 404),
      'form of a contact': answers(200, 200, 403, 404),
      'page of a contract': answers(200, 403, 403, 404),
    },
  },
  {
    what: 'forms of contracts',
    items: ['@AT-12'],
    rights: { 'form of a contract': answers(200, 403, 403, 404) },
  },
  {
    what: 'forms for subcontracts',
    items: ['@AT-12'],
    rights: { 'form for a subcontract': { assigned: 200, foreign: 403, unknown: 404 } },
  },
  {
    what: 'catalogues',
    items: ['@AT-12', '@AT-13'],
    rights: {
      'catalogue of concepts': answers(200, 403, 403, 404),
      'concepts as data': answers(200, 403, 403, 404),
      retentions: answers(200, 403, 403, 404),
    },
  },
  {
    what: 'estimates and their prints',
    items: ['@AT-14', '@AT-15'],
    rights: {
      'page of an estimate': answers(200, 403, 403, 404),
      'form of an estimate': answers(200, 403, 403, 404),
      'printed estimate': answers(200, 403, 403, 404),
      'printed generador': answers(200, 403, 403, 404),
      'report of subcontracts': answers(200, 403, 403, 404),
    },
  },
  {
    what: 'forms for new estimates',
    items: ['@AT-14'],
    rights: { 'form for an estimate': answers(200, 403, 403, 404) },
  },
  {
    what: 'deletions',
    items: ['@AT-11', '@AT-12', '@AT-14'],
    rights: {
      'deletion of a client': answers(403, 403, 403, 404),
      'deletion of a site': answers(200, 200, 403, 404),
      'deletion of a contact': answers(200, 200, 403, 404),
      'deletion of a contract': answers(200, 403, 403, 404),
      'deletion of an estimate': answers(200, 403, 403, 404),
    },
  },
];

for (const { what, items, rights } of tables) {
  test(
    `a coordinador opens ${what} of assigned contracts as far as level 2 goes, and no others`,
    write(...items),
    async ({ as, places }) => {
      const scopes = await places('coordinador');
      expect(await open(await as('coordinador'), rights, scopes)).toEqual(rights);
      const ours = opened(rights, 'assigned', 'unassigned');
      expect(await open(await as('corporativo'), ours, scopes)).toEqual(ours);
      const theirs = opened(rights, 'foreign');
      expect(await open(await as('otherTenant'), theirs, scopes)).toEqual(theirs);
    },
  );
}

test(
  'a coordinador opens the lists and finds only what is assigned',
  write('@AT-11', '@AT-12'),
  async ({ as, ui, places, construbot }) => {
    const scopes = await places('coordinador');
    const own = `/proyectos/contrato/detalle/${scopes.assigned.contrato}/`;
    await ui.contratoList.goto();
    await expect(ui.contratoList.cards.locator(`a[href="${own}"]`)).toBeVisible();
    const coordinador = await as('coordinador');
    const corporativo = await as('corporativo');
    const lists = [
      { list: 'contratos', detail: (id: number) => `contrato/detalle/${id}/`, of: 'contrato' },
      { list: 'clientes', detail: (id: number) => `cliente/detalle/${id}/`, of: 'contraparte' },
      { list: 'sitios', detail: (id: number) => `sitio/detalle/${id}/`, of: 'sitio' },
      {
        list: 'destinatarios',
        detail: (id: number) => `destinatario/detalle/${id}/`,
        of: 'destinatario',
      },
    ] as const;
    for (const { list, detail, of } of lists) {
      const path = `/proyectos/listado/${list}/`;
      const mine = (await allPages(coordinador, path)).join('');
      expect(mine, list).toContain(detail(scopes.assigned[of]));
      expect(mine, list).not.toContain(detail(scopes.unassigned[of]));
      const all = (await allPages(corporativo, path)).join('');
      expect(all, list).toContain(detail(scopes.unassigned[of]));
    }
    expect(await construbot.conceptos.list(scopes.assigned.contrato)).toHaveLength(1);
  },
);

test(
  'a coordinador sees and edits themself - the users area is refused',
  write('@AT-01'),
  async ({ as, newcomers }) => {
    const { username } = await newcomers.create();
    const own = ['/users/detalle/', '/users/update/', '/accounts/password/change/'];
    const area = [
      '/users/',
      '/users/nuevo/company/',
      '/users/listado/company/',
      `/users/detalle/${username}/`,
      `/users/update/${username}/`,
      `/accounts/password/change/${username}/`,
    ];
    const coordinador = await as('coordinador');
    expect(Object.values(await statuses(coordinador, own))).toEqual(own.map(() => 200));
    expect(Object.values(await statuses(coordinador, area))).toEqual(area.map(() => 403));
    expect(Object.values(await statuses(await as('corporativo'), area))).toEqual(
      area.map(() => 200),
    );
  },
);

test(
  'what a coordinador sends to change a contract that is not theirs is refused and changes nothing',
  write('@AT-11', '@AT-12', '@AT-13', '@AT-14'),
  async ({ as, places, construbot }) => {
    const { assigned, unassigned } = await places('coordinador');
    const before = await construbot.conceptos.list(unassigned.contrato);
    const catalogue = { 'concept_set-TOTAL_FORMS': '0', 'concept_set-INITIAL_FORMS': '0' };
    const forms: Post[] = [
      { path: `/proyectos/contrato/catalogo-edit/${unassigned.contrato}/`, fields: catalogue },
      { path: `/proyectos/contrato/retenciones-edit/${unassigned.contrato}/` },
      { path: `/proyectos/editar/estimacion/${unassigned.estimacion}/` },
      { path: `/proyectos/eliminar/Estimate/${unassigned.estimacion}/` },
      { path: `/proyectos/eliminar/Contrato/${unassigned.contrato}/` },
      { path: `/proyectos/eliminar/Contraparte/${unassigned.contraparte}/` },
    ];
    const coordinador = await as('coordinador');
    expect(await post(coordinador, forms)).toEqual(all(forms, 403));
    const corporativo = await as('corporativo');
    await corporativo.get(`/proyectos/estimacion/detalle/${unassigned.estimacion}/`);
    await corporativo.get(`/proyectos/cliente/detalle/${unassigned.contraparte}/`);
    expect(await construbot.conceptos.list(unassigned.contrato)).toEqual(before);
    // Of their own contract the very same form deletes.
    const own = [{ path: `/proyectos/eliminar/Contrato/${assigned.contrato}/` }];
    expect(await post(coordinador, own)).toEqual(all(own, 200));
    await corporativo.get(`/proyectos/contrato/detalle/${assigned.contrato}/`, 404);
  },
);

test(
  'a coordinador’s dashboard has the assigned contract with figures, and the menu of level 2',
  write('@AT-10'),
  async ({ ui, personOf, construbot, make }) => {
    const { email, username } = await personOf('coordinador');
    const id = await construbot.usuarios.idOf(email);
    const cliente = await construbot.contrapartes.create(make.contraparte());
    const sitio = await construbot.sitios.create(make.sitio(), cliente.id);
    const options = { contraparteId: cliente.id, sitioId: sitio.id };
    const own = await construbot.contratos.create(make.contrato(), { ...options, userIds: [id] });
    const other = await construbot.contratos.create(make.contrato(), options);
    await ui.dashboard.goto();
    await expect(ui.shell.greeting).toContainText(username);
    const menu = ['Proyectos', 'Contratos', 'Clientes', 'Ubicaciones', 'Contactos', 'Unidades'];
    await expect(ui.shell.sideMenuLinks).toContainText(menu);
    await expect(ui.shell.sideMenuLinks).toHaveCount(menu.length);
    await expect(ui.dashboard.contratos.row(own.nombreCorto)).toBeVisible();
    await expect(ui.dashboard.contratos.row(other.nombreCorto)).toHaveCount(0);
    await expect(ui.dashboard.progress(own.nombreCorto)).toHaveText('0.00 %');
    await expect(ui.dashboard.toInvoice.root).toBeVisible();
    await expect(ui.dashboard.toBePaid.root).toBeVisible();
  },
);
