import { isDeepStrictEqual } from 'node:util';
import { changePath, currentCompany } from '../fixtures/accounts/companies.ts';
import { newPassword } from '../fixtures/accounts/password.ts';
import { signInConfirmed } from '../fixtures/accounts/users.ts';
import { env } from '../fixtures/env.ts';
import type { Session } from '../fixtures/http/session.ts';
import { expect, test } from '../fixtures/index.ts';
import { linksIn } from '../fixtures/mailbox/mailbox.ts';
import type { Raw } from '../fixtures/test/raw.ts';
import { accountForms, newCompany, tokenStatus, type AccountForm } from './account-forms.ts';
import { allWays, filled, forge, refusedIn, tellingWays, type WayName } from './forged-post.ts';
import { openResetLink, resetLink, resetPath, resetSubject } from './reset-link.ts';

// Wide: the page's own post is the control, so whatever is wrong with a form is in its way.
const attack = { tag: ['@SC-07', '@attack', '@wide'] };

const remedy =
  'Remedy: CsrfViewMiddleware is in MIDDLEWARE, no view is csrf_exempt, CSRF_TRUSTED_ORIGINS names nobody else';

/** What comes of a form that others and its own page send. */
interface Outcome {
  readonly forged: Readonly<Record<string, string>>;
  readonly changedByOthers: boolean;
  /** Whether the page's own post is answered as one that was taken. */
  readonly taken: boolean;
  readonly changedByItsPage: boolean;
}

const onlyItsPage = (ways: readonly WayName[]): Outcome => ({
  forged: refusedIn(ways),
  changedByOthers: false,
  taken: true,
  changedByItsPage: true,
});

/** Sends a form in every forged way, and then as its page does. */
async function outcomeOf(
  raw: Raw,
  stranger: Session,
  { session, path, page = path, form: names, fill, look, taken = 302 }: AccountForm,
  ways: readonly WayName[] = allWays,
): Promise<Outcome> {
  const fields = fill(await session.form(page, names));
  const before = await look();
  const forged = await forge(raw, session, stranger, { path, fields }, ways);
  const between = await look();
  const { status } = await session.request(path, { fields });
  const after = await look();
  return {
    forged,
    changedByOthers: !isDeepStrictEqual(before, between),
    taken: status === taken,
    changedByItsPage: !isDeepStrictEqual(between, after),
  };
}

for (const { what, arrange } of accountForms) {
  test(
    `another site cannot send ${what}`,
    attack,
    async ({ as, raw, newcomers, make, planned, plannedCompany, workspace }) => {
      const keeper = await workspace.sessionOf(await workspace.arranger());
      const needs = { as, newcomers, make, planned, plannedCompany, workspace, keeper };
      const form = await arrange(needs);
      const outcome = await outcomeOf(raw, await as('anonymous'), form, tellingWays);
      expect(outcome, remedy).toEqual(onlyItsPage(tellingWays));
    },
  );
}

test(
  'another site cannot send a sign-in to the administration',
  attack,
  async ({ as, raw, staff }) => {
    // Without staff the check is not run.
    await staff.get('/admin/');
    const { username, password } = env().staff ?? { username: '', password: '' };
    const session = await as('anonymous');
    const outcome = await outcomeOf(raw, await as('anonymous'), {
      session,
      path: '/admin/login/',
      form: ['username', 'password'],
      fill: (form) => filled(form, { username, password }),
      look: async () => (await session.request('/admin/')).status,
    });
    expect(outcome, remedy).toEqual(onlyItsPage(allWays));
  },
);

test('another site cannot send a sign-up', attack, async ({ as, raw, visitor, workspace }) => {
  const { email, username, password, company } = visitor;
  visitor.plan();
  const outcome = await outcomeOf(raw, await as('anonymous'), {
    session: await as('anonymous'),
    path: '/accounts/signup/',
    form: ['email', 'password1', 'company'],
    fill: (form) =>
      filled(form, { email, username, password1: password, password2: password, company }),
    look: () => tokenStatus(workspace, visitor),
  });
  expect(outcome, remedy).toEqual(onlyItsPage(allWays));
});

test(
  'another site cannot send the confirmation of an address',
  attack,
  async ({ as, raw, newcomers, mailbox, workspace }) => {
    const user = await newcomers.create();
    const session = await as('anonymous');
    await session.signIn(user);
    const [link] = linksIn(await mailbox.waitFor({ to: user.email }), '/accounts/confirm-email/');
    const outcome = await outcomeOf(raw, await as('anonymous'), {
      session,
      path: link?.pathname ?? '',
      fill: filled,
      // Whoever has not confirmed is sent to be told so.
      look: () => workspace.session().signIn(user),
    });
    expect(outcome, remedy).toEqual(onlyItsPage(allWays));
  },
);

test(
  'another site cannot send the new password of a reset',
  attack,
  async ({ as, raw, newcomers, mailbox, workspace }) => {
    const user = await newcomers.settle();
    const session = await as('anonymous');
    const path = await openResetLink(session, await resetLink(session, mailbox, user.email));
    const password = newPassword();
    const outcome = await outcomeOf(raw, await as('anonymous'), {
      session,
      path,
      form: ['password1', 'password2'],
      fill: (form) => filled(form, { password1: password, password2: password }),
      look: () => tokenStatus(workspace, user),
    });
    expect(outcome, remedy).toEqual(onlyItsPage(allWays));
  },
);

test(
  'another site cannot ask for a new password - no mail is sent',
  attack,
  async ({ as, raw, newcomers, mailbox }) => {
    const { email } = await newcomers.create();
    const session = await as('anonymous');
    const path = resetPath;
    const fields = filled(await session.form(path, ['email']), { email });
    const answers = await forge(raw, session, await as('anonymous'), { path, fields }, allWays);
    expect(answers, `POST ${path}: each way is refused. ${remedy}`).toEqual(refusedIn(allWays));
    expect((await session.request(path, { fields })).status).toBe(302);
    await mailbox.waitFor({ to: email, subject: resetSubject });
    expect(await mailbox.arrived(email), 'only the page’s own post sends a mail').toHaveLength(1);
  },
);

test(
  'another site cannot end the tutorial of a new user',
  attack,
  async ({ as, raw, construbot, newcomers, mailbox }) => {
    const user = await newcomers.create();
    const id = await construbot.usuarios.idOf(user.email);
    const session = await as('anonymous');
    await signInConfirmed(session, user, mailbox);
    const outcome = await outcomeOf(raw, await as('anonymous'), {
      session,
      path: `/users/remove-is-new/${id}/`,
      page: '/accounts/logout/',
      fill: filled,
      look: async () => (await session.get('/proyectos/')).body.includes('id="tutorialModal"'),
      taken: 200,
    });
    expect(outcome, remedy).toEqual(onlyItsPage(allWays));
  },
);

test(
  'a link of another site does not take a corporativo into another company',
  attack,
  async ({ as, raw, newcomers, make, plannedCompany }) => {
    const { session, name } = await newCompany({ as, newcomers, make, plannedCompany });
    const before = await currentCompany(session);
    expect(before).not.toBe(name);
    const { status } = await raw(changePath(name), {
      signedIn: await session.storageState(),
      headers: {
        referer: 'https://otro.example/',
        'sec-fetch-site': 'cross-site',
        'sec-fetch-mode': 'navigate',
      },
    });
    const said = `GET ${changePath(name)} from https://otro.example. Remedy: switch by POST with a token, or refuse what Sec-Fetch-Site says is cross-site`;
    expect.soft(status, said).toBe(403);
    expect(await currentCompany(session), said).toBe(before);
    await session.get(changePath(name));
    expect(await currentCompany(session), 'the page itself may switch').toBe(name);
  },
);

test(
  'a token from before the sign-in is worth nothing after it',
  attack,
  async ({ as, newcomers }) => {
    const user = await newcomers.settle();
    const session = await as('anonymous');
    const old = await session.csrfToken('/accounts/login/');
    await session.signIn(user);
    const path = '/accounts/logout/';
    const answer = await session.request(path, { fields: { csrfmiddlewaretoken: old } });
    expect(
      answer.status,
      'A token that somebody planted before the sign-in signs out after it. Remedy: sign in with django.contrib.auth.login(), which calls rotate_token()',
    ).toBe(403);
    await session.get('/proyectos/');
    const own = await session.csrfToken(path);
    expect((await session.request(path, { fields: { csrfmiddlewaretoken: own } })).status).toBe(
      302,
    );
    expect((await session.request('/proyectos/')).status).toBe(302);
  },
);
