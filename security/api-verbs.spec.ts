import { api, tokensOf } from '../fixtures/http/api.ts';
import type { Session } from '../fixtures/http/session.ts';
import { expect, test } from '../fixtures/index.ts';

// Where a verb is open, it may change something.
const write = { tag: ['@AT-07', '@write'] };

const mend =
  'Give the view permission_classes, which Django REST framework asks before it looks for the verb';

const others = ['GET', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const;

/** The status that each verb gets, by its name. */
async function answersTo(
  session: Session,
  name: string,
  verbs: readonly string[],
  token?: string,
): Promise<Record<string, number>> {
  const headers: Record<string, string> =
    token === undefined ? {} : { authorization: `Bearer ${token}` };
  const result: Record<string, number> = {};
  for (const method of verbs) {
    result[method] = (await session.request(api(name), { method, headers })).status;
  }
  return result;
}

const each = (verbs: readonly string[], status: number): Record<string, number> =>
  Object.fromEntries(verbs.map((verb) => [verb, status]));

const closed = [
  'customer/list',
  'users/unique',
  'create',
  'change-usr-pwd',
  'migraciones/Cliente',
  'migraciones/Sitio',
  'migraciones/Destinatario',
  'migraciones/Contrato',
] as const;

for (const name of closed) {
  test(
    `a stranger is asked who they are by ${name}, whatever the verb`,
    write,
    async ({ as, personOf }) => {
      const visitor = await as('anonymous');
      const seen = await answersTo(visitor, name, others);
      expect(seen, `${api(name)} without a token. ${mend}`).toEqual(each(others, 401));
      const { access } = await tokensOf(visitor, await personOf('auxiliar'));
      // With a token it is no longer a matter of who asks.
      const known = await answersTo(visitor, name, others, access);
      expect(Object.values(known)).not.toContain(401);
    },
  );
}

test(
  'the list of customers is closed to the token of an auxiliar, whatever the verb',
  write,
  async ({ as, personOf }) => {
    const visitor = await as('anonymous');
    const { access } = await tokensOf(visitor, await personOf('auxiliar'));
    const seen = await answersTo(visitor, 'customer/list', others, access);
    expect(seen, `${api('customer/list')} with a token of level 1. ${mend}`).toEqual(
      each(others, 403),
    );
    // The very same token is good elsewhere.
    expect(await answersTo(visitor, 'users/unique', ['POST'], access)).not.toEqual({ POST: 403 });
  },
);

const posts = [
  { name: 'api-token-auth', good: 400 },
  { name: 'api-token-refresh', good: 400 },
  { name: 'api-token-verify', good: 400 },
  { name: 'users/unique', good: 200 },
] as const;

for (const { name, good } of posts) {
  test(
    `${name} understands POST and refuses the other verbs with 405`,
    write,
    async ({ as, personOf }) => {
      const visitor = await as('anonymous');
      const { access } = await tokensOf(visitor, await personOf('auxiliar'));
      const verbs = ['GET', 'PUT', 'PATCH', 'DELETE'];
      const said = `${api(name)} by verbs that it does not have. Name its verbs in http_method_names`;
      expect(await answersTo(visitor, name, verbs, access), said).toEqual(each(verbs, 405));
      const authorization = `Bearer ${access}`;
      const answer = await visitor.request(api(name), { json: {}, headers: { authorization } });
      expect(answer.status).toBe(good);
    },
  );
}
