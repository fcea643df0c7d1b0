import type { Person } from '../fixtures/accounts/workspace.ts';
import type { Construbot } from '../fixtures/construbot/index.ts';
import { arrangeObra } from '../fixtures/construbot/obra.ts';
import type { Factories } from '../fixtures/factories/index.ts';
import type { StorageState } from '../fixtures/http/session.ts';
import type { Newcomers } from '../fixtures/test/newcomers.ts';
import type { Work } from './office.ts';

// No common divisor with the sum of the ways' weights, so that everybody does everything.
const peopleInOffice = 5;

/**
 * Arranges what the office works on: a contract with a dozen concepts and an estimate of all of them.
 *
 * @throws FormRefused when the application refuses
 */
export async function arrangeWork(construbot: Construbot, make: Factories): Promise<Work> {
  const { contrato } = await arrangeObra(construbot, make);
  const conceptos = Array.from({ length: 12 }, () => make.concepto());
  await construbot.conceptos.add(contrato.id, conceptos);
  const estimacion = await construbot.estimaciones.create(
    contrato.id,
    make.estimacion({
      avances: Object.fromEntries(conceptos.map(({ codigo }) => [codigo, { cantidad: '2' }])),
    }),
  );
  return {
    contrato: contrato.id,
    estimacion: estimacion.id,
    contract: contrato.nombreCorto,
    concept: conceptos[0]?.codigo ?? '',
  };
}

/** Makes who works in the office and signs them in, one after the other. */
export async function staffOf(newcomers: Newcomers): Promise<Person[]> {
  const people: Person[] = [];
  while (people.length < peopleInOffice) people.push(await newcomers.settle('director'));
  return people;
}

/** The sessions of {@link staffOf}. */
export const peopleOf = async (newcomers: Newcomers): Promise<StorageState[]> =>
  (await staffOf(newcomers)).map(({ state }) => state);
