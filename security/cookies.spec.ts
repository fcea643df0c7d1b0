import { expect, test } from '../fixtures/index.ts';
import { cookiesOf, signInByHand, type Given } from './raw-sign-in.ts';
import { lifeOf, type SetCookie } from './set-cookie.ts';

const everything = ({ before, at, after }: Given): readonly SetCookie[] => [
  ...before,
  ...at,
  ...after,
];

interface Rule {
  readonly item: '@SC-05' | '@SC-06';
  readonly what: string;
  /** What is wrong with a cookie, in words that do not tell its value; nothing when all is well. */
  readonly faultsOf: (cookie: SetCookie) => readonly string[];
  readonly remedy: (setting: string) => string;
}

const secure: Rule = {
  item: '@SC-05',
  what: 'travels over HTTPS only',
  faultsOf: ({ attributes }) => ('secure' in attributes ? [] : ['it is without Secure']),
  remedy: (setting) => `${setting}_SECURE = True`,
};
const sameSite: Rule = {
  item: '@SC-05',
  what: 'says that it does not go along with forms of other sites',
  faultsOf: ({ attributes: { samesite = 'missing' } }) =>
    /^(lax|strict)$/i.test(samesite) ? [] : [`its SameSite is ${samesite}`],
  remedy: (setting) => `${setting}_SAMESITE = 'Lax'`,
};
// What the prefix __Host- would have browsers enforce (RFC 6265bis, 4.1.3.2), but for the name.
const ownHost: Rule = {
  item: '@SC-05',
  what: 'belongs to this host only, and to all of it',
  faultsOf: ({ attributes: { domain = '', path = 'missing' } }) => [
    ...(domain === '' ? [] : [`its Domain is ${domain}: every subdomain is given it`]),
    ...(path === '/' ? [] : [`its Path is ${path}`]),
  ],
  remedy: (setting) => `${setting}_DOMAIN = None and ${setting}_PATH = '/'`,
};
const httpOnly: Rule = {
  item: '@SC-06',
  what: 'cannot be read by scripts',
  faultsOf: ({ attributes }) => ('httponly' in attributes ? [] : ['it is without HttpOnly']),
  remedy: (setting) =>
    `${setting}_HTTPONLY = True; of csrftoken the document asks it too, though Django no longer recommends it, as who can run a script reads the token from the page`,
};
const rules = [secure, sameSite, ownHost, httpOnly];

const faultsIn = (
  cookies: readonly SetCookie[],
  name: string,
  faultsOf: Rule['faultsOf'],
): readonly (readonly string[])[] => cookies.filter((cookie) => cookie.name === name).map(faultsOf);

for (const { item, what, faultsOf, remedy } of rules) {
  test(
    `the csrftoken that a stranger is given ${what}`,
    { tag: [item, '@observe'] },
    async ({ raw }) => {
      const given = cookiesOf(await raw('/accounts/login/'));
      const message = `csrftoken of /accounts/login/. Remedy: ${remedy('CSRF_COOKIE')}`;
      expect(faultsIn(given, 'csrftoken', faultsOf), message).toEqual([[]]);
    },
  );

  test(
    `the sessionid of somebody who signs in ${what}`,
    { tag: [item, '@write'] },
    async ({ raw, pace, baseURL, personOf }) => {
      const { at } = await signInByHand({ raw, pace, baseURL }, await personOf('auxiliar'));
      const message = `sessionid of the sign-in. Remedy: ${remedy('SESSION_COOKIE')}`;
      expect(faultsIn(at, 'sessionid', faultsOf), message).toEqual([[]]);
    },
  );

  test(
    `each csrftoken of somebody who signs in ${what}`,
    { tag: [item, '@write'] },
    async ({ raw, pace, baseURL, personOf }) => {
      const given = await signInByHand({ raw, pace, baseURL }, await personOf('auxiliar'));
      const found = faultsIn(everything(given), 'csrftoken', faultsOf);
      expect(found.length, 'the login page and the sign-in set one').toBeGreaterThan(1);
      const message = `csrftoken before, at and after the sign-in. Remedy: ${remedy('CSRF_COOKIE')}`;
      expect(found.flat(), message).toEqual([]);
    },
  );
}

test(
  'no other cookie on the way from the login page to a form goes over plain HTTP',
  { tag: ['@SC-05', '@write'] },
  async ({ raw, pace, baseURL, personOf }) => {
    const given = await signInByHand({ raw, pace, baseURL }, await personOf('auxiliar'));
    const others = everything(given).filter(({ name }) => !/^(sessionid|csrftoken)$/.test(name));
    // What is taken back is worth nothing to a thief.
    const kept = others.filter((cookie) => (lifeOf(cookie) ?? 1) > 0);
    const bare = kept.filter((cookie) => secure.faultsOf(cookie).length > 0);
    expect(
      bare.map(({ name }) => name),
      'Remedy: SESSION_COOKIE_SECURE = True holds for the cookie of messages too; any other is set with secure=True',
    ).toEqual([]);
  },
);

const day = 86_400;

test(
  'the csrftoken that a stranger is given stays for 400 days at most',
  { tag: ['@SC-05', '@observe'] },
  async ({ raw }) => {
    const given = cookiesOf(await raw('/accounts/login/'));
    const lives = given.filter(({ name }) => name === 'csrftoken').map((c) => lifeOf(c) ?? 0);
    expect(lives).toHaveLength(1);
    // Browsers keep none for longer (RFC 6265bis, 5.5), so a longer life is a slip.
    expect(Math.max(...lives), 'Remedy: CSRF_COOKIE_AGE as Django gives it').toBeLessThanOrEqual(
      400 * day,
    );
  },
);
