import { arrangeEjemplo } from '../../fixtures/construbot/ejemplo.ts';
import type { Construbot } from '../../fixtures/construbot/index.ts';
import type { Factories } from '../../fixtures/factories/index.ts';
import { jpeg } from '../../fixtures/files/index.ts';

/** What the key pages show: ids of a contract and of its estimate. */
export interface Shown {
  readonly contrato: number;
  readonly estimacion: number;
}

/** A page that everybody opens every day. */
export interface KeyPage {
  readonly name: string;
  readonly role: 'anonymous' | 'director';
  readonly path: (shown: Shown) => string;
}

/** The way of a director from the door to the printer. */
export const keyPages: readonly KeyPage[] = [
  { name: 'login page', role: 'anonymous', path: () => '/accounts/login/' },
  { name: 'dashboard', role: 'director', path: () => '/proyectos/' },
  { name: 'list of contracts', role: 'director', path: () => '/proyectos/listado/contratos/' },
  {
    name: 'page of a contract',
    role: 'director',
    path: ({ contrato }) => `/proyectos/contrato/detalle/${contrato}/`,
  },
  {
    name: 'page of an estimate',
    role: 'director',
    path: ({ estimacion }) => `/proyectos/estimacion/detalle/${estimacion}/`,
  },
  {
    name: 'print page of an estimate',
    role: 'director',
    path: ({ estimacion }) => `/proyectos/estimacion/pdf/${estimacion}/`,
  },
];

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
