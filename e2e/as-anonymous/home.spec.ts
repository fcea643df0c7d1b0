import { load } from 'cheerio';
import { expect, test } from '../../fixtures/index.ts';

const observe = (...items: string[]): { tag: string[] } => ({ tag: [...items, '@observe'] });

test(
  'a stranger who opens the home page comes to the login page - it loads without an error',
  observe('@AT-08'),
  async ({ ui, page }) => {
    const wrongs: string[] = [];
    page.on('console', (message) => {
      wrongs.push(...(message.type() === 'error' ? [`console: ${message.text()}`] : []));
    });
    page.on('pageerror', ({ message }) => wrongs.push(`uncaught: ${message}`));
    page.on('requestfailed', (request) => wrongs.push(`failed: ${request.url()}`));
    page.on('response', (response) => {
      wrongs.push(...(response.status() >= 400 ? [`${response.status()}: ${response.url()}`] : []));
    });
    await page.goto('/');
    await expect(page).toHaveURL('/accounts/login/?next=/');
    await expect(page).toHaveTitle('Iniciar sesión');
    await expect(ui.login.heading).toBeVisible();
    await expect(ui.shell.brandLink).toBeVisible();
    expect(wrongs).toEqual([]);
  },
);

test(
  'the home page sends a stranger on with one redirect to the login page',
  observe('@AT-08'),
  async ({ as }) => {
    const visitor = await as('anonymous');
    const answer = await visitor.request('/');
    expect(answer).toMatchObject({ status: 302, location: '/accounts/login/?next=/' });
    await visitor.get(answer.location ?? '');
  },
);

test(
  'the home page sends a user on to the dashboard',
  { tag: ['@AT-08', '@write'] },
  async ({ as }) => {
    const answer = await (await as('auxiliar')).request('/');
    expect(answer).toMatchObject({ status: 302, location: '/proyectos/' });
  },
);

test('the icon of the site is there', observe('@AT-08'), async ({ as }) => {
  const visitor = await as('anonymous');
  const page = await visitor.get('/accounts/login/');
  const icon = load(page.body)('link[rel~="icon"]').attr('href') ?? '';
  // Without an address of its own, browsers ask for /favicon.ico.
  const answer = await visitor.request(icon === '' ? '/favicon.ico' : icon);
  expect(answer.status).toBe(200);
  expect(answer.headers['content-type']).toMatch(/^image\//);
});
