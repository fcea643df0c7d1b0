import type { Construbot } from '../fixtures/construbot/index.ts';
import type { Credentials } from '../fixtures/env.ts';
import type { Factories } from '../fixtures/factories/index.ts';
import type { Newcomers } from '../fixtures/test/newcomers.ts';
import { canary, longCanary, shortCanary } from './canary.ts';

/** Where the objects are whose every text carries a canary. */
export interface HostileObra {
  readonly cliente: number;
  readonly sitio: number;
  readonly destinatario: number;
  readonly contrato: number;
  readonly estimacion: number;
}

/** What arranging them takes. */
export interface HostileNeeds {
  readonly construbot: Construbot;
  readonly make: Factories;
  readonly newcomers: Newcomers;
}

/** Makes a director whose every text would run as script if a page printed it unescaped. */
export const createHostileUser = (newcomers: Newcomers): Promise<Credentials> =>
  newcomers.create('director', {
    nombres: canary('first name of a user'),
    apellidos: canary('last name of a user'),
    puesto: canary('position of a user'),
  });

/**
 * Arranges works whose every text would run as script if a page printed it unescaped: who works on
 * them, a contract with its parties, catalogue and retentions, an estimate, and a subcontract with
 * an estimate in the same period.
 *
 * @throws FormRefused when the application refuses one of the texts
 */
export async function arrangeHostileObra({
  construbot,
  make,
  newcomers,
}: HostileNeeds): Promise<HostileObra> {
  const unico = (): string => ` ${make.unico()}`;
  const { email } = await createHostileUser(newcomers);
  const concepto = make.concepto({
    texto: longCanary('text of a concept') + unico(),
    unidad: make.unidad(shortCanary('unit of a concept')),
  });
  const cliente = await construbot.contrapartes.create(
    make.contraparte({ nombre: canary('name of a client') + unico() }),
  );
  const sitio = await construbot.sitios.create(
    make.sitio({
      nombre: canary('name of a site') + unico(),
      ubicacion: canary('place of a site'),
    }),
    cliente.id,
  );
  const destinatario = await construbot.destinatarios.create(
    make.destinatario({
      nombre: canary('name of a contact') + unico(),
      puesto: shortCanary('position of a contact'),
    }),
    cliente.id,
  );
  const contrato = await construbot.contratos.create(
    make.contrato({
      codigo: shortCanary('code of a contract'),
      nombre: longCanary('name of a contract') + unico(),
      nombreCorto: canary('short name of a contract') + unico(),
    }),
    { contraparteId: cliente.id, sitioId: sitio.id },
  );
  await construbot.conceptos.add(contrato.id, [concepto]);
  await construbot.retenciones.add(contrato.id, [
    make.retencion({ nombre: canary('name of a retention') + unico() }),
  ]);
  const avances = {
    [concepto.codigo]: {
      cantidad: '2',
      observaciones: longCanary('observations'),
      vertices: [make.vertice({ nombre: shortCanary('name of a measurement') })],
    },
  };
  const estimacion = await construbot.estimaciones.create(
    contrato.id,
    make.estimacion({ avances }),
    {
      supervisorId: await construbot.usuarios.idOf(email),
      autorizanIds: [destinatario.id],
      autorizanGeneradorIds: [destinatario.id],
    },
  );
  await arrangeSubcontrato(construbot, make, contrato.id, estimacion);
  return {
    cliente: cliente.id,
    sitio: sitio.id,
    destinatario: destinatario.id,
    contrato: contrato.id,
    estimacion: estimacion.id,
  };
}

async function arrangeSubcontrato(
  construbot: Construbot,
  make: Factories,
  parent: number,
  period: { readonly inicio: string; readonly fin: string },
): Promise<void> {
  const worker = await construbot.contrapartes.create(make.contraparte({ tipo: 'SUBCONTRATISTA' }));
  const sub = await construbot.contratos.createSubcontrato(
    parent,
    make.contrato({
      nombreCorto: `${canary('short name of a subcontract')} ${make.unico()}`,
    }),
    { contraparteId: worker.id },
  );
  const concepto = make.concepto();
  await construbot.conceptos.add(sub.id, [concepto]);
  const { inicio, fin } = period;
  const avances = { [concepto.codigo]: { cantidad: '1' } };
  await construbot.estimaciones.create(sub.id, make.estimacion({ inicio, fin, avances }));
}
