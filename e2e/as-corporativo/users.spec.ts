import { newPassword } from '../../fixtures/accounts/password.ts';
import { endTutorial, signInConfirmed, userId } from '../../fixtures/accounts/users.ts';
import { describe } from '../../fixtures/http/exchange.ts';
import { expect, test } from '../../fixtures/index.ts';

const write = (...items: string[]): { tag: string[] } => ({ tag: [...items, '@write'] });

const areas = ['Proyectos', 'Contratos', 'Clientes', 'Ubicaciones', 'Contactos', 'Unidades'];

/** What a new user of each level is called, and finds in the side menu. */
const levels = [
  { level: 1, name: 'Auxiliar', menu: ['Proyectos'] },
  { level: 2, name: 'Coordinador', menu: areas },
  { level: 3, name: 'Director', menu: [...areas, 'Users'] },
  { level: 4, name: 'Corporativo', menu: [...areas, 'Users'] },
] as const;

for (const { level, name, menu } of levels) {
  test(
    `a corporativo creates a user of level ${level} - who signs in and sees the menu of that level`,
    write('@AT-01', '@AT-10'),
    async ({ ui, page, context, make, planned, workspace, mailbox }) => {
      const { usuario } = make.persona();
      const contrasena = newPassword();
      const user = {
        username: usuario,
        email: mailbox.addressFor(usuario),
        password: contrasena,
      };
      const company = await workspace.company();

      await test.step('The form', async () => {
        const answer = await page.goto('/users/new/');
        expect(answer?.status()).toBe(200);
        await ui.newUserForm.fill({ ...user, firstName: 'Íñigo', lastName: 'Muñoz' });
        await ui.newUserForm.companies.choose(company.name);
        await ui.newUserForm.nivelAcceso.choose(`${name} Nivel:${level}`, name);
        planned('usuario', usuario);
        await ui.newUserForm.save();
        await expect(page).toHaveURL(`/users/detalle/${usuario}/`);
        await expect(ui.userDetail.details.value('Nivel de Acceso')).toHaveText(name);
        await expect(ui.userDetail.details.root).toContainText(company.name);
      });

      await test.step('The list', async () => {
        await ui.userList.goto();
        await expect(ui.userList.card(usuario).title).toBeVisible();
      });

      await test.step('The new user', async () => {
        const session = workspace.session();
        await signInConfirmed(session, user, mailbox);
        await endTutorial(session);
        await context.clearCookies();
        await context.addCookies((await session.storageState()).cookies);
        await ui.dashboard.goto();
        await expect(ui.shell.greeting).toContainText(usuario);
        await expect(ui.shell.sideMenuLinks).toContainText([...menu]);
        await expect(ui.shell.sideMenuLinks).toHaveCount(menu.length);
      });
    },
  );
}

test(
  'a user name that somebody has is refused - the owner keeps the account',
  write('@AT-01'),
  async ({ ui, page, make, construbot, newcomers, workspace, as }) => {
    const owner = await newcomers.create();
    const id = await construbot.usuarios.idOf(owner.email);
    const { correo } = make.persona();
    const contrasena = newPassword();
    const answer = await page.goto('/users/new/');
    expect(answer?.status()).toBe(200);
    await ui.newUserForm.fill({
      username: owner.username,
      email: `${correo}@construbot.test`,
      password: contrasena,
      firstName: 'Íñigo',
      lastName: 'Muñoz',
    });
    await ui.newUserForm.companies.choose((await workspace.company()).name);
    await ui.newUserForm.nivelAcceso.choose('Auxiliar Nivel:1', 'Auxiliar');
    await ui.newUserForm.save();
    await expect(ui.newUserForm.errorOf(ui.newUserForm.username)).toContainText(
      'Ya existe un usuario con ese nombre.',
    );
    expect(await construbot.usuarios.idOf(owner.email)).toBe(id);
    expect(await (await as('anonymous')).signIn(owner)).toBe('/accounts/confirm-email/');
  },
);

test(
  'a corporativo edits a colleague - the page shows the new name, position and level',
  write('@AT-01'),
  async ({ ui, page, newcomers }) => {
    const { username } = await newcomers.create();
    await ui.userForm.goto(username);
    await expect(ui.userForm.username).toHaveValue(username);
    await ui.userForm.firstName.fill('Begoña');
    await ui.userForm.puesto.fill('Jefa de Diseño');
    await ui.userForm.nivelAcceso.selectOption({ label: 'Coordinador Nivel:2' });
    await ui.userForm.save();
    await expect(page).toHaveURL(`/users/detalle/${username}/`);
    await expect(ui.userDetail.details.value('Nombre')).toHaveText('Begoña');
    await expect(ui.userDetail.details.value('Nivel de Acceso')).toHaveText('Coordinador');
    await ui.userForm.goto(username);
    await expect(ui.userForm.puesto).toHaveValue('Jefa de Diseño');
  },
);

test(
  'a corporativo deletes a colleague - who is gone from the list and cannot get in',
  write('@AT-01'),
  async ({ ui, newcomers, workspace }) => {
    const { username, email, password } = await newcomers.create();
    const witness = workspace.session();
    const token = { json: { email, password } };
    expect(await witness.request('/api/v1/api-token-auth/', token)).toMatchObject({ status: 200 });
    await ui.userList.goto();
    await ui.userList.remove(username);
    await expect(ui.userList.card(username).root).toHaveCount(0);
    expect(await witness.request('/api/v1/api-token-auth/', token)).toMatchObject({ status: 401 });
  },
);

test(
  'a corporativo is offered the levels up to their own and no others',
  write('@AT-01'),
  async ({ as }) => {
    const corporativo = await as('corporativo');
    const { body } = await corporativo.get('/proyectos/nivelacceso-autocomplete/?q=');
    const { results } = JSON.parse(body) as { results: { text: string }[] };
    expect(results.map(({ text }) => text)).toEqual(
      levels.map(({ name, level }) => `${name} Nivel:${level}`),
    );
  },
);

test(
  'a level above one’s own is refused even when it is sent all the same - no user is made',
  write('@AT-01'),
  async ({ as, make, planned, construbot, workspace }) => {
    const corporativo = await as('corporativo');
    const { usuario } = make.persona();
    const contrasena = newPassword();
    const company = await workspace.company();
    const form = await corporativo.formOf('/users/nuevo/company/');
    planned('usuario', usuario);
    const send = (level: number, name: string): Promise<{ status: number; body: string }> =>
      corporativo.request('/users/new/', {
        fields: {
          csrfmiddlewaretoken: form.get('csrfmiddlewaretoken') ?? [],
          customer: form.get('customer') ?? [],
          username: name,
          email: `${name}@construbot.test`,
          nivel_acceso: String(level),
          company: [String(company.id)],
          password1: contrasena,
          password2: contrasena,
        },
      });
    const answer = await send(5, usuario);
    expect(answer.status).toBe(200);
    expect(answer.body).toContain('Seleccione una opción válida.');
    expect(await userId(await workspace.sessionOf(await workspace.arranger()), usuario)).toBe(
      undefined,
    );
    // The same fields with a level of one's own make a user.
    const control = make.persona().usuario;
    planned('usuario', control);
    expect((await send(4, control)).status).toBe(302);
    await construbot.usuarios.idOf(`${control}@construbot.test`);
  },
);

test(
  'a corporativo is not let into the administration - staff are',
  write('@AT-02'),
  async ({ as, staff }) => {
    const answer = await (await as('corporativo')).request('/admin/');
    expect(describe(answer)).toMatch(/answered 302 -> \/admin\/login\/\?next=\/admin\/$/);
    await staff.get('/admin/');
  },
);
