import { arrangeCatalogo } from '../../fixtures/construbot/catalogo.ts';
import { arrangeEjemplo, primera } from '../../fixtures/construbot/ejemplo.ts';
import { arrangeObra } from '../../fixtures/construbot/obra.ts';
import { expect, test } from '../../fixtures/index.ts';
import { avanceGeneral } from '../../fixtures/money.ts';

const write = (...items: string[]): { tag: string[] } => ({ tag: [...items, '@write'] });

// Each check starts and ends with an empty company, so that all figures are its own.

test('a company without contracts says so in all three tables', write('@AT-10'), async ({ ui }) => {
  await ui.dashboard.goto();
  const { contratos, toInvoice, toBePaid } = ui.dashboard;
  await expect(contratos.root).toContainText('¡No hay contratos vigentes!');
  await expect(toInvoice.root).toContainText('¡No hay estimaciones pendientes de facturar!');
  await expect(toBePaid.root).toContainText('¡No hay estimaciones pendientes de pago!');
});

test(
  'a contract under way shows its client, its progress and the total of all',
  write('@AT-10'),
  async ({ ui, construbot, make }) => {
    const { contrato, cliente, conceptos } = await arrangeEjemplo(construbot, make);
    const other = await arrangeObra(construbot, make, { monto: '1000000.50' });
    await construbot.estimaciones.create(contrato.id, make.estimacion({ avances: primera }));
    const { contratos } = ui.dashboard;
    await ui.dashboard.goto();
    await expect(contratos.links).toHaveCount(2);
    await expect(contratos.row(contrato.nombreCorto)).toContainText(`Cliente: ${cliente.nombre}`);
    await expect(ui.dashboard.progress(contrato.nombreCorto)).toHaveText('4.45 %');
    await expect(ui.dashboard.progress(contrato.nombreCorto)).toHaveText(
      `${avanceGeneral(contrato, conceptos, [primera])} %`,
    );
    await expect(ui.dashboard.progress(other.contrato.nombreCorto)).toHaveText('0.00 %');
    await expect(contratos.total).toHaveText('1,226,083.98');
  },
);

test(
  'the progress of a contract sums all its estimates',
  write('@AT-10'),
  async ({ ui, construbot, make }) => {
    const { contrato, conceptos } = await arrangeEjemplo(construbot, make);
    const estimaciones = [primera, { E1: { cantidad: '10' }, A1: { cantidad: '1000.5' } }];
    for (const avances of estimaciones) {
      await construbot.estimaciones.create(contrato.id, make.estimacion({ avances }));
    }
    await ui.dashboard.goto();
    await expect(ui.dashboard.progress(contrato.nombreCorto)).toHaveText(
      `${avanceGeneral(contrato, conceptos, estimaciones)} %`,
    );
  },
);

test(
  'an estimate waits to be invoiced with its day, number and amount',
  write('@AT-10'),
  async ({ ui, page, construbot, make }) => {
    const nombreCorto = `Obra ${make.unico()}`;
    const { contrato } = await arrangeEjemplo(construbot, make, { nombreCorto });
    const { id } = await construbot.estimaciones.create(
      contrato.id,
      make.estimacion({ inicio: '2026-03-05', fin: '2026-03-20', avances: primera }),
    );
    const { toInvoice, toBePaid } = ui.dashboard;
    await ui.dashboard.goto();
    const cells = toInvoice.row(nombreCorto).getByRole('cell');
    await expect(cells).toHaveText([
      '05/03/2026',
      new RegExp(String.raw`^\s*\d+ ${nombreCorto}\s*$`),
      '1',
      '10,064.52',
    ]);
    await expect(toInvoice.total).toHaveText('10,064.52');
    await expect(toBePaid.links).toHaveCount(0);
    await toInvoice.root.getByRole('link', { name: '10,064.52' }).click();
    await expect(ui.estimacionDetail.heading).toBeVisible();
    expect(new URL(page.url()).pathname).toBe(`/proyectos/estimacion/detalle/${id}/`);
  },
);

test(
  'the totals of what waits are those of several contracts, to the cent',
  write('@AT-10'),
  async ({ ui, construbot, make }) => {
    const one = await arrangeEjemplo(construbot, make, { nombreCorto: `Uno ${make.unico()}` });
    const other = await arrangeCatalogo(construbot, make, {
      contrato: { nombreCorto: `Dos ${make.unico()}` },
      conceptos: [make.concepto({ codigo: 'D1', cantidad: '10.00', precio: '0.33' })],
    });
    const amounts = [
      { contrato: one.contrato, avances: primera, facturada: false },
      { contrato: other.contrato, avances: { D1: { cantidad: '1.5' } }, facturada: false },
      { contrato: one.contrato, avances: { E1: { cantidad: '10' } }, facturada: true },
      { contrato: other.contrato, avances: { D1: { cantidad: '3' } }, facturada: true },
    ];
    for (const { contrato, avances, facturada } of amounts) {
      await construbot.estimaciones.create(contrato.id, make.estimacion({ avances, facturada }));
    }
    const { toInvoice, toBePaid } = ui.dashboard;
    await ui.dashboard.goto();
    // 1.5 x 0.33 is 0.495.
    await expect(toInvoice.row('Uno').getByRole('cell').last()).toHaveText('10,064.52');
    await expect(toInvoice.row('Dos').getByRole('cell').last()).toHaveText('0.50');
    await expect(toInvoice.total).toHaveText('10,065.02');
    await expect(toBePaid.row('Uno').getByRole('cell').last()).toHaveText('2,505.00');
    await expect(toBePaid.row('Dos').getByRole('cell').last()).toHaveText('0.99');
    await expect(toBePaid.total).toHaveText('2,505.99');
  },
);

test(
  'an estimate moves on when it is invoiced, and goes when it is paid',
  write('@AT-10', '@AT-14'),
  async ({ ui, construbot, make }) => {
    const nombreCorto = `Obra ${make.unico()}`;
    const { contrato } = await arrangeEjemplo(construbot, make, { nombreCorto });
    const { id } = await construbot.estimaciones.create(
      contrato.id,
      make.estimacion({ avances: primera }),
    );
    const { toInvoice, toBePaid } = ui.dashboard;
    await ui.estimacionForm.gotoEdit(id);
    await ui.estimacionForm.invoiced.check();
    await ui.estimacionForm.save();
    await ui.dashboard.goto();
    await expect(toInvoice.links).toHaveCount(0);
    await expect(toBePaid.row(nombreCorto).getByRole('cell').last()).toHaveText('10,064.52');
    await expect(toBePaid.total).toHaveText('10,064.52');

    await ui.estimacionForm.gotoEdit(id);
    await ui.estimacionForm.paid.check();
    await ui.estimacionForm.paymentDate.set('2026-04-01');
    await ui.estimacionForm.save();
    await ui.dashboard.goto();
    await expect(toInvoice.links).toHaveCount(0);
    await expect(toBePaid.links).toHaveCount(0);
    await expect(ui.dashboard.progress(nombreCorto)).toHaveText('4.45 %');
  },
);

test(
  'a contract that has ended leaves the dashboard and its total',
  write('@AT-10'),
  async ({ ui, construbot, make }) => {
    const { contrato } = await arrangeObra(construbot, make, { monto: '500000.25' });
    const other = await arrangeObra(construbot, make, { monto: '1000000.50' });
    const { contratos } = ui.dashboard;
    await ui.contratoForm.gotoEdit(contrato.id);
    await ui.contratoForm.status.uncheck();
    await ui.contratoForm.save();
    await ui.dashboard.goto();
    await expect(contratos.row(other.contrato.nombreCorto)).toBeVisible();
    await expect(contratos.row(contrato.nombreCorto)).toHaveCount(0);
    await expect(contratos.total).toHaveText('1,000,000.50');
  },
);

test(
  'a subcontract and its estimates do not count on the dashboard',
  write('@AT-10'),
  async ({ ui, construbot, make }) => {
    const { contrato } = await arrangeObra(construbot, make, { monto: '1000000.50' });
    const otro = await construbot.contrapartes.create(make.contraparte({ tipo: 'SUBCONTRATISTA' }));
    const sub = await construbot.contratos.createSubcontrato(contrato.id, make.contrato(), {
      contraparteId: otro.id,
    });
    await construbot.conceptos.add(sub.id, [make.concepto({ codigo: 'S1' })]);
    await construbot.estimaciones.create(
      sub.id,
      make.estimacion({ avances: { S1: { cantidad: '1' } } }),
    );
    const { contratos, toInvoice } = ui.dashboard;
    await ui.dashboard.goto();
    await expect(contratos.links).toHaveCount(1);
    await expect(contratos.total).toHaveText('1,000,000.50');
    await expect(ui.dashboard.progress(contrato.nombreCorto)).toHaveText('0.00 %');
    await expect(toInvoice.links).toHaveCount(0);
  },
);

test(
  'a contract of zero pesos does not keep the dashboard from opening',
  write('@AT-10'),
  async ({ ui, construbot, make }) => {
    const { contrato } = await arrangeEjemplo(construbot, make, { monto: '0.00' });
    await construbot.estimaciones.create(contrato.id, make.estimacion({ avances: primera }));
    await ui.dashboard.goto();
    await expect(ui.dashboard.contratos.row(contrato.nombreCorto)).toBeVisible();
    await expect(ui.dashboard.toInvoice.total).toHaveText('10,064.52');
  },
);
