import { arrangeObra } from '../fixtures/construbot/obra.ts';
import type { Exchange } from '../fixtures/http/exchange.ts';
import { json } from '../fixtures/http/exchange.ts';
import type { Session } from '../fixtures/http/session.ts';
import { expect, test } from '../fixtures/index.ts';
import { brokenBy, databaseWords } from './broken-by.ts';
import { sleptOnDemand, type Round } from './slept-on-demand.ts';
import { addresses, doors, refusedForms, searches, signInPage, type Point } from './sql-points.ts';

const attack = { tag: ['@ST-03', '@attack'] };

const mend = 'text goes to the database as a parameter: no raw(), extra() or cursor with f-strings';

// Whatever quotes the text, one of these ends it and leaves the rest as no sentence of SQL.
const breaking = [`x'"\\')--`];

test('quotes and backslashes break no search', attack, async ({ as, construbot, make }) => {
  const { contrato, cliente } = await arrangeObra(construbot, make);
  const points = searches(contrato.id, cliente.id);
  const session = await as('director');
  for (const { what, send } of points) {
    expect((await send(session, 'obra')).status, what).toBe(200);
  }
  expect(await brokenBy(session, points, breaking), mend).toEqual([]);
});

test('quotes and backslashes in addresses break nothing', attack, async ({ as }) => {
  const session = await as('director');
  expect((await session.get('/proyectos/listado/clientes/?page=1')).body).not.toMatch(
    databaseWords,
  );
  expect(await brokenBy(session, addresses, breaking), mend).toEqual([]);
});

test('quotes and backslashes in forms break nothing', attack, async ({ as, construbot, make }) => {
  const { id } = await construbot.contrapartes.create(make.contraparte());
  const session = await as('director');
  expect(await brokenBy(session, refusedForms(id), breaking), mend).toEqual([]);
});

test('quotes and backslashes at the doors break nothing', attack, async ({ as }) => {
  expect(await brokenBy(await as('anonymous'), doors, breaking), mend).toEqual([]);
});

for (const { what, condition } of [
  { what: 'a quoted condition', condition: "' OR '1'='1' -- " },
  { what: 'a bare condition', condition: "x' OR 1=1 -- " },
]) {
  test(
    `nobody gets in with ${what} in place of a name, but its owner does with the name`,
    { tag: ['@ST-03', '@AT-02', '@attack'] },
    async ({ as, personOf }) => {
      const stranger = await as('anonymous');
      const token = { email: condition, password: condition };
      const refused = await stranger.request('/api/v1/api-token-auth/', { json: token });
      expect(refused.body, mend).not.toContain('"access"');
      expect((await signInPage.send(stranger, condition)).status, mend).toBe(200);
      expect((await stranger.request('/proyectos/')).status, mend).toBe(302);
      const owner = await as('anonymous');
      await owner.signIn(await personOf('auxiliar'));
      expect((await owner.request('/proyectos/')).status).toBe(200);
    },
  );
}

const conditions = [
  { so: "%' AND 1=1 -- ", not: "%' AND 1=2 -- " },
  { so: "' AND '1%'='1", not: "' AND '1%'='2" },
  { so: "') AND 1=1 -- ", not: "') AND 1=2 -- " },
  { so: "' OR 1=1 -- ", not: "' OR 1=2 -- " },
];

test(
  'a search finds the same whether the condition behind its text holds or not',
  attack,
  async ({ as, construbot, make }) => {
    const { contrato, cliente, sitio } = await arrangeObra(construbot, make);
    const session = await as('director');
    const points = searches(contrato.id, cliente.id);
    const [ofClients, , ofSites] = points;
    expect(found(await ofClients?.send(session, cliente.nombre))).toEqual([cliente.nombre]);
    expect(found(await ofSites?.send(session, sitio.nombre))).toEqual([sitio.nombre]);
    for (const { what, send } of points) {
      for (const { so, not } of conditions) {
        const { held, failed } = await bothFind(
          (text) => send(session, cliente.nombre + text),
          so,
          not,
        );
        expect.soft(held, `${what} with ${so} and ${not}: ${mend}`).toEqual(failed);
      }
    }
  },
);

/**
 * What is found with a condition that holds and with one that does not. Nothing has their words in
 * its name: where the first finds nothing, the second is not asked.
 */
async function bothFind(
  search: (text: string) => Promise<Exchange>,
  so: string,
  not: string,
): Promise<{ held: string[] | undefined; failed: string[] | undefined }> {
  const held = found(await search(so));
  return { held, failed: held?.length === 0 ? held : found(await search(not)) };
}

/** What was found, without the offer to create what was not. */
function found(answer: Exchange | undefined): string[] | undefined {
  if (answer?.status !== 200) return undefined;
  return (json(answer) as { results: { text: string; create_id?: boolean }[] }).results
    .filter(({ create_id }) => create_id !== true)
    .map(({ text }) => text);
}

const sleeping = [
  (seconds: number) => `x'||(select pg_sleep(${seconds}))||'`,
  (seconds: number) => `x%' AND 1=(SELECT 1 FROM pg_sleep(${seconds})) -- `,
  (seconds: number) => `1;SELECT pg_sleep(${seconds})--`,
];

const askedMs = 2000;

/** Four rounds, in turn with the delay first and last, so that what grows slower shows. */
async function rounds(time: (seconds: number) => Promise<number>): Promise<Round[]> {
  const all: Round[] = [];
  for (const delayFirst of [false, true, false, true]) {
    const early = await time(delayFirst ? askedMs / 1000 : 0);
    const late = await time(delayFirst ? 0 : askedMs / 1000);
    all.push(delayFirst ? { delayed: early, without: late } : { without: early, delayed: late });
  }
  return all;
}

/** The texts that had the database sleep. What answers sooner than asked has not slept: one request tells. */
async function sleepers(session: Session, { what, send }: Point): Promise<string[]> {
  const slept: string[] = [];
  for (const text of sleeping) {
    const time = async (seconds: number): Promise<number> =>
      (await send(session, text(seconds))).durationMs;
    const isSuspect = (await time(askedMs / 1000)) >= 0.8 * askedMs;
    if (isSuspect && sleptOnDemand(await rounds(time), askedMs)) {
      slept.push(`${what} with ${text(askedMs / 1000)}`);
    }
  }
  return slept;
}

test(
  'no search, address or form has the database sleep when it is told to',
  attack,
  async ({ as, construbot, make }) => {
    const { contrato, cliente } = await arrangeObra(construbot, make);
    const session = await as('director');
    const points = [
      ...searches(contrato.id, cliente.id),
      ...addresses,
      ...refusedForms(cliente.id),
    ];
    for (const point of points) {
      expect.soft(await sleepers(session, point), mend).toEqual([]);
    }
  },
);
