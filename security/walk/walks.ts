import type { Member } from '../../fixtures/accounts/role.ts';
import type { Construbot } from '../../fixtures/construbot/index.ts';
import { arrangeObra } from '../../fixtures/construbot/obra.ts';
import type { Factories } from '../../fixtures/factories/index.ts';
import { jpeg, pdf } from '../../fixtures/files/index.ts';
import { test } from '../../fixtures/index.ts';
import type { Acting } from '../../fixtures/test/acting.ts';
import type { As } from '../../fixtures/test/as.ts';
import { orNotRun } from '../../fixtures/test/or-not-run.ts';
import type { PersonOf } from '../../fixtures/test/person.ts';
import { crawl, type Walk } from './crawl.ts';

interface StrangersNeeds {
  readonly as: As;
  readonly acting: Acting;
}

interface MembersNeeds extends StrangersNeeds {
  readonly construbot: Construbot;
  readonly make: Factories;
  readonly personOf: PersonOf;
}

const walks = new Map<string, Promise<Walk>>();

/** Begins where no link leads too: the error pages, the administration, the API. */
const starts = [
  '/',
  '/proyectos/',
  '/accounts/signup/',
  '/admin/',
  '/api/v1/customer/list/',
  '/not-there/',
];

/**
 * The walk of somebody who has not signed in.
 *
 * @throws Error when it did not come to the login page, as it would prove nothing; see {@link crawl}
 */
export function walkOfStranger({ as, acting }: StrangersNeeds): Promise<Walk> {
  return once('a stranger', acting, async (who) =>
    cameTo('/accounts/login/', await crawl(await as('anonymous'), who, starts)),
  );
}

/**
 * The walk of somebody signed in, over a contract with all that belongs to one.
 *
 * @throws FormRefused when the application refuses what is arranged, Error when the walk did not come
 *   to the dashboard; see {@link crawl}
 */
export function walkOf(
  role: Member,
  { as, acting, construbot, make, personOf }: MembersNeeds,
): Promise<Walk> {
  return once(role, acting, async (who) => {
    const { email } = await personOf(role);
    await arrangeSights(construbot, make, await construbot.usuarios.idOf(email));
    return cameTo('/proyectos/', await crawl(await as(role), who, starts));
  });
}

function cameTo(path: string, walk: Walk): Walk {
  if (walk.seen.some(({ address, status }) => address.pathname === path && status === 200)) {
    return walk;
  }
  const seen = walk.seen.map(({ address, status }) => `${address.pathname} ${status}`);
  throw new Error(`The walk as ${walk.who} did not come to ${path}: ${seen.join(', ')}`);
}

/**
 * All checks of a worker share a walk. On the stand-in each check goes for itself: which faults it
 * comes past has to be known of each.
 */
async function once(
  who: string,
  { headers }: Acting,
  go: (who: string) => Promise<Walk>,
): Promise<Walk> {
  const key = JSON.stringify([who, headers]);
  const walk = walks.get(key) ?? go(who);
  walks.set(key, walk);
  try {
    return await orNotRun(test.info(), walk);
  } catch (error) {
    // Another check may have better luck.
    walks.delete(key);
    throw error;
  }
}

/** Something of every kind to come by; its name only talks about what findings are made of. */
async function arrangeSights(
  construbot: Construbot,
  make: Factories,
  userId: number,
): Promise<void> {
  const talk = `Trata de DEBUG = True, You're seeing this error, Traceback (most recent call last), Exception Type: y <!-- TODO: password: x -->, ${make.unico()}`;
  const { contrato } = await arrangeObra(
    construbot,
    make,
    { nombre: talk },
    { pdf: await pdf(), userIds: [userId] },
  );
  await construbot.conceptos.add(contrato.id, [make.concepto({ codigo: 'E1' })]);
  await construbot.retenciones.add(contrato.id, [make.retencion()]);
  const imagenes = [await jpeg({ width: 60, height: 40 })];
  await construbot.estimaciones.create(
    contrato.id,
    make.estimacion({ avances: { E1: { cantidad: '1', imagenes } } }),
  );
}
