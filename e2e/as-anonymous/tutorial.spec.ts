import { endTutorial, signInConfirmed } from '../../fixtures/accounts/users.ts';
import { post } from '../../fixtures/access/posts.ts';
import { expect, test } from '../../fixtures/index.ts';

const write = (...items: string[]): { tag: string[] } => ({ tag: [...items, '@write'] });

test(
  'a new user skips the tutorial - the dashboard is the real one and stays so',
  write('@AT-10'),
  async ({ ui, context, newcomers, workspace, mailbox }) => {
    const user = await newcomers.create();
    const session = workspace.session();
    await signInConfirmed(session, user, mailbox);
    await context.addCookies((await session.storageState()).cookies);
    await ui.dashboard.goto();
    await expect(ui.dashboard.tutorial.root).toContainText('¡Bienvenido al tutorial!');
    await ui.dashboard.skipTutorial();
    await expect(ui.shell.greeting).toContainText(user.username);
    await expect(ui.dashboard.contratos.root).toContainText('¡No hay contratos vigentes!');
    await ui.dashboard.goto();
    await expect(ui.dashboard.contratos.root).toBeVisible();
    await expect(ui.dashboard.tutorial.root).toHaveCount(0);
  },
);

test(
  'nobody but the new user ends the tutorial of a new user',
  write('@AT-10'),
  async ({ as, construbot, newcomers, workspace, mailbox }) => {
    const user = await newcomers.create();
    const session = workspace.session();
    await signInConfirmed(session, user, mailbox);
    const path = `/users/remove-is-new/${await construbot.usuarios.idOf(user.email)}/`;
    expect(await post(await as('anonymous'), [{ path }])).toEqual({ [path]: 302 });
    expect(await post(await as('auxiliar'), [{ path }])).toEqual({ [path]: 403 });
    expect((await session.get('/proyectos/')).body).toContain('tutorialModal');
    await endTutorial(session);
    expect((await session.get('/proyectos/')).body).not.toContain('tutorialModal');
  },
);
