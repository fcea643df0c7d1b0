import { deleteByStaff } from '../../fixtures/accounts/administration.ts';
import { deleteUser } from '../../fixtures/accounts/delete.ts';
import { newPassword } from '../../fixtures/accounts/password.ts';
import { env } from '../../fixtures/env.ts';
import type { Exchange } from '../../fixtures/http/exchange.ts';
import { api, asked, tokensOf, type Tokens } from '../../fixtures/http/api.ts';
import { expect, test } from '../../fixtures/index.ts';

const write = (...items: string[]): { tag: string[] } => ({ tag: [...items, '@write'] });

/** What a token says about its own lifetime, in seconds. */
function lifetimeOf(token: string): number {
  const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as {
    exp: number;
    iat?: number;
  };
  return claims.exp - Math.floor(Date.now() / 1000);
}

test(
  'a user gets tokens for e-mail and password - access lasts minutes, refresh gives a new one',
  write('@AT-07'),
  async ({ as, personOf }) => {
    const visitor = await as('anonymous');
    const { access, refresh } = await tokensOf(visitor, await personOf('auxiliar'));
    expect(lifetimeOf(access)).toBeGreaterThan(0);
    expect(lifetimeOf(access)).toBeLessThanOrEqual(3600);
    expect(lifetimeOf(refresh)).toBeLessThanOrEqual(30 * 86_400);

    const renewed = await asked(visitor, 'api-token-refresh', undefined, { refresh });
    expect(renewed.status).toBe(200);
    const { access: second } = JSON.parse(renewed.body) as Tokens;
    const used = await asked(visitor, 'users/unique', second, { email: 'nadie@construbot.test' });
    expect(used).toMatchObject({ status: 200, body: '{"unique":true}' });
  },
);

test(
  'both tokens are said to be valid, anything else is not',
  write('@AT-07'),
  async ({ as, personOf }) => {
    const visitor = await as('anonymous');
    const { access, refresh } = await tokensOf(visitor, await personOf('auxiliar'));
    for (const token of [access, refresh]) {
      const answer = await asked(visitor, 'api-token-verify', undefined, { token });
      expect(answer).toMatchObject({ status: 200, body: '{}' });
    }
    for (const token of ['nada', tampered(access)]) {
      const answer = await asked(visitor, 'api-token-verify', undefined, { token });
      expect(answer.status).toBe(401);
      expect(answer.body).toContain('token_not_valid');
    }
  },
);

/** The same token, claiming to be of the user with the id 1. */
function tampered(token: string): string {
  const [head = '', body = '', signature = ''] = token.split('.');
  const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as object;
  const changed = Buffer.from(JSON.stringify({ ...claims, user_id: 1 })).toString('base64url');
  return [head, changed, signature].join('.');
}

/** The same token, saying that it needs no signature. */
function unsigned(token: string): string {
  const head = Buffer.from(JSON.stringify({ alg: 'none', typ: 'JWT' })).toString('base64url');
  return `${head}.${token.split('.')[1] ?? ''}.`;
}

const refusedLogins = [
  { who: 'a wrong password', change: { password: 'No-Es-Esta-7' } },
  { who: 'an unknown e-mail', change: { email: 'nadie-de-aqui@construbot.test' } },
] as const;

for (const { who, change } of refusedLogins) {
  test(`${who} gets no token`, write('@AT-07'), async ({ as, newcomers }) => {
    const { email, password } = await newcomers.create();
    const visitor = await as('anonymous');
    const answer = await visitor.request(api('api-token-auth'), {
      json: { email, password, ...change },
    });
    expect(answer.status).toBe(401);
    expect(answer.headers['www-authenticate']).toBe('Bearer realm="api"');
    expect(answer.body).toContain('No active account found with the given credentials');
    await tokensOf(visitor, { email, password });
  });
}

test(
  'a request for a token without fields is told which it lacks',
  { tag: ['@AT-07', '@observe'] },
  async ({ as }) => {
    const visitor = await as('anonymous');
    const answer = await visitor.request(api('api-token-auth'), { json: {} });
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.body)).toEqual({
      email: ['Este campo es requerido.'],
      password: ['Este campo es requerido.'],
    });
  },
);

const forgeries = [
  { what: 'with changed content', forge: tampered },
  { what: 'without a signature', forge: unsigned },
  { what: 'cut short', forge: (token: string) => token.slice(0, -5) },
] as const;

for (const { what, forge } of forgeries) {
  test(`a token ${what} opens nothing`, write('@AT-07'), async ({ as, personOf }) => {
    const visitor = await as('anonymous');
    const { access } = await tokensOf(visitor, await personOf('auxiliar'));
    const body = { email: 'nadie@construbot.test' };
    const answer = await asked(visitor, 'users/unique', forge(access), body);
    expect(answer.status).toBe(401);
    expect(answer.body).toContain('token_not_valid');
    expect(await asked(visitor, 'users/unique', access, body)).toMatchObject({ status: 200 });
  });
}

test(
  'a refresh token does not do for an access token, nor the other way round',
  write('@AT-07'),
  async ({ as, personOf }) => {
    const visitor = await as('anonymous');
    const { access, refresh } = await tokensOf(visitor, await personOf('auxiliar'));
    const body = { email: 'nadie@construbot.test' };
    expect(await asked(visitor, 'users/unique', refresh, body)).toMatchObject({ status: 401 });
    expect(await asked(visitor, 'api-token-refresh', undefined, { refresh: access })).toMatchObject(
      { status: 401 },
    );
  },
);

const closed = [
  { method: 'GET', name: 'customer/list' },
  { method: 'POST', name: 'customer/list', json: {} },
  { method: 'POST', name: 'users/unique', json: {} },
  { method: 'POST', name: 'create', json: {} },
  { method: 'POST', name: 'change-usr-pwd', json: {} },
  { method: 'POST', name: 'migraciones/Cliente', json: {} },
  { method: 'POST', name: 'migraciones/Sitio', json: {} },
  { method: 'POST', name: 'migraciones/Destinatario', json: {} },
  { method: 'POST', name: 'migraciones/Contrato', json: {} },
] as const;

for (const { name, ...sent } of closed) {
  test(
    `a stranger is asked who they are by ${sent.method} ${name}`,
    // Where the door is open, a POST may make something.
    write('@AT-07'),
    async ({ as }) => {
      const visitor = await as('anonymous');
      const answer = await visitor.request(api(name), sent);
      expect(answer.status).toBe(401);
      expect(answer.headers['www-authenticate']).toBe('Bearer realm="api"');
    },
  );
}

test(
  'the list of customers is for staff - others get 403 and strangers 401',
  write('@AT-07'),
  async ({ as, personOf, staff }) => {
    await staff.get('/proyectos/');
    const visitor = await as('anonymous');
    const { access } = await tokensOf(visitor, await personOf('corporativo'));
    const { access: ofStaff } = await tokensOf(visitor, env().staff ?? { email: '', password: '' });
    expect((await asked(visitor, 'customer/list', undefined)).status).toBe(401);
    expect((await asked(visitor, 'customer/list', access)).status).toBe(403);
    const list = await asked(visitor, 'customer/list', ofStaff);
    expect(list.status).toBe(200);
    expect(JSON.parse(list.body)).toContainEqual(
      expect.objectContaining({ customer_name: expect.anything() }),
    );
  },
);

for (const role of ['auxiliar', 'corporativo'] as const) {
  test(
    `the token of a mere ${role} does not set anybody’s password`,
    write('@AT-07'),
    async ({ as, personOf, construbot, newcomers }) => {
      const victim = await newcomers.create();
      const id_usr = await construbot.usuarios.idOf(victim.email);
      const visitor = await as('anonymous');
      const { access } = await tokensOf(visitor, await personOf(role));
      const pwd = newPassword();
      const answer = await asked(visitor, 'change-usr-pwd', access, { id_usr, pwd });
      expect.soft(answer.status).toBe(403);
      expect(await asked(visitor, 'api-token-auth', undefined, victim)).toMatchObject({
        status: 200,
      });
    },
  );
}

test(
  'staff set the password of a user by the API',
  write('@AT-07'),
  async ({ as, construbot, newcomers, staff }) => {
    await staff.get('/proyectos/');
    const { email } = await newcomers.create();
    const id_usr = await construbot.usuarios.idOf(email);
    const visitor = await as('anonymous');
    const { access } = await tokensOf(visitor, env().staff ?? { email: '', password: '' });
    const pwd = newPassword();
    const answer = await asked(visitor, 'change-usr-pwd', access, { id_usr, pwd });
    expect(answer).toMatchObject({ status: 200, body: '{"pass":true}' });
    await tokensOf(visitor, { email, password: pwd });
  },
);

/** The id of the user that an answer says was made, if it says so. */
const idsIn = ({ body }: Exchange): number[] => {
  const { id } = JSON.parse(body) as { id?: number };
  return id === undefined ? [] : [id];
};

test(
  'the token of an auxiliar makes no customer and no user',
  write('@AT-07'),
  async ({ as, personOf, make, journal, staff }) => {
    const visitor = await as('anonymous');
    const { access } = await tokensOf(visitor, await personOf('auxiliar'));
    const { usuario: name } = make.persona();
    const company = make.compania();
    const email = `${name}@construbot.test`;
    journal.planned('cliente', name, company);
    journal.planned('usuario', name, company);
    const answer = await asked(visitor, 'create', access, {
      customer: company,
      company,
      name,
      email,
      permission_level: 6,
    });

    await test.step('What was made all the same is taken away by staff', async () => {
      for (const id of idsIn(answer)) {
        await deleteByStaff(staff, id);
        journal.customerStays(name, company);
      }

      journal.removed('usuario', name, company);
    });

    expect(answer.status).toBe(403);
    journal.refused('cliente', name, company);
    const unique = await asked(visitor, 'users/unique', access, { email });
    expect(unique.body).toBe('{"unique":true}');
  },
);

test(
  'the token of an auxiliar takes in no data of an older system',
  write('@AT-07'),
  async ({ as, personOf, make, construbot, planned, workspace }) => {
    const visitor = await as('anonymous');
    const { access } = await tokensOf(visitor, await personOf('auxiliar'));
    const { nombre } = make.contraparte();
    const { name: company } = await workspace.company();
    planned('contraparte', nombre);
    const answer = await asked(visitor, 'migraciones/Cliente', access, {
      1: { company, cliente_name: nombre },
    });
    expect.soft(answer.status).toBe(403);
    expect(await construbot.borrado.find('contraparte', nombre)).toBeUndefined();
  },
);

test(
  'a token dies with its user',
  write('@AT-07'),
  async ({ as, construbot, newcomers, workspace }) => {
    const user = await newcomers.create();
    const visitor = await as('anonymous');
    const { access } = await tokensOf(visitor, user);
    const body = { email: 'nadie@construbot.test' };
    expect(await asked(visitor, 'users/unique', access, body)).toMatchObject({ status: 200 });
    const arranger = await workspace.sessionOf(await workspace.arranger());
    await deleteUser(arranger, await construbot.usuarios.idOf(user.email));
    expect(await asked(visitor, 'users/unique', access, body)).toMatchObject({ status: 401 });
  },
);
