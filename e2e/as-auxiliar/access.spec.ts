import { newPassword } from '../../fixtures/accounts/password.ts';
import { all, post, type Post } from '../../fixtures/access/posts.ts';
import { answers, open, opened, statuses, type Rights } from '../../fixtures/access/pages.ts';
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
      // Nothing of these is for level 1, so whether the id is known does not matter.
      'form of a contract': { assigned: 403, unassigned: 403, foreign: 403 },
      'form for a subcontract': { assigned: 403, unassigned: 403, foreign: 403 },
    },
  },
  {
    what: 'catalogues',
    items: ['@AT-12', '@AT-13'],
    rights: {
      'catalogue of concepts': answers(403, 403, 403, 404),
      'concepts as data': answers(403, 403, 403, 404),
      retentions: answers(403, 403, 403, 404),
    },
  },
  {
    what: 'estimates and their prints',
    items: ['@AT-14', '@AT-15'],
    rights: {
      'page of an estimate': answers(200, 403, 403, 404),
      'form of an estimate': answers(200, 403, 403, 404),
      'printed estimate': answers(403, 403, 403, 404),
      'printed generador': answers(200, 403, 403, 404),
    },
  },
  {
    what: 'forms for new estimates',
    items: ['@AT-14'],
    rights: { 'form for an estimate': answers(200, 403, 403, 404) },
  },
  {
    what: 'reports of subcontracts',
    items: ['@AT-14'],
    rights: { 'report of subcontracts': answers(403, 403, 403, 404) },
  },
  {
    what: 'deletions',
    items: ['@AT-11', '@AT-12', '@AT-14'],
    rights: {
      'deletion of a client': answers(403, 403, 403, 404),
      'deletion of a site': answers(403, 403, 403, 404),
      'deletion of a contact': answers(403, 403, 403, 404),
      'deletion of a contract': answers(403, 403, 403, 404),
      'deletion of an estimate': answers(403, 403, 403, 404),
    },
  },
];

for (const { what, items, rights } of tables) {
  test(
    `an auxiliar opens ${what} of assigned contracts as far as level 1 goes, and no others`,
    write(...items),
    async ({ as, places }) => {
      const scopes = await places('auxiliar');
      expect(await open(await as('auxiliar'), rights, scopes)).toEqual(rights);
      const ours = opened(rights, 'assigned', 'unassigned');
      expect(await open(await as('corporativo'), ours, scopes)).toEqual(ours);
      const theirs = opened(rights, 'foreign');
      expect(await open(await as('otherTenant'), theirs, scopes)).toEqual(theirs);
    },
  );
}

test(
  'an auxiliar reads the assigned contract without its amount, and its estimate without any',
  write('@AT-12', '@AT-14'),
  async ({ as, places }) => {
    const { contrato, estimacion } = (await places('auxiliar')).assigned;
    const pages = [
      { path: `/proyectos/contrato/detalle/${contrato}/`, amount: /Monto sin IVA/ },
      { path: `/proyectos/estimacion/detalle/${estimacion}/`, amount: /\$\s*[\d,]+\.\d\d/ },
    ];
    const auxiliar = await as('auxiliar');
    const corporativo = await as('corporativo');
    for (const { path, amount } of pages) {
      expect((await corporativo.get(path)).body, path).toMatch(amount);
      expect((await auxiliar.get(path)).body, path).not.toMatch(amount);
    }
  },
);

const forEveryone = [
  '/proyectos/',
  '/proyectos/cliente/nuevo/',
  '/proyectos/sitio/nuevo/',
  '/proyectos/destinatario/nuevo/',
  '/proyectos/contrato/catalogo-unidades/',
];
const fromLevel2 = [
  '/proyectos/listado/contratos/',
  '/proyectos/listado/clientes/',
  '/proyectos/listado/sitios/',
  '/proyectos/listado/destinatarios/',
  '/proyectos/contrato/nuevo/',
];

test(
  'an auxiliar opens forms of level 1 - lists and the form of a contract are refused',
  write('@AT-11', '@AT-12', '@AT-13'),
  async ({ as }) => {
    const auxiliar = await as('auxiliar');
    for (const status of Object.values(await statuses(auxiliar, forEveryone))) {
      expect(status).toBe(200);
    }
    for (const status of Object.values(await statuses(auxiliar, fromLevel2))) {
      expect(status).toBe(403);
    }
    for (const status of Object.values(await statuses(await as('coordinador'), fromLevel2))) {
      expect(status).toBe(200);
    }
  },
);

test(
  'an auxiliar sees and edits themself - the users area is refused',
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
    const auxiliar = await as('auxiliar');
    expect(Object.values(await statuses(auxiliar, own))).toEqual(own.map(() => 200));
    expect(Object.values(await statuses(auxiliar, area))).toEqual(area.map(() => 403));
    expect(Object.values(await statuses(await as('corporativo'), area))).toEqual(
      area.map(() => 200),
    );
  },
);

test(
  'what an auxiliar sends to change contracts and catalogues is refused and changes nothing',
  write('@AT-11', '@AT-12', '@AT-13', '@AT-14'),
  async ({ as, places, construbot }) => {
    const { assigned } = await places('auxiliar');
    const { contrato, contraparte, sitio, destinatario, estimacion } = assigned;
    const before = await construbot.conceptos.list(contrato);
    const forms: Post[] = [
      { path: '/proyectos/contrato/nuevo/' },
      { path: `/proyectos/subcontrato/nuevo/${contrato}/` },
      {
        path: `/proyectos/editar/contrato/${contrato}/`,
        fields: { contrato_name: 'Otro', contrato_shortName: 'Otro' },
      },
      {
        path: `/proyectos/contrato/catalogo-edit/${contrato}/`,
        fields: { 'concept_set-TOTAL_FORMS': '0', 'concept_set-INITIAL_FORMS': '0' },
      },
      { path: `/proyectos/contrato/retenciones-edit/${contrato}/` },
      { path: `/proyectos/eliminar/Estimate/${estimacion}/` },
      { path: `/proyectos/eliminar/Contrato/${contrato}/` },
      { path: `/proyectos/eliminar/Destinatario/${destinatario}/` },
      { path: `/proyectos/eliminar/Sitio/${sitio}/` },
      { path: `/proyectos/eliminar/Contraparte/${contraparte}/` },
    ];
    expect(await post(await as('auxiliar'), forms)).toEqual(all(forms, 403));
    const corporativo = await as('corporativo');
    await corporativo.get(`/proyectos/estimacion/detalle/${estimacion}/`);
    await corporativo.get(`/proyectos/destinatario/detalle/${destinatario}/`);
    const page = await corporativo.get(`/proyectos/contrato/detalle/${contrato}/`);
    expect(page.body).not.toContain('Otro');
    expect(await construbot.conceptos.list(contrato)).toEqual(before);
    // One who may deletes with the very same form.
    const [deletion] = forms.slice(5);
    expect(await post(corporativo, forms.slice(5, 6))).toEqual({ [deletion?.path ?? '']: 200 });
  },
);

test(
  'what an auxiliar sends to the users area is refused and changes nothing',
  write('@AT-01'),
  async ({ as, newcomers, construbot, make, planned, workspace }) => {
    const victim = await newcomers.create();
    const id = await construbot.usuarios.idOf(victim.email);
    const { usuario } = make.persona();
    const contrasena = newPassword();
    const company = await workspace.company();
    const passwords = { password1: contrasena, password2: contrasena };
    const person = { username: usuario, email: `${usuario}@construbot.test` };
    const place = { nivel_acceso: '4', company: String(company.id) };
    planned('usuario', usuario);
    const forms: Post[] = [
      { path: '/users/new/', fields: { ...person, ...place, ...passwords } },
      { path: `/users/update/${victim.username}/`, fields: { ...person, ...place } },
      { path: `/accounts/password/change/${victim.username}/`, fields: passwords },
      { path: `/users/eliminar/User/${id}/` },
      { path: `/users/eliminar/Company/${company.id}/` },
      { path: '/users/nuevo/company/', fields: { company_name: 'Tomada' } },
    ];
    expect(await post(await as('auxiliar'), forms)).toEqual(all(forms, 403));
    expect(await construbot.usuarios.idOf(victim.email)).toBe(id);
    expect(await (await as('anonymous')).signIn(victim)).toBe('/accounts/confirm-email/');
    const deletion = forms.slice(3, 4);
    expect(await post(await as('corporativo'), deletion)).toEqual(all(deletion, 200));
  },
);

test(
  'an auxiliar’s dashboard has the assigned contract without figures, and a menu with one way',
  write('@AT-10'),
  async ({ ui, page, personOf, construbot, make }) => {
    const { email, username } = await personOf('auxiliar');
    const id = await construbot.usuarios.idOf(email);
    const cliente = await construbot.contrapartes.create(make.contraparte());
    const sitio = await construbot.sitios.create(make.sitio(), cliente.id);
    const options = { contraparteId: cliente.id, sitioId: sitio.id };
    const own = await construbot.contratos.create(make.contrato(), { ...options, userIds: [id] });
    const other = await construbot.contratos.create(make.contrato(), options);
    await ui.dashboard.goto();
    await expect(page.locator('html')).toHaveAttribute('lang', /^es/);
    await expect(ui.shell.greeting).toContainText(username);
    await expect(ui.shell.sideMenuLinks).toContainText(['Proyectos']);
    await expect(ui.shell.sideMenuLinks).toHaveCount(1);
    await expect(ui.dashboard.contratos.row(own.nombreCorto)).toBeVisible();
    await expect(ui.dashboard.contratos.row(other.nombreCorto)).toHaveCount(0);
    await expect(ui.dashboard.contratos.headings.filter({ hasText: 'Avance' })).toHaveCount(0);
    await expect(ui.dashboard.toInvoice.root).toHaveCount(0);
    await expect(ui.dashboard.toBePaid.root).toHaveCount(0);
  },
);
