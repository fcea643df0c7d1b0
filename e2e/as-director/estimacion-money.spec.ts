import { arrangeCatalogo } from '../../fixtures/construbot/catalogo.ts';
import { arrangeEjemplo, primera } from '../../fixtures/construbot/ejemplo.ts';
import { conceptTexts, totalTexts } from '../../fixtures/estimate-texts.ts';
import { expect, test } from '../../fixtures/index.ts';
import { estimateMoney, moneda } from '../../fixtures/money.ts';
import type { Ui } from '../pages/index.ts';

const write = (...items: string[]): { tag: string[] } => ({ tag: [...items, '@write'] });

const segunda = { E1: { cantidad: '10' } };

async function openEstimate(ui: Ui, id: number): Promise<void> {
  await ui.estimacionDetail.goto(id);
  await expect(ui.estimacionDetail.heading).toBeVisible();
  await ui.estimacionDetail.showEstimate();
}

test(
  'the first estimate of the worked example comes to 7,605.16',
  write('@AT-14'),
  async ({ ui, construbot, make }) => {
    const obra = await arrangeEjemplo(construbot, make);
    const { id } = await construbot.estimaciones.create(
      obra.contrato.id,
      make.estimacion({ avances: primera }),
    );
    const { estimate } = ui.estimacionDetail;
    await openEstimate(ui, id);
    await expect(estimate.contractedTotal).toHaveText('$ 226,083.48');
    await expect(estimate.accumulatedTotal).toHaveText('$ 10,064.52');
    await expect(estimate.total).toHaveText('$ 10,064.52');
    await expect(estimate.amortisation).toHaveText('$ 1,006.45');
    await expect(estimate.subtotal).toHaveText('$ 9,058.07');
    const held = ['$ 452.90', '$ 1,000.00'];
    for (const [index, { nombre }] of obra.retenciones.entries()) {
      await expect(estimate.retencion(nombre)).toHaveText(held[index] ?? '');
    }
    await expect(estimate.totalRetenciones).toHaveText('$ 1,452.90');
    await expect(estimate.finalTotal).toHaveText('$ 7,605.16');
  },
);

test(
  'each concept of a first estimate shows quantity and amount in every column',
  write('@AT-14'),
  async ({ ui, construbot, make }) => {
    const obra = await arrangeEjemplo(construbot, make);
    const { id } = await construbot.estimaciones.create(
      obra.contrato.id,
      make.estimacion({ avances: primera }),
    );
    const money = estimateMoney({ ...obra, estimaciones: [primera] });
    await openEstimate(ui, id);
    for (const { codigo } of obra.conceptos) {
      await expect(ui.estimacionDetail.estimate.row(codigo).root.getByRole('cell')).toHaveText(
        conceptTexts(codigo, obra.conceptos, money),
      );
    }
  },
);

test(
  'the first estimate shows a dash for what was estimated before it',
  write('@AT-14'),
  async ({ ui, construbot, make }) => {
    const { contrato } = await arrangeEjemplo(construbot, make);
    const { id } = await construbot.estimaciones.create(
      contrato.id,
      make.estimacion({ avances: primera }),
    );
    await openEstimate(ui, id);
    await expect(ui.estimacionDetail.estimate.previousTotal).toHaveText('-');
  },
);

test(
  'the second estimate tells previous, accumulated and its own apart',
  write('@AT-14'),
  async ({ ui, construbot, make }) => {
    const obra = await arrangeEjemplo(construbot, make);
    await construbot.estimaciones.create(obra.contrato.id, make.estimacion({ avances: primera }));
    const { id } = await construbot.estimaciones.create(
      obra.contrato.id,
      make.estimacion({ avances: segunda }),
    );
    const money = estimateMoney({ ...obra, estimaciones: [primera, segunda] });
    const { estimate } = ui.estimacionDetail;
    await openEstimate(ui, id);
    await expect(estimate.row('E1').root.getByRole('cell')).toHaveText(
      conceptTexts('E1', obra.conceptos, money),
    );
    await expect(estimate.row('E2').root.getByRole('cell')).toHaveText(
      conceptTexts('E2', obra.conceptos, money),
    );
    await expect(estimate.totals.getByRole('cell')).toHaveText(totalTexts(money));
    await expect(estimate.previousTotal).toHaveText('$ 10,064.52');
    await expect(estimate.accumulatedTotal).toHaveText('$ 12,569.52');
    await expect(estimate.total).toHaveText('$ 2,505.00');
    await expect(estimate.finalTotal).toHaveText('$ 1,141.78');
  },
);

test(
  'the third estimate shows the second one as previous and all three as accumulated',
  write('@AT-14'),
  async ({ ui, construbot, make }) => {
    const obra = await arrangeEjemplo(construbot, make);
    const tercera = { E1: { cantidad: '1.25' }, A1: { cantidad: '1000.5' } };
    const estimaciones = [primera, segunda, tercera];
    const ids: number[] = [];
    for (const avances of estimaciones) {
      const made = await construbot.estimaciones.create(
        obra.contrato.id,
        make.estimacion({ avances }),
      );
      ids.push(made.id);
    }
    const money = estimateMoney({ ...obra, estimaciones });
    const { estimate } = ui.estimacionDetail;
    await openEstimate(ui, ids.at(-1) ?? 0);
    await expect(estimate.totals.getByRole('cell')).toHaveText(totalTexts(money));
    await expect(estimate.previousTotal).toHaveText('$ 2,505.00');
    for (const { codigo } of obra.conceptos) {
      await expect(estimate.row(codigo).root.getByRole('cell')).toHaveText(
        conceptTexts(codigo, obra.conceptos, money),
      );
    }
  },
);

test(
  'a later estimate changes nothing in an earlier one',
  write('@AT-14'),
  async ({ ui, construbot, make }) => {
    const obra = await arrangeEjemplo(construbot, make);
    const { id } = await construbot.estimaciones.create(
      obra.contrato.id,
      make.estimacion({ avances: primera }),
    );
    await construbot.estimaciones.create(obra.contrato.id, make.estimacion({ avances: segunda }));
    await openEstimate(ui, id);
    await expect(ui.estimacionDetail.estimate.accumulatedTotal).toHaveText('$ 10,064.52');
    await expect(ui.estimacionDetail.estimate.finalTotal).toHaveText('$ 7,605.16');
  },
);

test(
  'hidden rows of advance and retentions still count in the final total',
  write('@AT-14'),
  async ({ ui, construbot, make }) => {
    const { contrato } = await arrangeEjemplo(construbot, make);
    const { id } = await construbot.estimaciones.create(
      contrato.id,
      make.estimacion({ avances: primera, mostrarAnticipo: false, mostrarRetenciones: false }),
    );
    const { estimate } = ui.estimacionDetail;
    await openEstimate(ui, id);
    await expect(estimate.finalTotal).toHaveText('$ 7,605.16');
    await expect(estimate.amortisation).toHaveCount(0);
    await expect(estimate.subtotal).toHaveCount(0);
    await expect(estimate.totalRetenciones).toHaveCount(0);
  },
);

test(
  'fractions of cents are rounded once, when they are shown',
  write('@AT-14'),
  async ({ ui, construbot, make }) => {
    const obra = await arrangeCatalogo(construbot, make, {
      contrato: { anticipo: '12.50' },
      conceptos: [
        make.concepto({ codigo: 'R1', cantidad: '10.00', precio: '10.01' }),
        make.concepto({ codigo: 'R2', cantidad: '10.00', precio: '3.33' }),
        make.concepto({ codigo: 'R3', cantidad: '10.00', precio: '7.77' }),
      ],
      retenciones: [make.retencion({ tipo: 'PERCENTAGE', valor: '2.50' })],
    });
    const avances = {
      R1: { cantidad: '0.5' },
      R2: { cantidad: '1.5' },
      R3: { cantidad: '0.77777777' },
    };
    const { id } = await construbot.estimaciones.create(
      obra.contrato.id,
      make.estimacion({ avances }),
    );
    const { estimate } = ui.estimacionDetail;
    await openEstimate(ui, id);
    // 5.005, 4.995 and 6.0433…: rounded one by one they would make 16.05.
    await expect(estimate.row('R1').amount).toHaveText('$ 5.01');
    await expect(estimate.row('R2').amount).toHaveText('$ 5.00');
    await expect(estimate.row('R3').amount).toHaveText('$ 6.04');
    await expect(estimate.total).toHaveText('$ 16.04');
    await expect(estimate.amortisation).toHaveText('$ 2.01');
    await expect(estimate.subtotal).toHaveText('$ 14.04');
    await expect(estimate.totalRetenciones).toHaveText('$ 0.35');
    await expect(estimate.finalTotal).toHaveText('$ 13.68');
    const money = estimateMoney({ ...obra, estimaciones: [avances] });
    await expect(estimate.finalTotal).toHaveText(moneda(money.totalFinal));
  },
);

test(
  'what is done beyond the contract pays nothing of the advance back',
  write('@AT-14'),
  async ({ ui, construbot, make }) => {
    const obra = await arrangeCatalogo(construbot, make, {
      contrato: { anticipo: '30.00' },
      conceptos: [make.concepto({ codigo: 'X1', cantidad: '10.00', precio: '1000.00' })],
      retenciones: [make.retencion({ tipo: 'PERCENTAGE', valor: '5.00' })],
    });
    const estimaciones = [{ X1: { cantidad: '8' } }, { X1: { cantidad: '5' } }];
    await construbot.estimaciones.create(
      obra.contrato.id,
      make.estimacion({ avances: { X1: { cantidad: '8' } } }),
    );
    const { id } = await construbot.estimaciones.create(
      obra.contrato.id,
      make.estimacion({ avances: { X1: { cantidad: '5' } } }),
    );
    const money = estimateMoney({ ...obra, estimaciones });
    const { estimate } = ui.estimacionDetail;
    await openEstimate(ui, id);
    // Of 5,000, 3,000 are beyond the contract; 30 % of the other 2,000 is paid back.
    await expect(estimate.amortisation).toHaveText('$ 600.00');
    await expect(estimate.amortisation).toHaveText(moneda(money.amortizacion));
    await expect(estimate.subtotal).toHaveText('$ 4,400.00');
    await expect(estimate.finalTotal).toHaveText('$ 4,180.00');
  },
);

test(
  'a contract without advance and retentions pays the whole estimate',
  write('@AT-14'),
  async ({ ui, construbot, make }) => {
    const { contrato } = await arrangeCatalogo(construbot, make, {
      contrato: { anticipo: '0.00' },
      conceptos: [make.concepto({ codigo: 'N1', cantidad: '1000.00', precio: '1234.56' })],
    });
    const { id } = await construbot.estimaciones.create(
      contrato.id,
      make.estimacion({ avances: { N1: { cantidad: '1000' } } }),
    );
    const { estimate } = ui.estimacionDetail;
    await openEstimate(ui, id);
    await expect(estimate.amortisation).toHaveText('-');
    await expect(estimate.totalRetenciones).toHaveText('-');
    await expect(estimate.finalTotal).toHaveText('$ 1,234,560.00');
  },
);

test(
  'a concept without a price is shown with its quantity',
  write('@AT-14'),
  async ({ ui, construbot, make }) => {
    const { contrato } = await arrangeCatalogo(construbot, make, {
      conceptos: [
        make.concepto({ codigo: 'P0', cantidad: '10.00', precio: '0.00' }),
        make.concepto({ codigo: 'P1', cantidad: '10.00', precio: '20.00' }),
      ],
    });
    const { id } = await construbot.estimaciones.create(
      contrato.id,
      make.estimacion({ avances: { P0: { cantidad: '3' }, P1: { cantidad: '2' } } }),
    );
    await openEstimate(ui, id);
    await expect(ui.estimacionDetail.estimate.row('P0').quantity).toHaveText('3.00');
    await expect(ui.estimacionDetail.estimate.row('P0').amount).toHaveText('-');
    await expect(ui.estimacionDetail.estimate.total).toHaveText('$ 40.00');
  },
);

test(
  'the head of an estimate names contract, number and period',
  write('@AT-14'),
  async ({ ui, construbot, make }) => {
    const { contrato, sitio } = await arrangeEjemplo(construbot, make);
    const { id } = await construbot.estimaciones.create(
      contrato.id,
      make.estimacion({
        inicio: '2026-03-05',
        fin: '2026-04-09',
        autorizacion: '2026-04-10',
        avances: primera,
      }),
    );
    const { estimate, generator } = ui.estimacionDetail;
    await ui.estimacionDetail.goto(id);
    await expect(generator.heading('PROYECTO:')).toHaveText(contrato.nombre);
    await expect(generator.heading('CONTRATO:')).toHaveText(contrato.codigo);
    await expect(generator.heading('ÁREA:')).toHaveText(sitio.nombre);
    await expect(generator.heading('PERIODO:')).toHaveText('Del 05/Marzo/2026 al 09/Abril/2026');
    await ui.estimacionDetail.showEstimate();
    await expect(estimate.heading('Contrato:')).toHaveText(contrato.codigo);
    await expect(estimate.heading('Estimación N°:')).toHaveText('01');
    await expect(estimate.heading('Fecha:')).toHaveText('10/Abril/2026');
    await expect(estimate.heading('Período:')).toHaveText('Del 05/Marzo/2026 al 09/Abril/2026');
  },
);

test(
  'the generador shows quantities to eight decimals and leaves out what was not done',
  write('@AT-14'),
  async ({ ui, construbot, make }) => {
    const { contrato, conceptos } = await arrangeEjemplo(construbot, make);
    const { id } = await construbot.estimaciones.create(
      contrato.id,
      make.estimacion({
        avances: { E1: { cantidad: '1018.12345678' }, A1: { cantidad: '4.5' } },
      }),
    );
    const { generator } = ui.estimacionDetail;
    await ui.estimacionDetail.goto(id);
    await expect(generator.rows).toHaveCount(2);
    await expect(generator.row('E1').text).toHaveText(conceptos[0]?.texto ?? '');
    await expect(generator.row('E1').quantity).toHaveText('1,018.12345678');
    await expect(generator.row('E1').unit).toHaveText(make.unidad());
    await expect(generator.row('A1').quantity).toHaveText('4.50000000');
    await expect(generator.row('E2').root).toHaveCount(0);
  },
);
