import { expect, test } from '../fixtures/index.ts';
import { canariesIn, keepCanaries, longCanary, shortCanary } from './canary.ts';

const attack = { tag: ['@ST-04', '@attack'] };
// These go to the database too, quotes and all.
const searched = (item: string): { tag: string[] } => ({
  tag: ['@ST-03', '@ST-04', item, '@attack'],
});

const asked = 'what was asked for';
const encoded = encodeURIComponent(longCanary(asked));

const mend =
  'Django escapes what a template prints, so look for |safe, mark_safe, autoescape off or innerHTML';

const places = [
  { what: 'the next page of the sign-in', path: `/accounts/login/?next=/${encoded}` },
  { what: 'a page that is not there', path: `/nada/${encoded}/` },
  { what: 'the key of a confirmation', path: `/accounts/confirm-email/${encoded}/` },
  { what: 'the key of a new password', path: `/accounts/password/reset/key/1-${encoded}/` },
];

for (const { what, path } of places) {
  test(`script in the address of ${what} does not run`, attack, async ({ page, context }) => {
    await keepCanaries(context);
    await page.goto('about:blank');
    await page.setContent(longCanary(asked));
    expect((await canariesIn(page)).ran, 'a canary that nothing holds back').toEqual([asked]);
    const answer = await page.goto(path);
    expect(answer?.status()).toBeLessThan(500);
    expect((await canariesIn(page)).ran, `${path}: ${mend}`).toEqual([]);
  });
}

test(
  'script in a name that cannot sign in comes back as text',
  searched('@AT-02'),
  async ({ page, context, ui }) => {
    await keepCanaries(context);
    await ui.login.goto();
    await ui.login.signIn(shortCanary(asked), 'Otra-Obra-2026');
    await expect(ui.login.username).toHaveValue(shortCanary(asked));
    expect(await canariesIn(page), mend).toEqual({ ran: [], shown: [asked] });
  },
);

test.describe('a director', () => {
  test.use({ role: 'director' });

  test(
    'script in a search is offered and found as text',
    searched('@AT-12'),
    async ({ page, context, ui, construbot, make }) => {
      await keepCanaries(context);
      const nombre = `${shortCanary('name of a client')} ${make.unico()}`;
      await construbot.contrapartes.create(make.contraparte({ nombre }));
      await ui.sitioForm.goto();
      await ui.sitioForm.cliente.search(shortCanary(asked));
      await expect(ui.sitioForm.cliente.createOption(shortCanary(asked))).toBeVisible();
      expect((await canariesIn(page)).ran, mend).toEqual([]);
      await ui.sitioForm.cliente.close();
      await ui.sitioForm.cliente.choose(nombre);
      expect(await canariesIn(page), mend).toMatchObject({ ran: [] });
      await expect(ui.sitioForm.cliente.value).toContainText(nombre);
    },
  );
});
