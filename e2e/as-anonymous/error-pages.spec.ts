import { expect, test } from '../../fixtures/index.ts';

const debugMarkers =
  /DEBUG = True|Traceback|Using the URLconf|Request Method:|Django Version|settings file/;

test(
  'a stranger who asks for a page that is not there gets the styled 404 page and no internals',
  { tag: ['@CS-01', '@observe'] },
  async ({ ui, page }) => {
    const answer = await page.goto('/no-hay-nada-aqui/?x=1');
    expect(answer?.status()).toBe(404);
    await expect(ui.error.heading).toHaveText('Page not found');
    await expect(ui.shell.brandLink).toBeVisible();
    await expect(ui.error.text).toHaveCSS('margin-top', '0px');
    await expect(ui.error.text).not.toContainText(debugMarkers);
    await expect(page).not.toHaveTitle(debugMarkers);
  },
);

const hidden = ['/.env', '/.git/config', '/manage.py', '/backup.sql'] as const;

for (const path of hidden) {
  test(
    `${path} is answered by the 404 page of the application`,
    { tag: ['@CS-01', '@CS-04', '@observe'] },
    async ({ as }) => {
      const answer = await (await as('anonymous')).request(path);
      expect(answer.status).toBe(404);
      expect(answer.body).not.toMatch(debugMarkers);
    },
  );
}
