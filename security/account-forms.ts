import { companyId } from '../fixtures/accounts/companies.ts';
import { newPassword } from '../fixtures/accounts/password.ts';
import { levelOf, type Member } from '../fixtures/accounts/role.ts';
import { userId } from '../fixtures/accounts/users.ts';
import type { Workspace } from '../fixtures/accounts/workspace.ts';
import type { Credentials } from '../fixtures/env.ts';
import type { Factories } from '../fixtures/factories/index.ts';
import { api } from '../fixtures/http/api.ts';
import type { Session } from '../fixtures/http/session.ts';
import type { As } from '../fixtures/test/as.ts';
import type { Newcomers } from '../fixtures/test/newcomers.ts';
import type { PlannedCompany } from '../fixtures/test/planned-company.ts';
import type { Planned } from '../fixtures/test/planned.ts';
import type { Arranged } from './changing-forms.ts';
import { filled, withToken } from './forged-post.ts';

/** What arranging one of these forms takes. */
export interface AccountNeeds {
  readonly as: As;
  readonly newcomers: Newcomers;
  readonly make: Factories;
  readonly planned: Planned;
  readonly plannedCompany: PlannedCompany;
  readonly workspace: Workspace;
  /** Session of the arranging side, to look with. */
  readonly keeper: Session;
}

/** A form that is arranged, and who has it open. */
export interface AccountForm extends Arranged {
  readonly session: Session;
}

export interface NamedForm {
  /** What is sent, and in whose name. */
  readonly what: string;
  readonly arrange: (needs: AccountNeeds) => Promise<AccountForm>;
}

/** A session under test of a throw-away person. */
export async function settled(
  { as, newcomers }: Pick<AccountNeeds, 'as' | 'newcomers'>,
  role?: Member,
): Promise<{ session: Session; user: Credentials }> {
  const user = await newcomers.settle(role);
  const session = await as('anonymous');
  await session.restore(user.state);
  return { session, user };
}

/** Whether the API takes a password, as its status: it counts no sign-in of the pages. */
export const tokenStatus = async (
  workspace: Workspace,
  { email, password }: Pick<Credentials, 'email' | 'password'>,
): Promise<number> => {
  const answer = await workspace
    .session()
    .request(api('api-token-auth'), { json: { email, password } });
  return answer.status;
};

const statusOf = async (session: Session, path: string): Promise<number> =>
  (await session.request(path)).status;

const ownAccount: readonly NamedForm[] = [
  {
    what: 'the sign-in of an attacker from the browser of a stranger',
    arrange: async ({ as, newcomers }) => {
      const { username, password } = await newcomers.settle();
      const session = await as('anonymous');
      return {
        session,
        path: '/accounts/login/',
        form: ['login', 'password'],
        fill: (form) => filled(form, { login: username, password }),
        look: () => statusOf(session, '/proyectos/'),
      };
    },
  },
  {
    what: 'the sign-out of an auxiliar',
    arrange: async (needs) => {
      const { session } = await settled(needs);
      return {
        session,
        path: '/accounts/logout/',
        fill: filled,
        look: () => statusOf(session, '/proyectos/'),
      };
    },
  },
  {
    what: 'a new password of an auxiliar',
    arrange: async (needs) => {
      const { session, user } = await settled(needs);
      const password = newPassword();
      return {
        session,
        path: '/accounts/password/change/',
        form: ['password1', 'password2'],
        fill: (form) =>
          filled(form, { oldpassword: user.password, password1: password, password2: password }),
        look: () => tokenStatus(needs.workspace, user),
      };
    },
  },
  {
    what: 'another name of an auxiliar',
    arrange: async (needs) => {
      const { session } = await settled(needs);
      const path = '/users/update/';
      return {
        session,
        path,
        form: ['first_name'],
        fill: (form) => filled(form, { first_name: 'Begoña' }),
        look: async () => (await session.formOf(path)).get('first_name'),
      };
    },
  },
];

const users: readonly NamedForm[] = [
  {
    what: 'another name of a colleague in the name of a director',
    arrange: async ({ as, newcomers, keeper }) => {
      const { username } = await newcomers.create();
      const path = `/users/update/${username}/`;
      return {
        session: await as('director'),
        path,
        form: ['first_name'],
        fill: (form) => filled(form, { first_name: 'Begoña' }),
        look: async () => (await keeper.formOf(path)).get('first_name'),
      };
    },
  },
  {
    what: 'a new password of a colleague in the name of a director',
    arrange: async ({ as, newcomers, workspace }) => {
      const user = await newcomers.create();
      const password = newPassword();
      return {
        // The real application signs out a director who does this: not that of all other checks.
        session: (await settled({ as, newcomers }, 'director')).session,
        path: `/accounts/password/change/${user.username}/`,
        form: ['password1', 'password2'],
        fill: (form) => filled(form, { password1: password, password2: password }),
        look: () => tokenStatus(workspace, user),
      };
    },
  },
  {
    what: 'a new user in the name of a corporativo',
    arrange: async ({ as, make, planned, workspace, keeper }) => {
      const { usuario: username } = make.persona();
      const password = newPassword();
      const { id } = await workspace.company();
      planned('usuario', username);
      return {
        session: await as('corporativo'),
        path: '/users/new/',
        // Its own page is a 500 on the real application; this one names the customer, too.
        page: '/users/nuevo/company/',
        form: ['company_name'],
        fill: (form) =>
          withToken(form, {
            customer: form.values.get('customer') ?? [],
            company: [String(id)],
            username,
            email: `${username}@construbot.test`,
            nivel_acceso: String(levelOf.auxiliar),
            password1: password,
            password2: password,
          }),
        look: () => userId(keeper, username),
      };
    },
  },
  {
    what: 'the deletion of a colleague in the name of a director',
    arrange: async ({ as, newcomers, keeper }) => {
      const { username } = await newcomers.create();
      return {
        session: await as('director'),
        path: `/users/eliminar/User/${await userId(keeper, username)}/`,
        fill: filled,
        look: () => userId(keeper, username),
        taken: 200,
      };
    },
  },
];

const companies: readonly NamedForm[] = [
  {
    what: 'a new company in the name of a corporativo',
    arrange: async ({ as, make, plannedCompany, keeper }) => {
      const name = make.compania();
      plannedCompany(name, keeper);
      const session = await as('corporativo');
      return {
        session,
        path: '/users/nuevo/company/',
        form: ['company_name'],
        fill: (form) => filled(form, { company_name: name, full_name: name }),
        look: () => companyId(session, name),
      };
    },
  },
  {
    what: 'another legal name of a company in the name of a corporativo',
    arrange: async (needs) => {
      const { session, id, name } = await newCompany(needs);
      const path = `/users/company-update/${id}/`;
      return {
        session,
        path,
        form: ['company_name'],
        fill: (form) => filled(form, { full_name: `${name} Segunda` }),
        look: async () => (await session.formOf(path)).get('full_name'),
      };
    },
  },
  {
    what: 'the deletion of a company in the name of a corporativo',
    arrange: async (needs) => {
      const { session, id, name } = await newCompany(needs);
      return {
        session,
        path: `/users/eliminar/Company/${id}/`,
        fill: filled,
        look: () => companyId(session, name),
        taken: 200,
      };
    },
  },
];

/**
 * A second company of a throw-away person of level 4: entering it disturbs nobody.
 *
 * @throws when the application does not list it afterwards
 */
export async function newCompany(
  needs: Pick<AccountNeeds, 'as' | 'newcomers' | 'make' | 'plannedCompany'>,
): Promise<{ session: Session; id: number; name: string }> {
  const name = needs.make.compania();
  const { session } = await settled(needs, 'corporativo');
  needs.plannedCompany(name, session);
  await session.submit(
    '/users/nuevo/company/',
    { company_name: name, full_name: name },
    { form: ['company_name'] },
  );
  const id = await companyId(session, name);
  if (id === undefined) throw new Error(`"${name}" is not in the list of its maker`);
  return { session, id, name };
}

/** The forms outside the proyectos area that change something and need no mailbox of their own. */
export const accountForms = [...ownAccount, ...users, ...companies];
