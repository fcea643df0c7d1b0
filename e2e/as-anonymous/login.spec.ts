import { randomUUID } from 'node:crypto';
import { takeAccessAway } from '../../fixtures/accounts/administration.ts';
import { FormRefused } from '../../fixtures/http/session.ts';
import { expect, test } from '../../fixtures/index.ts';
import { tabTo } from '../../fixtures/tab-to.ts';

const write = (...items: string[]): { tag: string[] } => ({ tag: [...items, '@write'] });

const wrongPair = 'El usuario y/o la contraseña que ha indicado no son correctos.';
const tooMany = 'Demasiados intentos fallidos: Inténtelo más tarde.';

test(
  'a user signs in with the user name - the dashboard greets them once',
  write('@AT-02'),
  async ({ ui, page, personOf }) => {
    const { username, password } = await personOf('auxiliar');
    await ui.login.goto();
    await ui.login.signIn(username, password);
    await expect(page).toHaveURL('/proyectos/');
    await expect(ui.shell.successMessage).toHaveText(
      `Ha iniciado sesión exitosamente como ${username}.`,
    );
    await expect(ui.shell.greeting).toContainText(`¡Hola ${username}!`);
    await ui.dashboard.goto();
    await expect(ui.shell.greeting).toContainText(username);
    await expect(ui.shell.messages).toHaveCount(0);
  },
);

test('a user signs in with the keyboard alone', write('@AT-02'), async ({ ui, page, personOf }) => {
  const { username, password } = await personOf('auxiliar');
  await ui.login.goto();
  await tabTo(ui.login.username);
  await page.keyboard.type(username);
  await tabTo(ui.login.password);
  await page.keyboard.type(password);
  await tabTo(ui.login.submitButton);
  await page.keyboard.press('Enter');
  await expect(ui.shell.greeting).toContainText(username);
  await expect(page).toHaveURL('/proyectos/');
});

test(
  'a user signs in with the e-mail address - the dashboard greets them',
  write('@AT-02'),
  async ({ ui, page, personOf }) => {
    const { username, email, password } = await personOf('auxiliar');
    await ui.login.goto();
    await ui.login.signIn(email, password);
    await expect(page).toHaveURL('/proyectos/');
    await expect(ui.shell.greeting).toContainText(username);
  },
);

test(
  'a wrong password is refused - the name stays, the password does not',
  write('@AT-02'),
  async ({ ui, page, newcomers }) => {
    const { username } = await newcomers.create();
    await ui.login.goto();
    await ui.login.signIn(username, 'No-Es-Esta-7');
    await expect(ui.login.refusal).toContainText(wrongPair);
    await expect(ui.login.username).toHaveValue(username);
    await expect(ui.login.password).toHaveValue('');
    await page.goto('/proyectos/');
    await expect(page).toHaveURL('/accounts/login/?next=/proyectos/');
  },
);

test(
  'an unknown name is refused with the very words of a wrong password',
  write('@AT-02'),
  async ({ as, newcomers, make }) => {
    const { username } = await newcomers.create();
    const visitor = await as('anonymous');
    const password = 'No-Es-Esta-7';
    const known = visitor.signIn({ username, password });
    await expect(known).rejects.toThrow(FormRefused);
    await expect(known).rejects.toMatchObject({ texts: [wrongPair] });
    const unknown = visitor.signIn({ username: make.persona().usuario, password });
    await expect(unknown).rejects.toMatchObject({ texts: [wrongPair] });
  },
);

test(
  'a user whose access was taken away is told so and stays outside',
  write('@AT-02'),
  async ({ ui, page, construbot, newcomers, staff }) => {
    const { username, email, password } = await newcomers.settle();
    await takeAccessAway(staff, await construbot.usuarios.idOf(email));
    await ui.login.goto();
    await ui.login.signIn(username, password);
    await expect(page).toHaveURL('/accounts/inactive/');
    await expect(ui.error.heading).toHaveText('Cuenta Inactiva');
    await expect(ui.error.text).toContainText('Esta cuenta está temporalmente inactiva.');
    await page.goto('/proyectos/');
    await expect(page).toHaveURL('/accounts/login/?next=/proyectos/');
  },
);

test(
  'a user who has not confirmed the e-mail stays outside and gets a mail',
  write('@AT-02', '@AT-17', '@EM-05', '@EM-06'),
  async ({ ui, page, newcomers, mailbox }) => {
    const { username, email, password } = await newcomers.create();
    await ui.login.goto();
    await ui.login.signIn(username, password);
    await expect(page).toHaveURL('/accounts/confirm-email/');
    const { subject } = await mailbox.waitFor({ to: email });
    expect(subject).toBe('[Construbot] Please Confirm Your E-mail Address');
    await page.goto('/proyectos/');
    await expect(page).toHaveURL('/accounts/login/?next=/proyectos/');
  },
);

test(
  'who wanted a page before signing in comes to that page',
  write('@AT-02'),
  async ({ ui, page, personOf }) => {
    const { username, password } = await personOf('coordinador');
    await page.goto('/proyectos/listado/clientes/?page=1');
    await expect(page).toHaveURL(
      /\/accounts\/login\/\?next=\/proyectos\/listado\/clientes\/%3Fpage%3D1$/,
    );
    await ui.login.signIn(username, password);
    await expect(page).toHaveURL('/proyectos/listado/clientes/?page=1');
    await expect(ui.contraparteList.heading).toBeVisible();
  },
);

const foreign = ['https://otro.example/', '//otro.example/', '/\\otro.example/'] as const;

for (const next of foreign) {
  test(
    `a next that leads to ${next} is not followed`,
    write('@AT-02'),
    async ({ as, personOf }) => {
      const { username, password } = await personOf('coordinador');
      const visitor = await as('anonymous');
      const answer = await visitor.submit(
        `/accounts/login/?${new URLSearchParams({ next }).toString()}`,
        { login: username, password },
        { form: ['login', 'password'] },
      );
      expect(answer.location).toBe('/users/~redirect/');
      await visitor.get('/proyectos/');
    },
  );
}

test(
  'a session key from before the sign-in is worth nothing after it',
  write('@AT-02'),
  async ({ ui, page, context, baseURL, personOf, as }) => {
    const { username, password } = await personOf('auxiliar');
    // A new one each time: where it is not rotated, it becomes a real session.
    const planted = randomUUID().replaceAll('-', '');
    const cookie = { name: 'sessionid', value: planted, url: baseURL ?? '', secure: true };
    await context.addCookies([cookie]);
    await ui.login.goto();
    await ui.login.signIn(username, password);
    await expect(page).toHaveURL('/proyectos/');
    const attacker = await as('anonymous');
    const answer = await attacker.request('/proyectos/', {
      headers: { cookie: `sessionid=${planted}` },
    });
    expect(answer).toMatchObject({ status: 302, location: '/accounts/login/?next=/proyectos/' });
  },
);

test(
  'after five wrong passwords even the right one has to wait - others still get in',
  { tag: ['@AT-02', '@IN-05', '@attack'] },
  async ({ as, ui, page, newcomers, personOf }) => {
    const { username, password } = await newcomers.create();
    const guesser = await as('anonymous');
    for (const guess of ['una', 'dos', 'tres', 'cuatro', 'cinco']) {
      await expect(guesser.signIn({ username, password: guess })).rejects.toMatchObject({
        texts: [wrongPair],
      });
    }
    await ui.login.goto();
    await ui.login.signIn(username, password);
    await expect(ui.login.refusal).toContainText(tooMany);
    const other = await personOf('auxiliar');
    await ui.login.signIn(other.username, other.password);
    await expect(page).toHaveURL('/proyectos/');
  },
);

test(
  'a stranger who opens the administration is asked to sign in',
  write('@AT-02'),
  async ({ ui, page, personOf, staff }) => {
    const { username, password } = await personOf('corporativo');
    await ui.adminLogin.goto();
    await expect(page).toHaveURL('/admin/login/?next=/admin/');
    await ui.adminLogin.signIn(username, password);
    await expect(ui.adminLogin.refusal).toBeVisible();
    await page.goto('/admin/');
    await expect(page).toHaveURL('/admin/login/?next=/admin/');
    await staff.get('/admin/');
  },
);
