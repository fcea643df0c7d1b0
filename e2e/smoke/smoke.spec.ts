import { ownFiles } from '../../fixtures/http/own-files.ts';
import { expect, test } from '../../fixtures/index.ts';
import { orNotRun } from '../../fixtures/test/or-not-run.ts';
import { operatorAccount } from '../../fixtures/test/operator.ts';

// The first thing after a deploy: is the release alive? Reads only, beside one sign-in.
const observe = (...items: string[]): { tag: string[] } => ({ tag: [...items, '@observe'] });

test('the front door leads to the login page', observe('@AT-08'), async ({ as }) => {
  const answer = await (await as('anonymous')).request('/');
  expect(answer.status).toBe(302);
  expect(answer.location).toBe('/accounts/login/?next=/');
});

test('the login page opens in a browser without an error', observe('@AT-08'), async ({ ui }) => {
  await ui.login.goto();
  await expect(ui.login.heading).toBeVisible();
  await expect(ui.login.submitButton).toBeVisible();
});

test('every own file that the login page names is there', observe('@AT-08'), async ({ as }) => {
  const visitor = await as('anonymous');
  const paths = ownFiles((await visitor.get('/accounts/login/')).body);
  expect(paths.length).toBeGreaterThan(0);
  const answers = await Promise.all(paths.map((path) => visitor.request(path)));
  expect(answers.map(({ url, status }) => `${status} ${new URL(url).pathname}`)).toEqual(
    paths.map((path) => `200 ${path}`),
  );
});

test('a page that is not there is a 404', observe('@AT-08'), async ({ as }) => {
  const { status } = await (await as('anonymous')).request('/no-hay-nada-aqui/');
  expect(status).toBe(404);
});

for (const path of ['/accounts/signup/', '/accounts/password/reset/', '/admin/login/']) {
  test(`a stranger can open ${path}`, observe('@AT-08'), async ({ as }) => {
    const { status } = await (await as('anonymous')).request(path);
    expect(status).toBe(200);
  });
}

for (const path of ['/proyectos/', '/proyectos/listado/contratos/', '/users/']) {
  test(
    `a stranger who asks for ${path} is sent to the login page`,
    observe('@AT-08'),
    async ({ as }) => {
      const answer = await (await as('anonymous')).request(path);
      expect(answer.status).toBe(302);
      expect(answer.location).toBe(`/accounts/login/?next=${path}`);
    },
  );
}

test('the API answers, and refuses a stranger', observe('@AT-07'), async ({ as }) => {
  const visitor = await as('anonymous');
  const token = await visitor.request('/api/v1/api-token-auth/', { json: {} });
  expect(token.status).toBe(400);
  const list = await visitor.request('/api/v1/customer/list/');
  expect(list.status).toBe(401);
});

test(
  'the operator signs in and lands on the dashboard',
  { tag: ['@AT-02', '@write'] },
  async ({ ui }, testInfo) => {
    const { username, password } = await orNotRun(testInfo, operatorAccount());
    await ui.login.goto();
    await ui.login.signIn(username, password);
    await expect(ui.shell.greeting).toContainText(username);
  },
);

const pages = [
  '/proyectos/',
  '/proyectos/listado/contratos/',
  '/proyectos/listado/clientes/',
  '/proyectos/listado/sitios/',
  '/proyectos/listado/destinatarios/',
  '/proyectos/contrato/catalogo-unidades/',
  '/proyectos/contrato/nuevo/',
  '/users/',
  '/users/listado/company/',
] as const;

for (const path of pages) {
  test(
    `somebody signed in can open ${path}`,
    { tag: ['@AT-02', '@write'] },
    async ({ operator }) => {
      const page = await operator.get(path);
      expect(page.body).toContain('</html>');
    },
  );
}
