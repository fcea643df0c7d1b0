import type { Person, Workspace } from '../fixtures/accounts/workspace.ts';
import type { Construbot } from '../fixtures/construbot/index.ts';
import { arrangeObra } from '../fixtures/construbot/obra.ts';
import type { Factories } from '../fixtures/factories/index.ts';
import type { Newcomers } from '../fixtures/test/newcomers.ts';
import type { LoadRequest } from './load-request.ts';
import { officeRequests } from './office.ts';
import { editPath, type Work, type Worker } from './ways.ts';

/** What arranging an office takes. */
export interface WorkNeeds {
  readonly workspace: Workspace;
  readonly construbot: Construbot;
  readonly make: Factories;
  readonly newcomers: Newcomers;
}

// No common divisor with the sum of the ways' weights, so that everybody does everything.
const peopleInOffice = 4;

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

/**
 * Has everybody open the form that they save: see `officeRequests`.
 *
 * @param people from {@link staffOf}
 * @throws Error when the form does not open
 */
async function atWork(
  workspace: Workspace,
  people: readonly Person[],
  work: Work,
): Promise<Worker[]> {
  const workers: Worker[] = [];
  for (const { state } of people) {
    const session = await workspace.sessionOf({ state });
    const form = await session.formOf(editPath(work));
    const saving = [...form].flatMap(([name, values]) => values.map((value) => ({ name, value })));
    workers.push({ cookies: state.cookies, saving });
  }
  return workers;
}

/**
 * Arranges what an office needs and gives its requests.
 *
 * @param origin scheme, host and port of the target
 * @param headers sent with every request
 * @throws FormRefused when the application refuses
 */
export async function arrangeOffice(
  { workspace, construbot, make, newcomers }: WorkNeeds,
  origin: string,
  headers: Readonly<Record<string, string>>,
): Promise<readonly LoadRequest[]> {
  const work = await arrangeWork(construbot, make);
  const people = await atWork(workspace, await staffOf(newcomers), work);
  return officeRequests(work, people, origin, headers);
}
