import { arrangeEjemplo } from '../../fixtures/construbot/ejemplo.ts';
import type { Construbot } from '../../fixtures/construbot/index.ts';
import type { Factories } from '../../fixtures/factories/index.ts';
import { jpeg } from '../../fixtures/files/index.ts';
import type { Shown } from './key-page-list.ts';

export { keyPages, type KeyPage, type Shown } from './key-page-list.ts';

/**
 * Arranges what the key pages show: a contract with three concepts and retentions, and an estimate
 * of it with measurements and photographs.
 *
 * @throws FormRefused when the application refuses
 */
export async function arrangeShown(construbot: Construbot, make: Factories): Promise<Shown> {
  const { contrato } = await arrangeEjemplo(construbot, make);
  const estimacion = await construbot.estimaciones.create(
    contrato.id,
    make.estimacion({
      avances: {
        E1: { cantidad: '18', imagenes: [await jpeg()] },
        A1: { cantidad: '4.5', vertices: [make.vertice()], imagenes: [await jpeg(), await jpeg()] },
      },
    }),
  );
  return { contrato: contrato.id, estimacion: estimacion.id };
}
