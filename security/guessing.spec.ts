import { takeAccessAway } from '../fixtures/accounts/administration.ts';
import { NotRun } from '../fixtures/accounts/role.ts';
import { newPassword } from '../fixtures/accounts/password.ts';
import { api, asked, tokensOf } from '../fixtures/http/api.ts';
import { errorTexts } from '../fixtures/http/html-form.ts';
import type { Session } from '../fixtures/http/session.ts';
import { expect, test } from '../fixtures/index.ts';
import { orNotRun } from '../fixtures/test/or-not-run.ts';
import { settled } from './account-forms.ts';
import { filled } from './forged-post.ts';
import { burst, mostGuesses, withoutTokens } from './guesses.ts';
import { resetLink, resetPath, setPassword } from './reset-link.ts';
import { enoughPairs, toldByTime, type Pair } from './told-by-time.ts';
import { least, toldInRounds, type Round } from './told-in-rounds.ts';

// One after the other: wrong passwords are counted for the address, whoever sends them.
test.describe.configure({ mode: 'default' });

const attack = (...items: string[]): { tag: string[] } => ({ tag: [...items, '@attack'] });

const wrongPair = 'El usuario y/o la contraseña que ha indicado no son correctos.';
const tooMany = 'Demasiados intentos fallidos: Inténtelo más tarde.';

const mend =
  'Remedy: ACCOUNT_RATE_LIMITS as django-allauth has them, and a cache that all workers share';

/** What the sign-in says to a name and a password, and its status. */
async function said(session: Session, login: string, password: string): Promise<string> {
  const csrfmiddlewaretoken = await session.token();
  const { status, body } = await session.request('/accounts/login/', {
    fields: { csrfmiddlewaretoken, login, password },
  });
  return `${status} ${errorTexts(body).join(' ')}`.trim();
}

const wrong = 'No-Es-Esta-7';

/** Milliseconds that the API takes to refuse a wrong password. */
async function timeOfRefusal(session: Session, email: string): Promise<number> {
  const { status, durationMs } = await asked(session, 'api-token-auth', undefined, {
    email,
    password: wrong,
  });
  if (status === 429) throw new NotRun(`A throttle comes before ${enoughPairs} guesses.`);
  expect(status).toBe(401);
  return durationMs;
}

test(
  'other spellings of a name do not give more guesses at its password',
  attack('@AT-02', '@IN-05'),
  async ({ as, newcomers }) => {
    const { session, user } = await settled({ as, newcomers });
    const { username, password } = user;
    const guesser = await as('anonymous');
    const spellings = [
      username,
      username.toUpperCase(),
      ` ${username}`,
      `${username}  `,
      username.replace(/^./, (letter) => letter.toUpperCase()),
    ];
    for (const spelling of spellings) {
      expect(await said(guesser, spelling, wrong)).toBe(`200 ${wrongPair}`);
    }
    expect(
      await said(guesser, username, password),
      `The sixth try in five minutes at "${username}" and its spellings. ${mend}`,
    ).toBe(`200 ${tooMany}`);
    // Whoever is in is not thrown out by it.
    await session.get('/proyectos/');
  },
);

test(
  'a name that nobody has is locked as others are',
  attack('@AT-02', '@IN-05'),
  async ({ as, make }) => {
    const { usuario } = make.persona();
    const guesser = await as('anonymous');
    for (let guess = 1; guess <= 5; guess += 1) {
      expect(await said(guesser, usuario, wrong)).toBe(`200 ${wrongPair}`);
    }
    expect(await said(guesser, usuario, wrong), `The lock tells who has an account. ${mend}`).toBe(
      `200 ${tooMany}`,
    );
  },
);

test(
  'a locked-out owner sets a new password by mail and is in at once',
  attack('@AT-02', '@AT-17', '@IN-05'),
  async ({ as, newcomers, mailbox }) => {
    const { email, password } = await newcomers.settle();
    const guesser = await as('anonymous');
    for (let guess = 1; guess <= 5; guess += 1) {
      expect(await said(guesser, email, wrong)).toBe(`200 ${wrongPair}`);
    }
    expect(await said(guesser, email, password)).toBe(`200 ${tooMany}`);

    const owner = await as('anonymous');
    const fresh = newPassword();
    await setPassword(owner, await resetLink(owner, mailbox, email), fresh);
    expect(
      await said(owner, email, fresh),
      'Anybody shuts anybody out for as long as they like. Remedy: a reset by mail ends the lock, as django-allauth has it',
    ).toBe('302');
    await owner.get('/proyectos/');
  },
);

test(
  'the sign-in tells nobody apart whose password is wrong',
  attack('@AT-02'),
  async ({ as, construbot, make, newcomers, staff }) => {
    const [active, inactive] = [await newcomers.settle(), await newcomers.settle()];
    const unconfirmed = await newcomers.create();
    await takeAccessAway(staff, await construbot.usuarios.idOf(inactive.email));
    const path = '/accounts/login/';
    const seen = async (login: string): Promise<unknown> => {
      const visitor = await as('anonymous');
      const fields = filled(await visitor.form(path, ['login']), { login, password: wrong });
      const { status, location, body } = await visitor.request(path, { fields });
      const cookies = (await visitor.storageState()).cookies.map(({ name }) => name);
      return { status, location, page: withoutTokens(body), cookies };
    };
    const unknown = await seen(make.persona().usuario);
    const remedy =
      'Whoever asks learns who has an account. Remedy: one answer for all, whatever is wrong';
    expect(await seen(active.username), `a wrong password of somebody. ${remedy}`).toEqual(unknown);
    expect(await seen(inactive.username), `of somebody inactive. ${remedy}`).toEqual(unknown);
    expect(await seen(unconfirmed.username), `of somebody unconfirmed. ${remedy}`).toEqual(unknown);
    await (await as('anonymous')).signIn(active);
  },
);

test(
  'the API tells nobody apart who gets no token',
  attack('@AT-07'),
  async ({ as, construbot, make, newcomers, staff }) => {
    const [active, inactive] = [await newcomers.create(), await newcomers.create()];
    await takeAccessAway(staff, await construbot.usuarios.idOf(inactive.email));
    const visitor = await as('anonymous');
    const seen = async (email: string, password: string): Promise<unknown> => {
      const { status, body } = await asked(visitor, 'api-token-auth', undefined, {
        email,
        password,
      });
      return { status, body };
    };
    const unknown = await seen(`${make.persona().usuario}@construbot.test`, wrong);
    const remedy = 'Remedy: the views of djangorestframework-simplejwt as they are';
    expect(await seen(active.email, wrong), `a wrong password. ${remedy}`).toEqual(unknown);
    expect(await seen(inactive.email, wrong), `of somebody inactive. ${remedy}`).toEqual(unknown);
    expect(
      await seen(inactive.email, inactive.password),
      `of somebody inactive, who has it. ${remedy}`,
    ).toEqual(unknown);
    await tokensOf(visitor, active);
  },
);

test(
  'the API takes no longer to refuse who is there than who is not',
  attack('@AT-07'),
  async ({ as, make, newcomers }, testInfo) => {
    // A good hash takes a tenth of a second, and a busy server several.
    test.setTimeout(180_000);
    const user = await newcomers.create();
    const visitor = await as('anonymous');
    const nobody = `${make.persona().usuario}@construbot.test`;
    const refusedIn = (email: string): Promise<number> =>
      orNotRun(testInfo, timeOfRefusal(visitor, email));
    await tokensOf(visitor, user);
    const pairs: Pair[] = [];
    while (pairs.length < enoughPairs) {
      // Who comes first changes, so that what follows on something else favours neither.
      const first = await refusedIn(pairs.length % 2 === 0 ? user.email : nobody);
      const second = await refusedIn(pairs.length % 2 === 0 ? nobody : user.email);
      pairs.push(
        pairs.length % 2 === 0
          ? { somebody: first, nobody: second }
          : { somebody: second, nobody: first },
      );
    }
    expect(
      toldByTime(pairs),
      'milliseconds more, in the middle, to refuse a wrong password of somebody than of nobody: whoever asks learns who has an account. Remedy: work out a password for unknown names too, as the ModelBackend of Django does',
    ).toBeUndefined();
  },
);

/** Asks in turn, each first as often, so that what the machine does meanwhile or before meets both alike. */
async function inTurn(
  times: number,
  ask: (about: 'somebody' | 'nobody') => Promise<number>,
): Promise<Round> {
  const round = { somebody: [] as number[], nobody: [] as number[] };
  for (let time = 0; time < times; time += 1) {
    const both = ['somebody', 'nobody'] as const;
    for (const about of time % 2 === 0 ? both : both.toReversed()) {
      round[about].push(await ask(about));
    }
  }
  return round;
}

test(
  'the sign-in takes no longer to refuse who is there than who is not',
  attack('@AT-02'),
  async ({ as, make, newcomers, pace }) => {
    // Construbot takes ten wrong passwords a minute, and five of a name in five.
    test.setTimeout(420_000);
    const path = '/accounts/login/';
    const told = await toldInRounds(async () => {
      await pace.turn();
      const names = {
        somebody: (await newcomers.create()).username,
        nobody: make.persona().usuario,
      };
      const guesser = await as('anonymous');
      const form = await guesser.form(path, ['login', 'password']);
      return inTurn(least, async (about) => {
        const fields = filled(form, { login: names[about], password: wrong });
        const { status, body, durationMs } = await guesser.request(path, { fields });
        expect(`${status} ${errorTexts(body).join(' ')}`).toBe(`200 ${wrongPair}`);
        return durationMs;
      });
    });
    expect(
      told,
      'milliseconds more, in the middle, to refuse a wrong password of somebody than of nobody: whoever asks learns who has an account. Remedy: work out a password for unknown names too, as django-allauth and the ModelBackend of Django do',
    ).toBeUndefined();
  },
);

test(
  'who asks for a new password is answered as soon whether there is an account or not',
  attack('@AT-17'),
  async ({ as, make, mailbox, newcomers, pace }) => {
    // Construbot takes twenty a minute, and five of an address.
    test.setTimeout(420_000);
    const told = await toldInRounds(async () => {
      await pace.turn();
      const addresses = {
        somebody: (await newcomers.create()).email,
        nobody: mailbox.addressFor(make.persona().usuario),
      };
      const visitor = await as('anonymous');
      const form = await visitor.form(resetPath, ['email']);
      return inTurn(least, async (about) => {
        const fields = filled(form, { email: addresses[about] });
        const { status, location, durationMs } = await visitor.request(resetPath, { fields });
        expect({ status, location }).toEqual({
          status: 302,
          location: '/accounts/password/reset/done/',
        });
        return durationMs;
      });
    });
    expect(
      told,
      'milliseconds more, in the middle, to answer who has an account than who has none: whoever asks learns it. Remedy: send the mail after the answer (django-celery-email), or one to unknown addresses as well (ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS)',
    ).toBeUndefined();
  },
);

test(
  'a burst of wrong passwords at the API is slowed or refused',
  attack('@AT-07', '@IN-05'),
  async ({ as, newcomers }) => {
    // A hundred good hashes, on a busy server.
    test.setTimeout(180_000);
    const user = await newcomers.create();
    const visitor = await as('anonymous');
    await tokensOf(visitor, user);
    const { taken, last } = await burst((password) =>
      visitor.request(api('api-token-auth'), { json: { email: user.email, password } }),
    );
    expect(last.status, 'no answer is an error').toBeLessThan(500);
    expect(
      taken,
      `guesses at one account in a row at POST ${api('api-token-auth')} (ASVS 2.2.1: a hundred an hour). Remedy: a throttle by address and by account on the view (DEFAULT_THROTTLE_RATES), with a cache that all workers share`,
    ).toBeLessThanOrEqual(mostGuesses);
  },
);

test(
  'a burst of wrong passwords at the administration is slowed or refused',
  attack('@AT-02', '@IN-05'),
  async ({ as, construbot, newcomers, staff }) => {
    // A hundred good hashes, on a busy server.
    test.setTimeout(180_000);
    const user = await newcomers.create();
    const id = await construbot.usuarios.idOf(user.email);
    const change = `/admin/users/user/${id}/change/`;
    await staff.submit(change, { is_staff: 'on' }, { form: ['is_staff'] });
    const path = '/admin/login/';
    const { username, password: right } = user;
    const control = await as('anonymous');
    await control.submit(path, { username, password: right }, { form: ['username'] });
    await control.get('/admin/');

    const guesser = await as('anonymous');
    const form = await guesser.form(path, ['username', 'password']);
    const { taken, last } = await burst((password) =>
      guesser.request(path, { fields: filled(form, { username, password }) }),
    );
    await staff.submit(change, { is_staff: null, is_active: null }, { form: ['is_staff'] });
    expect(last.status, 'no answer is an error').toBeLessThan(500);
    expect(
      taken,
      `guesses at one account in a row at POST ${path} (ASVS 2.2.1: a hundred an hour). Remedy: sign in to the administration through django-allauth (secure_admin_login), which counts them, or django-axes`,
    ).toBeLessThanOrEqual(mostGuesses);
  },
);
