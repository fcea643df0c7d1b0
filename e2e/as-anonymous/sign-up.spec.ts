import { endTutorial } from '../../fixtures/accounts/users.ts';
import { FormRefused } from '../../fixtures/http/session.ts';
import { expect, test } from '../../fixtures/index.ts';
import { linksIn } from '../../fixtures/mailbox/mailbox.ts';

const write = (...items: string[]): { tag: string[] } => ({ tag: [...items, '@write'] });

const signUpForm = { form: ['email', 'password1', 'company'] };

test(
  'a stranger signs up, confirms the e-mail and gets in at level 4 with the tutorial',
  write('@AT-17', '@AT-01', '@EM-05', '@EM-06'),
  async ({ ui, page, baseURL, visitor, mailbox, workspace }) => {
    const { username, email, password, company } = visitor;

    await test.step('Sign-up', async () => {
      await ui.signUp.goto();
      await ui.signUp.fill({ ...visitor, firstName: 'Íñigo', lastName: 'Muñoz' });
      visitor.plan();
      await ui.signUp.save();
      await expect(page).toHaveURL('/accounts/confirm-email/');
      await expect(ui.emailConfirmationSent.notice).toContainText(
        `Confirmation e-mail sent to ${email}.`,
      );
    });

    const link = await test.step('Mail', async () => {
      const mail = await mailbox.waitFor({ to: email });
      expect(mail.subject).toBe('[Construbot] Please Confirm Your E-mail Address');
      expect(mail.text).toContain(username);
      const links = linksIn(mail, '/accounts/confirm-email/');
      expect(links.map(({ origin }) => origin)).toEqual([baseURL]);
      return String(links[0]);
    });

    await test.step('No way in before the confirmation', async () => {
      await ui.login.goto();
      await ui.login.signIn(username, password);
      await expect(page).toHaveURL('/accounts/confirm-email/');
    });

    await test.step('Confirmation', async () => {
      await ui.emailConfirmation.goto(link);
      await expect(ui.emailConfirmation.address).toHaveText(email);
      await ui.emailConfirmation.confirm();
      await expect(page).toHaveURL('/accounts/login/');
      await expect(ui.shell.messages).toContainText(`Ha confirmado ${email}.`);
    });

    await test.step('First sign-in', async () => {
      await ui.login.signIn(username, password);
      await expect(page).toHaveURL('/proyectos/');
      await ui.dashboard.tutorial.shown();
      await expect(ui.dashboard.tutorial.root).toContainText('¡Bienvenido al tutorial!');
    });

    await test.step('What the application has kept', async () => {
      const session = workspace.session();
      await session.signIn(visitor);
      await endTutorial(session);
      const { body } = await session.get('/users/detalle/');
      expect(body).toContain('Corporativo');
      expect(body).toContain('Muñoz');
      expect(body).toContain(company);
    });
  },
);

test(
  'a confirmation link works once',
  write('@AT-17'),
  async ({ ui, page, newcomers, mailbox, as }) => {
    const user = await newcomers.create();
    const visitor = await as('anonymous');
    await visitor.signIn(user);
    const [link] = linksIn(await mailbox.waitFor({ to: user.email }), '/accounts/confirm-email/');
    await ui.emailConfirmation.goto(String(link));
    await ui.emailConfirmation.confirm();
    await expect(page).toHaveURL('/accounts/login/');
    await ui.emailConfirmation.goto(String(link));
    await expect(ui.emailConfirmation.heading).toBeVisible();
    await expect(ui.emailConfirmation.confirmButton).toHaveCount(0);
  },
);

test(
  'a confirmation link that nobody was sent confirms nothing',
  write('@AT-17'),
  async ({ ui, as, newcomers, mailbox }) => {
    const user = await newcomers.create();
    const visitor = await as('anonymous');
    expect(await visitor.signIn(user)).toBe('/accounts/confirm-email/');
    await mailbox.waitFor({ to: user.email });
    await ui.emailConfirmation.goto('/accounts/confirm-email/MQ:1tzzzz:noEsUnaFirmaDeVerdad/');
    await expect(ui.emailConfirmation.heading).toBeVisible();
    await expect(ui.emailConfirmation.confirmButton).toHaveCount(0);
    expect(await visitor.signIn(user)).toBe('/accounts/confirm-email/');
  },
);

const taken = [
  { what: 'a user name', field: 'username', said: 'Ya existe un usuario con ese nombre.' },
  { what: 'an e-mail address', field: 'email', said: /Ya existe un|Un usuario ya fue registrado/ },
] as const;

for (const { what, field, said } of taken) {
  test(
    `${what} that somebody has is refused - nothing changes for them`,
    write('@AT-17'),
    async ({ as, ui, page, personOf, visitor, workspace }) => {
      const owner = await personOf('auxiliar');
      const sent = { ...visitor, [field]: owner[field] };
      await ui.signUp.goto();
      await ui.signUp.fill({ ...sent, firstName: 'Íñigo', lastName: 'Muñoz' });
      visitor.plan();
      await ui.signUp.save();
      await expect(page).toHaveURL('/accounts/signup/');
      await expect(ui.signUp.errorOf(ui.signUp[field])).toContainText(said);
      const { email, password } = sent;
      const token = { method: 'POST', json: { email, password } };
      const witness = workspace.session();
      expect(await witness.request('/api/v1/api-token-auth/', token)).toMatchObject({
        status: 401,
      });
      await (await as('anonymous')).signIn(owner);
    },
  );
}

const weak = [
  {
    why: 'of seven characters',
    password: 'Ob-1ra7',
    said: /contraseña es demasiado corta|muy corta/,
  },
  { why: 'that everybody uses', password: 'password123', said: /muy común|demasiado común/ },
  {
    why: 'of digits only',
    password: '8274619305',
    said: /totalmente numérica|completamente numérica/,
  },
] as const;

for (const { why, password, said } of weak) {
  test(
    `signing up with a password ${why} is refused - no account is made`,
    write('@AT-17'),
    async ({ as, visitor, workspace }) => {
      const { username, email, company } = visitor;
      const stranger = await as('anonymous');
      visitor.plan();
      const answer = stranger.submit(
        '/accounts/signup/',
        { email, username, password1: password, password2: password, company },
        signUpForm,
      );
      await expect(answer).rejects.toThrow(FormRefused);
      await expect(answer).rejects.toThrow(said);
      const witness = workspace.session();
      expect(
        await witness.request('/api/v1/api-token-auth/', {
          method: 'POST',
          json: { email, password },
        }),
      ).toMatchObject({ status: 401 });
    },
  );
}
