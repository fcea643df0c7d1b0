import type { Construbot } from '../../fixtures/construbot/index.ts';
import { arrangeObra } from '../../fixtures/construbot/obra.ts';
import type { Factories } from '../../fixtures/factories/index.ts';
import { xlsxConceptos } from '../../fixtures/files/index.ts';
import type { Session } from '../../fixtures/http/session.ts';
import type { FurtherCompany } from '../../fixtures/test/further-company.ts';
import type { Sight } from './judge-growth.ts';

/**
 * Companies with ever more contracts, and the pages that show them.
 *
 * @param needs `visitor` is the session that is measured; its user is the one who arranges
 * @param sizes contracts of each company
 * @param minutes after which no further contract is made
 * @throws FormRefused when the application refuses
 */
export async function arrangeContratos(
  needs: {
    readonly furtherCompany: FurtherCompany;
    readonly visitor: Session;
    readonly make: Factories;
  },
  sizes: readonly number[],
  minutes: number,
): Promise<Sight[]> {
  const { furtherCompany, visitor, make } = needs;
  const until = performance.now() + minutes * 60_000;
  const sights: Sight[] = [];
  for (const size of sizes) {
    const { enter, construbot } = await furtherCompany();
    const { cliente, sitio, contrato } = await arrangeObra(construbot, make);
    let rows = 1;
    for (; rows < size && performance.now() < until; rows += 1) {
      await construbot.contratos.create(make.contrato({ monto: contrato.monto }), {
        contraparteId: cliente.id,
        sitioId: sitio.id,
      });
    }
    const pages = {
      dashboard: '/proyectos/',
      'list of contracts': '/proyectos/listado/contratos/',
    };
    for (const [page, path] of Object.entries(pages)) {
      sights.push({ page, rows, enter, open: () => timeOf(visitor, path, construbot.company) });
    }
  }
  return sights;
}

/**
 * Contracts with ever more concepts and an estimate of all of them, and the pages that show them.
 *
 * @param needs see {@link arrangeContratos}
 * @param sizes concepts of each contract
 * @throws FormRefused when the application refuses
 */
export async function arrangeConceptos(
  needs: { readonly construbot: Construbot; readonly visitor: Session; readonly make: Factories },
  sizes: readonly number[],
): Promise<Sight[]> {
  const { construbot, visitor, make } = needs;
  await construbot.unidades.ensure([make.unidad()]);
  const sights: Sight[] = [];
  for (const rows of sizes) {
    const { contrato } = await arrangeObra(construbot, make);
    const conceptos = Array.from({ length: rows }, () => make.concepto());
    await construbot.conceptos.importExcel(contrato.id, await xlsxConceptos(conceptos));
    const avances = Object.fromEntries(conceptos.map(({ codigo }) => [codigo, { cantidad: '1' }]));
    const estimacion = await construbot.estimaciones.create(
      contrato.id,
      make.estimacion({ avances }),
    );
    const last = conceptos.at(-1)?.texto ?? '';
    for (const [page, path] of [
      ['page of a contract', `/proyectos/contrato/detalle/${contrato.id}/`],
      ['page of an estimate', `/proyectos/estimacion/detalle/${estimacion.id}/`],
      ['print page of an estimate', `/proyectos/estimacion/pdf/${estimacion.id}/`],
    ] as const) {
      sights.push({ page, rows, open: () => timeOf(visitor, path, last) });
    }
  }
  return sights;
}

/**
 * How long a page takes to arrive, in milliseconds.
 *
 * @param shows what only the page that is meant shows: a login page is also a 200
 * @throws when another one comes
 */
async function timeOf(visitor: Session, path: string, shows: string): Promise<number> {
  const { body, durationMs } = await visitor.get(path);
  if (!body.includes(shows)) throw new Error(`${path} does not show "${shows}"`);
  return durationMs;
}
