import { newPassword } from '../fixtures/accounts/password.ts';
import { expect, test } from '../fixtures/index.ts';
import { linksIn } from '../fixtures/mailbox/mailbox.ts';
import { settled, tokenStatus } from './account-forms.ts';
import { encoded, filled } from './forged-post.ts';
import {
  resetLink,
  resetPath as path,
  resetSubject as subject,
  setPassword,
} from './reset-link.ts';

const attack = (...items: string[]): { tag: string[] } => ({ tag: [...items, '@attack'] });

const claims = [
  { what: 'X-Forwarded-Host', headers: { 'x-forwarded-host': 'otro.example' } },
  { what: 'X-Host', headers: { 'x-host': 'otro.example' } },
  { what: 'X-Original-Host', headers: { 'x-original-host': 'otro.example' } },
  { what: 'X-Forwarded-Server', headers: { 'x-forwarded-server': 'otro.example' } },
  { what: 'Forwarded', headers: { forwarded: 'for=192.0.2.1;host=otro.example;proto=https' } },
] as const;

const mend =
  'Remedy: USE_X_FORWARDED_HOST = False, or a web server that overwrites the header; build the link from the site’s own domain';

for (const { what, headers } of claims) {
  test(
    `another host in ${what} is in no mail for a new password`,
    attack('@AT-17', '@CS-05'),
    async ({ as, baseURL, newcomers, mailbox }) => {
      const { email } = await newcomers.create();
      const visitor = await as('anonymous');
      const csrfmiddlewaretoken = await visitor.csrfToken(path);
      const answer = await visitor.request(path, {
        headers,
        fields: { email, csrfmiddlewaretoken },
      });
      expect(answer).toMatchObject({ status: 302, location: '/accounts/password/reset/done/' });
      const { text, html } = await mailbox.waitFor({ to: email, subject });
      expect(text + html, `the mail, after ${what}: otro.example. ${mend}`).not.toContain(
        'otro.example',
      );
      expect(text).toContain(`${baseURL ?? ''}${path}key/`);
    },
  );
}

const hosts = [
  { what: 'another name', host: () => 'otro.example' },
  { what: 'a name that begins with its own', host: (own: string) => `${own}.otro.example` },
  { what: 'a name that ends with its own', host: (own: string) => `otro-${own}` },
] as const;

for (const { what, host } of hosts) {
  test(
    `who asks for a new password under ${what} is refused - no mail is sent`,
    attack('@AT-17', '@CS-05'),
    async ({ as, raw, baseURL, newcomers, mailbox }) => {
      const { email } = await newcomers.create();
      const visitor = await as('anonymous');
      const fields = filled(await visitor.form(path, ['email']), { email });
      const forged = host(new URL(baseURL ?? '').hostname);
      const { status } = await raw(path, {
        method: 'POST',
        signedIn: await visitor.storageState(),
        headers: {
          host: forged,
          // As the attacker's own client says it, or the question for the origin would be in the way.
          referer: `https://${forged}${path}`,
          'content-type': 'application/x-www-form-urlencoded',
        },
        body: encoded(fields),
      });
      const said = `POST ${path} with Host: ${forged}. Remedy: ALLOWED_HOSTS lists the names of the deployment and no "*"`;
      expect.soft(status, said).toBe(400);
      const answer = await visitor.request(path, { fields });
      expect(answer).toMatchObject({ status: 302, location: '/accounts/password/reset/done/' });
      // Mail arrives in the order in which it is sent: what was sent under the other name would be there.
      await mailbox.waitFor({ to: email, subject });
      const origins = (await mailbox.arrived(email)).flatMap((mail) =>
        linksIn(mail, `${path}key/`).map(({ origin }) => origin),
      );
      expect(origins, said).toEqual([baseURL]);
    },
  );
}

const deadLink = 'Hay un problema con el token';

test(
  'a link for a new password is dead once the password was changed otherwise',
  attack('@AT-17'),
  async ({ as, newcomers, mailbox, workspace }) => {
    const { session, user } = await settled({ as, newcomers }, 'auxiliar');
    const visitor = await as('anonymous');
    const link = await resetLink(visitor, mailbox, user.email);
    await visitor.get(link, 302);
    const password = newPassword();
    await session.submit(
      '/accounts/password/change/',
      { oldpassword: user.password, password1: password, password2: password },
      { form: ['password1', 'password2'] },
    );
    const said =
      'Whoever reads an old mail takes the account over. Remedy: PasswordResetTokenGenerator, whose token is made from the password too';
    const again = await (await as('anonymous')).request(link);
    expect(again.status, `GET of the link. ${said}`).toBe(200);
    expect(again.body, said).toContain(deadLink);
    expect(await tokenStatus(workspace, { ...user, password }), 'the new password').toBe(200);
  },
);

test(
  'of two links for a new password the second is dead once the first was used',
  attack('@AT-17'),
  async ({ as, newcomers, mailbox, workspace }) => {
    const user = await newcomers.settle();
    const visitor = await as('anonymous');
    const first = await resetLink(visitor, mailbox, user.email);
    const seen = await mailbox.arrived(user.email);
    const second = await resetLink(visitor, mailbox, user.email, seen);
    await visitor.get(second, 302);
    const password = newPassword();
    await setPassword(visitor, first, password);
    const again = await (await as('anonymous')).request(second);
    expect(again.status, 'GET of the second link').toBe(200);
    expect(
      again.body,
      'Remedy: PasswordResetTokenGenerator, whose token is made from the password too',
    ).toContain(deadLink);
    expect(await tokenStatus(workspace, { ...user, password }), 'the new password').toBe(200);
  },
);

test(
  'the token of a link for a new password is good for nobody else',
  attack('@AT-17'),
  async ({ as, newcomers, mailbox, workspace }) => {
    const [attacker, victim] = [await newcomers.settle(), await newcomers.settle()];
    const visitor = await as('anonymous');
    const own = await resetLink(visitor, mailbox, attacker.email);
    const theirs = await resetLink(visitor, mailbox, victim.email);
    const [prefix = '', token = ''] = [
      /^.*\/key\/\w+-/.exec(theirs)?.[0],
      /\/key\/\w+?-(.+)$/.exec(own)?.[1],
    ];
    const said =
      'Anybody sets anybody’s password. Remedy: PasswordResetTokenGenerator, whose token is made from the user';
    const answer = await visitor.request(`${prefix}${token}`);
    expect(answer.status, `GET of the victim’s link with the attacker’s token. ${said}`).toBe(200);
    expect(answer.body, said).toContain(deadLink);
    // Nor does the form open that a good link leads to.
    await visitor.get(own, 302);
    const form = await visitor.request(`${prefix}set-password/`);
    expect(form.status, `GET of the victim’s form. ${said}`).toBe(200);
    expect(form.body, said).toContain(deadLink);
    expect(await tokenStatus(workspace, victim), 'the victim’s password').toBe(200);
    const password = newPassword();
    await setPassword(visitor, own, password);
    expect(await tokenStatus(workspace, { ...attacker, password }), 'their own').toBe(200);
  },
);
