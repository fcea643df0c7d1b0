import { arrangeEjemplo, primera } from '../../fixtures/construbot/ejemplo.ts';
import type { Construbot, Created } from '../../fixtures/construbot/index.ts';
import type { ConceptoDraft, ContratoDraft } from '../../fixtures/factories/drafts.ts';
import type { Factories } from '../../fixtures/factories/index.ts';
import { expect, test } from '../../fixtures/index.ts';
import { stubPrinting } from '../pages/index.ts';

const write = (...items: string[]): { tag: string[] } => ({ tag: [...items, '@write'] });

const march = { inicio: '2026-03-01', fin: '2026-03-31' };
const february = { inicio: '2026-02-01', fin: '2026-02-28' };
const april = { inicio: '2026-04-01', fin: '2026-04-01' };

async function arrangeSub(
  construbot: Construbot,
  make: Factories,
  parentId: number,
  concepto: ConceptoDraft,
): Promise<Created<ContratoDraft>> {
  const otro = await construbot.contrapartes.create(make.contraparte({ tipo: 'SUBCONTRATISTA' }));
  const sub = await construbot.contratos.createSubcontrato(
    parentId,
    make.contrato({ anticipo: '10.00' }),
    { contraparteId: otro.id },
  );
  await construbot.conceptos.add(sub.id, [concepto]);
  return sub;
}

test(
  'the report shows what each subcontract did in the period, with exact totals',
  write('@AT-14'),
  async ({ ui, construbot, make }) => {
    const { contrato } = await arrangeEjemplo(construbot, make);
    const one = await arrangeSub(
      construbot,
      make,
      contrato.id,
      make.concepto({ codigo: 'S1', cantidad: '50.00', precio: '100.10' }),
    );
    const other = await arrangeSub(
      construbot,
      make,
      contrato.id,
      make.concepto({ codigo: 'T1', cantidad: '1000.00', precio: '33.33' }),
    );
    const s1 = (cantidad: string) => ({ avances: { S1: { cantidad } } });
    await construbot.estimaciones.create(one.id, make.estimacion({ ...february, ...s1('10') }));
    await construbot.estimaciones.create(one.id, make.estimacion({ ...march, ...s1('7.5') }));
    await construbot.estimaciones.create(one.id, make.estimacion({ ...april, ...s1('1') }));
    await construbot.estimaciones.create(
      other.id,
      make.estimacion({ ...march, avances: { T1: { cantidad: '100.1' } } }),
    );
    const { id } = await construbot.estimaciones.create(
      contrato.id,
      make.estimacion({ ...march, avances: primera }),
    );
    const { subcontractReport: report } = ui;
    await report.goto(id);
    await expect(report.heading).toHaveText(
      'Estimaciones con fecha de terminación entre 1 de Marzo de 2026 y 31 de Marzo de 2026',
    );
    await expect(report.rows).toHaveCount(2);
    await expect(report.row(one.nombreCorto).getByRole('cell')).toHaveText([
      '',
      one.nombreCorto,
      '$ 5,005.00',
      '$ 1,001.00',
      '$ 1,751.75',
      '$ 750.75',
    ]);
    await expect(report.row(other.nombreCorto).getByRole('cell')).toHaveText([
      '',
      other.nombreCorto,
      '$ 33,330.00',
      '-',
      '$ 3,336.33',
      '$ 3,336.33',
    ]);
    await expect(report.totals).toHaveText([
      '$ 38,335.00',
      '$ 1,001.00',
      '$ 5,088.08',
      '$ 4,087.08',
    ]);
  },
);

test(
  'the report of a contract without subcontracts shows no "None"',
  write('@AT-14'),
  async ({ ui, construbot, make }) => {
    const { contrato } = await arrangeEjemplo(construbot, make);
    const { id } = await construbot.estimaciones.create(
      contrato.id,
      make.estimacion({ ...march, avances: primera }),
    );
    await ui.estimacionDetail.goto(id);
    await ui.estimacionDetail.subcontractReportLink.click();
    await expect(ui.subcontractReport.heading).toContainText('1 de Marzo de 2026');
    await expect(ui.subcontractReport.rows).toHaveCount(0);
    const nothing = /^\s*(-|\$ 0\.00)\s*$/;
    await expect(ui.subcontractReport.totals).toHaveText([nothing, nothing, nothing, nothing]);
  },
);

test(
  'an estimate of a subcontract unfolds under its row with its own figures',
  write('@AT-14'),
  async ({ ui, context, construbot, make }) => {
    await stubPrinting(context);
    const { contrato } = await arrangeEjemplo(construbot, make);
    const sub = await arrangeSub(
      construbot,
      make,
      contrato.id,
      make.concepto({ codigo: 'S1', cantidad: '50.00', precio: '100.10' }),
    );
    await construbot.estimaciones.create(
      sub.id,
      make.estimacion({ ...march, avances: { S1: { cantidad: '7.5' } } }),
    );
    const { id } = await construbot.estimaciones.create(contrato.id, make.estimacion(march));
    const { subcontractReport: report } = ui;
    await report.goto(id);
    await report.unfold(sub.nombreCorto);
    await expect(report.unfolded.total).toHaveText('$ 750.75');
    await expect(report.unfolded.finalTotal).toHaveText('$ 675.68');
    await report.fold(sub.nombreCorto);
    await expect(report.unfolded.root).toHaveCount(0);
  },
);
