import { takeAccessAway } from '../fixtures/accounts/administration.ts';
import { newPassword } from '../fixtures/accounts/password.ts';
import { FormRefused, type Session } from '../fixtures/http/session.ts';
import { expect, test } from '../fixtures/index.ts';
import { settled } from './account-forms.ts';
import { signInByHand } from './raw-sign-in.ts';
import { openResetLink, resetLink } from './reset-link.ts';
import { lifeOf, type SetCookie } from './set-cookie.ts';

const write = (...items: string[]): { tag: string[] } => ({ tag: [...items, '@write'] });

const toLogin = { status: 302, location: '/accounts/login/?next=/proyectos/' };

/** The key of a session; empty when it has none. */
async function keyOf(session: Session): Promise<string> {
  const { cookies } = await session.storageState();
  return cookies.find(({ name }) => name === 'sessionid')?.value ?? '';
}

/** The cookie of the session that a sign-in gave. */
function sessionIn(cookies: readonly SetCookie[]): SetCookie {
  const found = cookies.find(({ name }) => name === 'sessionid');
  if (found === undefined) throw new Error('The sign-in gives no session');
  return found;
}

test(
  'a session that was opened before the sign-in is worth nothing after it',
  { tag: ['@AT-02', '@AT-17', '@attack'] },
  async ({ as, newcomers, mailbox }) => {
    const user = await newcomers.settle();
    const victim = await as('anonymous');
    // A link for a new password is kept in a session of nobody, which an attacker could plant.
    await openResetLink(victim, await resetLink(victim, mailbox, user.email));
    const planted = await victim.storageState();
    const key = await keyOf(victim);
    expect(key).not.toBe('');

    await victim.signIn(user);
    const said =
      'Remedy: sign in with django.contrib.auth.login(), which calls cycle_key(), and keep no session by hand';
    expect.soft(await keyOf(victim), `the key is another one. ${said}`).not.toBe(key);
    await victim.get('/proyectos/');
    const attacker = await as('anonymous');
    await attacker.restore(planted);
    expect(await attacker.request('/proyectos/'), said).toMatchObject(toLogin);
  },
);

test(
  'two sign-ins of a person have keys of their own - signing out of one leaves the other',
  write('@AT-02'),
  async ({ as, newcomers }) => {
    const user = await newcomers.settle();
    const [first, second, stolen] = [
      await as('anonymous'),
      await as('anonymous'),
      await as('anonymous'),
    ];
    await first.signIn(user);
    await second.signIn(user);
    const key = await keyOf(first);
    // OWASP's cheat sheet on sessions asks for 64 bits, which is 16 hexadecimal digits.
    expect(key.length, 'length of the key').toBeGreaterThanOrEqual(16);
    expect(
      await keyOf(second),
      'The key says whose it is. Remedy: one of the session engines of Django',
    ).not.toBe(key);

    await stolen.restore(await first.storageState());
    await stolen.get('/proyectos/');
    await first.submit('/accounts/logout/', {});
    expect(
      await stolen.request('/proyectos/'),
      'The key of a session that was ended. Remedy: sign out with django.contrib.auth.logout(), and keep sessions on the server (no signed_cookies)',
    ).toMatchObject(toLogin);
    expect(await keyOf(first), 'the cookie is taken away').toBe('');
    await second.get('/proyectos/');
  },
);

test(
  'a new password ends the sessions that were opened with the old one',
  write('@AT-17'),
  async ({ as, newcomers }) => {
    const user = await newcomers.settle('auxiliar');
    const [own, other] = [await as('anonymous'), await as('anonymous')];
    await own.signIn(user);
    await other.restore(user.state);
    await other.get('/proyectos/');
    const password = newPassword();
    await own.submit(
      '/accounts/password/change/',
      { oldpassword: user.password, password1: password, password2: password },
      { form: ['password1', 'password2'] },
    );
    expect(
      await other.request('/proyectos/'),
      'Remedy: SessionAuthenticationMiddleware’s check is part of AuthenticationMiddleware: keep both it and Django’s own get_user()',
    ).toMatchObject(toLogin);
    const visitor = await as('anonymous');
    await expect(visitor.signIn(user), 'the old password').rejects.toThrow(FormRefused);
    await visitor.signIn({ ...user, password });
    await visitor.get('/proyectos/');
  },
);

test(
  'a password that a director sets ends the sessions of the colleague',
  write('@AT-17'),
  async ({ as, newcomers }) => {
    const { session, user } = await settled({ as, newcomers });
    await session.get('/proyectos/');
    // Not the director of all other checks, whom this may sign out.
    const { session: director } = await settled({ as, newcomers }, 'director');
    const password = newPassword();
    await director.submit(
      `/accounts/password/change/${user.username}/`,
      { password1: password, password2: password },
      { form: ['password1', 'password2'] },
    );
    expect(
      await session.request('/proyectos/'),
      'Whoever got hold of a colleague’s session keeps it. Remedy: set_password() and save(), and Django’s own AuthenticationMiddleware',
    ).toMatchObject(toLogin);
    expect(
      await director.request('/proyectos/'),
      'Whoever sets it is signed out. Remedy: update_session_auth_hash() is for one’s own password only',
    ).toMatchObject({ status: 200 });
    const visitor = await as('anonymous');
    await visitor.signIn({ ...user, password });
    await visitor.get('/proyectos/');
  },
);

test(
  'a person whose access is taken away is out at once',
  write('@AT-02'),
  async ({ as, construbot, newcomers, staff }) => {
    const { session, user } = await settled({ as, newcomers });
    await session.get('/proyectos/');
    await takeAccessAway(staff, await construbot.usuarios.idOf(user.email));
    expect(
      await session.request('/proyectos/'),
      'A session of somebody who is not active. Remedy: Django’s ModelBackend, which looks at is_active with every request, not AllowAllUsersModelBackend',
    ).toMatchObject(toLogin);
  },
);

test(
  'a session that nobody asked to keep ends with the browser',
  write('@AT-02'),
  async ({ raw, pace, baseURL, newcomers }) => {
    const user = await newcomers.settle();
    const { at } = await signInByHand({ raw, pace, baseURL }, user);
    expect(
      lifeOf(sessionIn(at)),
      'seconds that it lasts on a shared computer. Remedy: ACCOUNT_SESSION_REMEMBER = None, which asks',
    ).toBeUndefined();
  },
);

test(
  'a session that is to be remembered outlives the browser, but no longer than 30 days',
  write('@AT-02'),
  async ({ raw, pace, baseURL, newcomers }) => {
    const user = await newcomers.settle();
    const { at } = await signInByHand({ raw, pace, baseURL }, user, { remember: 'on' });
    const life = lifeOf(sessionIn(at)) ?? 0;
    const said =
      'seconds that it lasts. Remedy: ACCOUNT_SESSION_COOKIE_AGE (or SESSION_COOKIE_AGE) of 30 days at most (NIST SP 800-63B, 4.1.3)';
    expect(life, said).toBeGreaterThan(0);
    expect(life, said).toBeLessThanOrEqual(30 * 86_400);
  },
);
