import { expect, test } from '../../fixtures/index.ts';

const write = (...items: string[]): { tag: string[] } => ({ tag: [...items, '@write'] });

const toLogin = { status: 302, location: '/accounts/login/?next=/proyectos/' };

test(
  'a user signs out by the menu - the cookies of before are worth nothing on the server',
  write('@AT-02'),
  async ({ ui, page, context, as, newcomers }) => {
    const { state } = await newcomers.settle();
    await context.addCookies(state.cookies);
    const stolen = await as('anonymous');
    await stolen.restore(state);
    await stolen.get('/proyectos/');

    await ui.dashboard.goto();
    await ui.shell.openUserMenu();
    await ui.shell.signOutLink.click();
    await expect(ui.logout.question).toBeVisible();
    await ui.logout.confirm();

    await expect(page).toHaveURL('/accounts/login/?next=/');
    await expect(ui.shell.messages).toContainText('Ha cerrado sesión.');
    expect(await stolen.request('/proyectos/')).toMatchObject(toLogin);
    await ui.dashboard.goto();
    await expect(page).toHaveURL('/accounts/login/?next=/proyectos/');
  },
);

test(
  'opening the page that signs out does not sign anybody out',
  write('@AT-02'),
  async ({ ui, context, newcomers }) => {
    const { username, state } = await newcomers.settle();
    await context.addCookies(state.cookies);
    await ui.logout.goto();
    await expect(ui.logout.question).toBeVisible();
    await ui.dashboard.goto();
    await expect(ui.shell.greeting).toContainText(username);
  },
);

test(
  'a stranger who opens the page that signs out is sent home',
  { tag: ['@AT-02', '@observe'] },
  async ({ as }) => {
    const visitor = await as('anonymous');
    const answer = await visitor.request('/accounts/logout/');
    expect(answer).toMatchObject({ status: 302, location: '/' });
  },
);
