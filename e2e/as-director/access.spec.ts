import { newPassword } from '../../fixtures/accounts/password.ts';
import { ownCompany } from '../../fixtures/accounts/own-company.ts';
import { createUser } from '../../fixtures/accounts/users.ts';
import { all, post, type Post } from '../../fixtures/access/posts.ts';
import { answers, open, opened, statuses, type Rights } from '../../fixtures/access/pages.ts';
import { expect, test } from '../../fixtures/index.ts';

const write = (...items: string[]): { tag: string[] } => ({ tag: [...items, '@write'] });

const everything = answers(200, 200, 403, 404);

// Columns: assigned to them, not assigned, of another customer, of nothing.
const tables: { what: string; items: string[]; rights: Rights }[] = [
  {
    what: 'clients, sites, contacts and contracts',
    items: ['@AT-11', '@AT-12'],
    rights: {
      'page of a client': everything,
      'form of a client': everything,
      'page of a site': everything,
      'form of a site': everything,
      'page of a contact': everything,
      'form of a contact': everything,
      'page of a contract': everything,
      'form of a contract': everything,
    },
  },
  {
    what: 'forms for subcontracts',
    items: ['@AT-12'],
    rights: { 'form for a subcontract': everything },
  },
  {
    what: 'catalogues',
    items: ['@AT-12', '@AT-13'],
    rights: {
      'catalogue of concepts': everything,
      'concepts as data': everything,
      retentions: everything,
    },
  },
  {
    what: 'estimates and their prints',
    items: ['@AT-14', '@AT-15'],
    rights: {
      'form for an estimate': everything,
      'page of an estimate': everything,
      'form of an estimate': everything,
      'printed estimate': everything,
      'printed generador': everything,
      'report of subcontracts': everything,
    },
  },
  {
    what: 'deletions',
    items: ['@AT-11', '@AT-12', '@AT-14'],
    rights: {
      'deletion of a client': everything,
      'deletion of a site': everything,
      'deletion of a contact': everything,
      'deletion of a contract': everything,
      'deletion of an estimate': everything,
    },
  },
];

for (const { what, items, rights } of tables) {
  test(
    `a director opens ${what} of the whole company, and none of another customer`,
    write(...items),
    async ({ as, places }) => {
      const scopes = await places('director');
      expect(await open(await as('director'), rights, scopes)).toEqual(rights);
      const theirs = opened(rights, 'foreign');
      expect(await open(await as('otherTenant'), theirs, scopes)).toEqual(theirs);
    },
  );
}

test(
  'a director opens the users area and the pages of colleagues',
  write('@AT-01'),
  async ({ as, newcomers }) => {
    const { username } = await newcomers.create();
    const area = [
      '/users/',
      '/users/nuevo/company/',
      '/users/listado/company/',
      '/users/detalle/',
      '/users/update/',
      `/users/detalle/${username}/`,
      `/users/update/${username}/`,
      `/accounts/password/change/${username}/`,
    ];
    expect(Object.values(await statuses(await as('director'), area))).toEqual(area.map(() => 200));
  },
);

test(
  'a user whom nobody knows is not found by a director',
  write('@AT-01'),
  async ({ as, make, newcomers }) => {
    const { username } = await newcomers.create();
    const pagesOf = (name: string): string[] => [
      `/users/detalle/${name}/`,
      `/users/update/${name}/`,
      `/accounts/password/change/${name}/`,
    ];
    const director = await as('director');
    const known = pagesOf(username);
    expect(Object.values(await statuses(director, known))).toEqual(known.map(() => 200));
    const unknown = pagesOf(make.persona().usuario);
    expect(
      await statuses(director, unknown),
      'Remedy: get_object_or_404 where the view looks for the user',
    ).toEqual(Object.fromEntries(unknown.map((path) => [path, 404])));
  },
);

test(
  'a deletion of a kind that nothing is of is not found by a director',
  write('@AT-11'),
  async ({ as, construbot, make }) => {
    const { id } = await construbot.contrapartes.create(make.contraparte());
    const director = await as('director');
    await director.get(`/proyectos/eliminar/Contraparte/${id}/`);
    const unknown = ['contraparte', 'Units', 'User', 'x'].map(
      (kind) => `/proyectos/eliminar/${kind}/${id}/`,
    );
    expect(
      await statuses(director, unknown),
      'Remedy: Http404 for a name that the table of kinds does not have',
    ).toEqual(Object.fromEntries(unknown.map((path) => [path, 404])));
    await director.get(`/proyectos/cliente/detalle/${id}/`);
  },
);

test('a director opens the form for a new user', write('@AT-01'), async ({ as }) => {
  const answer = await (await as('director')).request('/users/new/');
  expect(answer.status).toBe(200);
});

test(
  'users of another customer are closed to a director, and stay as they are',
  write('@AT-01'),
  async ({ as, personOf, neighbour }) => {
    const victim = await personOf('otherTenant');
    const id = await neighbour.usuarios.idOf(victim.email);
    const pages = [
      `/users/detalle/${victim.username}/`,
      `/users/update/${victim.username}/`,
      `/accounts/password/change/${victim.username}/`,
    ];
    const director = await as('director');
    expect(Object.values(await statuses(director, pages))).toEqual(pages.map(() => 403));
    await director.get(`/users/eliminar/User/${id}/`, 404);
    expect((await director.get('/users/')).body).not.toContain(victim.username);

    const contrasena = newPassword();
    const password: Post = {
      path: `/accounts/password/change/${victim.username}/`,
      fields: { password1: contrasena, password2: contrasena },
    };
    expect(await post(director, [password])).toEqual(all([password], 403));
    const deletion: Post = { path: `/users/eliminar/User/${id}/` };
    expect(await post(director, [deletion])).toEqual(all([deletion], 404));

    const stranger = await as('otherTenant');
    // The names of their own customer's users open the very same pages.
    expect(Object.values(await statuses(stranger, pages))).toEqual(pages.map(() => 200));
  },
);

test(
  'a director cannot change the name and e-mail of another customer’s user, who stays as they were',
  write('@AT-01'),
  async ({ as, personOf, neighbour, make, journal, workspace }) => {
    const outsider = await workspace.sessionOf(await personOf('otherTenant'));
    const company = await ownCompany(outsider);
    const { usuario: username } = make.persona();
    const password = newPassword();
    const email = `${username}@construbot.test`;
    const names = { firstName: 'Íñigo', lastName: 'Muñoz', puesto: 'Residente' };
    await createUser(outsider, journal, company, { ...names, username, email, password, level: 2 });
    const id = await neighbour.usuarios.idOf(email);
    const change: Post = {
      path: `/users/update/${username}/`,
      fields: {
        username,
        email: `tomada-${email}`,
        first_name: 'Tomada',
        last_name: 'Tomada',
        puesto: '',
        nivel_acceso: '1',
        company: [String(company.id)],
      },
    };
    expect(await post(await as('director'), [change])).toEqual(all([change], 403));
    expect(await neighbour.usuarios.idOf(email)).toBe(id);
    // The same form changes them when their own customer's user sends it.
    expect(await post(await as('otherTenant'), [change])).toEqual(all([change], 302));
  },
);

test(
  'a user who does not exist has no page, for a director neither',
  write('@AT-01'),
  async ({ as, make }) => {
    const director = await as('director');
    const answer = await director.request(`/users/detalle/${make.persona().usuario}/`);
    expect(answer.status).toBe(404);
  },
);

test('a director is offered levels up to their own', write('@AT-01'), async ({ as }) => {
  const { body } = await (await as('director')).get('/proyectos/nivelacceso-autocomplete/?q=');
  const { results } = JSON.parse(body) as { results: { text: string }[] };
  expect(results.map(({ text }) => text)).toEqual([
    'Auxiliar Nivel:1',
    'Coordinador Nivel:2',
    'Director Nivel:3',
  ]);
});

test(
  'a director is not offered a level above their own for a colleague',
  write('@AT-01'),
  async ({ ui, newcomers }) => {
    const { username } = await newcomers.create();
    await ui.userForm.goto(username);
    await expect(ui.userForm.nivelAcceso.locator('option')).toHaveText([
      '---------',
      'Auxiliar Nivel:1',
      'Coordinador Nivel:2',
      'Director Nivel:3',
    ]);
  },
);

test(
  'a director’s dashboard has every contract of the company, and the menu of level 3',
  write('@AT-10'),
  async ({ ui, personOf, construbot, make }) => {
    const { username } = await personOf('director');
    const cliente = await construbot.contrapartes.create(make.contraparte());
    const sitio = await construbot.sitios.create(make.sitio(), cliente.id);
    const { nombreCorto } = await construbot.contratos.create(make.contrato(), {
      contraparteId: cliente.id,
      sitioId: sitio.id,
    });
    await ui.dashboard.goto();
    await expect(ui.shell.greeting).toContainText(username);
    const menu = ['Proyectos', 'Contratos', 'Clientes', 'Ubicaciones', 'Contactos', 'Unidades'];
    await expect(ui.shell.sideMenuLinks).toContainText([...menu, 'Users']);
    await expect(ui.shell.sideMenuLinks).toHaveCount(menu.length + 1);
    await expect(ui.dashboard.contratos.row(nombreCorto)).toBeVisible();
    await ui.shell.goFromSideMenu('Users');
    await expect(ui.userList.heading).toBeVisible();
    await expect(ui.shell.sideMenuLink('Empresas')).toBeVisible();
  },
);
