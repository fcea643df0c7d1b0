import { changePath } from '../fixtures/accounts/companies.ts';
import { env } from '../fixtures/env.ts';
import type { Session } from '../fixtures/http/session.ts';
import { expect, test } from '../fixtures/index.ts';
import { settled } from './account-forms.ts';
import { foreignNext, hows, otherNames } from './foreign-next.ts';

const attack = { tag: ['@AT-02', '@attack'] };

const mend =
  'Remedy: ask url_has_allowed_host_and_scheme(next, allowed_hosts={request.get_host()}) before it is followed; django-allauth and Django’s own LoginView do';

const own = '/proyectos/listado/clientes/';

const withNext = (path: string, next: string, ...more: string[]): string =>
  `${path}?${new URLSearchParams(['next', ...more].map((name) => [name, next])).toString()}`;

/** Where an answer leads a browser that stays on the host; an address when it does not. */
const leadsTo = async (session: Session, path: string): Promise<string> =>
  (await session.request(path)).location ?? path;

/** Those of some addresses that are followed away from the host, with where to. */
async function followed(
  session: Session,
  path: string,
  targets: readonly string[],
): Promise<string[]> {
  const away: string[] = [];
  for (const next of targets) {
    const location = await leadsTo(session, withNext(path, next));
    if (!location.startsWith('/')) away.push(`${withNext(path, next)} leads to ${location}`);
  }
  return away;
}

const doors = [
  {
    who: 'somebody who is signed in',
    role: 'auxiliar',
    what: 'the sign-in',
    path: '/accounts/login/',
  },
  {
    who: 'somebody who is signed in',
    role: 'auxiliar',
    what: 'the sign-up',
    path: '/accounts/signup/',
  },
  { who: 'a stranger', role: 'anonymous', what: 'the sign-out', path: '/accounts/logout/' },
] as const;

for (const { who, role, what, path } of doors) {
  for (const how of hows) {
    test(
      `${who} is led to no other host by ${what} with ${how} in next`,
      attack,
      async ({ as, baseURL }) => {
        const session = await as(role);
        expect(await leadsTo(session, withNext(path, own)), 'a page of its own').toBe(own);
        const targets = foreignNext[how](new URL(baseURL ?? '').hostname);
        expect(await followed(session, path, targets), mend).toEqual([]);
      },
    );
  }
}

test(
  'a next in the form that signs in is followed only on this host',
  attack,
  async ({ as, baseURL, newcomers }) => {
    const { username, password } = await newcomers.settle();
    const { hostname } = new URL(baseURL ?? '');
    const signIn = async (next: string): Promise<string | undefined> => {
      const visitor = await as('anonymous');
      const { location } = await visitor.submit(
        '/accounts/login/',
        { login: username, password, next },
        { form: ['login', 'password'] },
      );
      await visitor.get('/proyectos/');
      return location;
    };
    expect(await signIn(own), 'a page of its own').toBe(own);
    // Each is a sign-in, of which the application allows so many a minute.
    for (const next of [
      '/\t/otro.example/',
      'javascript:alert(1)',
      `https://${hostname}@otro.example/`,
    ]) {
      expect.soft(await signIn(next), `next=${next} after the sign-in. ${mend}`).toMatch(/^\//);
    }
  },
);

test('somebody who signs out is led to no other host', attack, async ({ as, newcomers }) => {
  const { user } = await settled({ as, newcomers });
  const signOut = async (next: string): Promise<string | undefined> => {
    const session = await as('anonymous');
    await session.signIn(user);
    const { location } = await session.submit('/accounts/logout/', { next });
    expect((await session.request('/proyectos/')).status, 'signed out').toBe(302);
    return location;
  };
  expect(await signOut('/accounts/signup/'), 'a page of its own').toBe('/accounts/signup/');
  for (const next of ['https://otro.example/', '/\\otro.example/']) {
    expect.soft(await signOut(next), `next=${next} after the sign-out. ${mend}`).toMatch(/^\//);
  }
});

test(
  'staff who sign in to the administration are led to no other host',
  attack,
  async ({ as, baseURL, staff }) => {
    // Without staff the check is not run.
    await staff.get('/admin/');
    const { username, password } = env().staff ?? { username: '', password: '' };
    const { hostname } = new URL(baseURL ?? '');
    const signIn = async (next: string): Promise<string | undefined> => {
      const visitor = await as('anonymous');
      const { location } = await visitor.submit(
        withNext('/admin/login/', next),
        { username, password, next },
        { form: ['username', 'password'] },
      );
      await visitor.get('/admin/');
      return location;
    };
    expect(await signIn('/admin/users/user/'), 'a page of its own').toBe('/admin/users/user/');
    for (const next of [
      'https://otro.example/',
      '/\\otro.example/',
      `https://${hostname}@otro.example/`,
    ]) {
      expect.soft(await signIn(next), `next=${next} at /admin/login/. ${mend}`).toMatch(/^\//);
    }
  },
);

test(
  'pages that lead on by themselves do not lead to an address that is named to them',
  attack,
  async ({ as, workspace }) => {
    const { name, id } = await workspace.company();
    const corporativo = await as('corporativo');
    const pages = ['/', '/users/~redirect/', changePath(name), `/users/detalle/company/${id}/`];
    for (const path of pages) {
      const plain = await corporativo.request(path);
      const hostile = withNext(path, 'https://otro.example/', ...otherNames);
      const { status, location } = await corporativo.request(hostile);
      expect.soft(location ?? path, `${hostile}. ${mend}`).toMatch(/^\//);
      expect.soft(status, hostile).toBe(plain.status);
    }
  },
);
