import { newPassword } from '../../fixtures/accounts/password.ts';
import { FormRefused } from '../../fixtures/http/session.ts';
import { expect, test } from '../../fixtures/index.ts';
import { linksIn } from '../../fixtures/mailbox/mailbox.ts';

const write = (...items: string[]): { tag: string[] } => ({ tag: [...items, '@write'] });

const subject = '[Construbot] Password Reset E-mail';

test(
  'a user sets a new password by mail - the link works once and the old password is dead',
  write('@AT-17', '@EM-05', '@EM-06'),
  async ({ ui, page, baseURL, as, newcomers, mailbox }) => {
    const user = await newcomers.settle();
    const password = newPassword();
    const elsewhere = await as('anonymous');
    await elsewhere.restore(user.state);
    await elsewhere.get('/proyectos/');

    const link = await test.step('Mail', async () => {
      await ui.login.goto();
      await ui.login.forgottenPasswordLink.click();
      await ui.passwordReset.request(user.email);
      await expect(page).toHaveURL('/accounts/password/reset/done/');
      const mail = await mailbox.waitFor({ to: user.email, subject: /Password Reset/ });
      expect(mail.subject).toBe(subject);
      expect(mail.text).toContain(user.username);
      const links = linksIn(mail, '/accounts/password/reset/key/');
      expect(links.map(({ origin }) => origin)).toEqual([baseURL]);
      return String(links[0]);
    });

    await test.step('New password', async () => {
      await ui.newPassword.goto(link);
      await expect(page).toHaveURL(/\/accounts\/password\/reset\/key\/\w+-set-password\/$/);
      await ui.newPassword.set(password);
      await expect(page).toHaveURL('/accounts/password/reset/key/done/');
      await expect(ui.newPasswordDone.notice).toContainText('Contraseña cambiada con éxito.');
    });

    await test.step('What the old password opened is shut', async () => {
      const answer = await elsewhere.request('/proyectos/');
      expect(answer).toMatchObject({ status: 302, location: '/accounts/login/?next=/proyectos/' });
      const visitor = await as('anonymous');
      await expect(visitor.signIn(user)).rejects.toThrow(FormRefused);
    });

    await test.step('The link is used up', async () => {
      await ui.newPassword.goto(link);
      await expect(ui.newPassword.heading).toContainText('Hay un problema con el token');
      await expect(ui.newPassword.password).toHaveCount(0);
    });

    await test.step('The new password works', async () => {
      await ui.login.goto();
      await ui.login.signIn(user.username, password);
      await expect(page).toHaveURL('/proyectos/');
    });
  },
);

test(
  'the mail for a new password has its accents intact',
  write('@AT-17'),
  async ({ as, newcomers, mailbox }) => {
    const { email } = await newcomers.create();
    const visitor = await as('anonymous');
    await visitor.submit('/accounts/password/reset/', { email }, { form: ['email'] });
    const { text } = await mailbox.waitFor({ to: email, subject: /Password Reset/ });
    expect(text).toMatch(/[áéíóúñ¡¿]/i);
    expect(text).not.toMatch(/Ã|Â|\uFFFD/);
  },
);

test(
  'an unknown address ends on the same page as a known one',
  write('@AT-17'),
  async ({ as, newcomers, mailbox, make }) => {
    const { email } = await newcomers.create();
    const visitor = await as('anonymous');
    const ask = async (
      address: string,
    ): Promise<{ location?: string | undefined; body: string }> => {
      const { location } = await visitor.submit(
        '/accounts/password/reset/',
        { email: address },
        { form: ['email'] },
      );
      return { location, body: (await visitor.get(location ?? '')).body };
    };
    const known = await ask(email);
    expect(known.location).toBe('/accounts/password/reset/done/');
    expect(await ask(mailbox.addressFor(make.persona().correo))).toEqual(known);
  },
);

test(
  'a forged host in the request does not get into the link of the mail',
  write('@AT-17', '@CS-05'),
  async ({ as, baseURL, newcomers, mailbox }) => {
    const { email } = await newcomers.create();
    const visitor = await as('anonymous');
    const csrfmiddlewaretoken = await visitor.csrfToken();
    const answer = await visitor.request('/accounts/password/reset/', {
      headers: { 'x-forwarded-host': 'otro.example' },
      fields: { email, csrfmiddlewaretoken },
    });
    expect(answer).toMatchObject({ status: 302, location: '/accounts/password/reset/done/' });
    const mail = await mailbox.waitFor({ to: email, subject: /Password Reset/ });
    expect(linksIn(mail).map(({ origin }) => origin)).toEqual([baseURL]);
  },
);

const refused = [
  { why: 'of seven characters', first: 'Ob-1ra7', said: /muy corta|demasiado corta/ },
  { why: 'that everybody uses', first: 'password123', said: /muy común|demasiado común/ },
  {
    why: 'of digits only',
    first: '8274619305',
    said: /totalmente numérica|completamente numérica/,
  },
  {
    why: 'typed differently the second time',
    first: 'Obra-Muy-Segura-7',
    second: 'Obra-Muy-Segura-8',
    said: 'Debe escribir la misma contraseña cada vez.',
  },
] as const;

for (const { why, said, ...typed } of refused) {
  test(
    `a new password ${why} is refused - the old one stays`,
    write('@AT-17'),
    async ({ ui, page, as, newcomers, mailbox }) => {
      const user = await newcomers.create();
      const visitor = await as('anonymous');
      await visitor.submit('/accounts/password/reset/', { email: user.email }, { form: ['email'] });
      const mail = await mailbox.waitFor({ to: user.email, subject: /Password Reset/ });
      await ui.newPassword.goto(String(linksIn(mail, '/accounts/password/reset/key/')[0]));
      await ui.newPassword.set(typed.first, 'second' in typed ? typed.second : typed.first);
      await expect(ui.newPassword.errors.filter({ hasText: said })).toBeVisible();
      await expect(page).toHaveURL(/-set-password\/$/);
      // Let in as far as somebody who has not confirmed the address gets.
      expect(await visitor.signIn(user)).toBe('/accounts/confirm-email/');
    },
  );
}
