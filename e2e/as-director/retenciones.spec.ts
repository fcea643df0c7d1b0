import { arrangeObra } from '../../fixtures/construbot/obra.ts';
import { asInput, xlsxRetenciones } from '../../fixtures/files/index.ts';
import { expect, test } from '../../fixtures/index.ts';

const write = (...items: string[]): { tag: string[] } => ({ tag: [...items, '@write'] });

test(
  'a percentage and an amount are kept apart',
  write('@AT-13'),
  async ({ ui, construbot, make }) => {
    const { contrato } = await arrangeObra(construbot, make);
    await construbot.retenciones.add(contrato.id, [
      make.retencion({ nombre: 'Fondo', tipo: 'AMOUNT', valor: '1000' }),
    ]);
    await ui.retenciones.goto(contrato.id);
    await ui.retenciones.fillRow(1, { nombre: 'Garantía', tipo: 'PERCENTAGE', valor: '5' });
    await ui.retenciones.table.save();
    await ui.contratoDetail.retencionesTab.open();
    await expect(ui.contratoDetail.retencion('Fondo')).toContainText('$ 1,000.00');
    await expect(ui.contratoDetail.retencion('Garantía')).toContainText('5.00%');
  },
);

test(
  'a workbook brings retentions of both kinds',
  write('@AT-13'),
  async ({ ui, construbot, make }) => {
    const { contrato } = await arrangeObra(construbot, make);
    const retenciones = [
      make.retencion({ tipo: 'PERCENTAGE', valor: '2.50' }),
      make.retencion({ tipo: 'AMOUNT', valor: '750.25' }),
    ];
    await ui.retenciones.goto(contrato.id);
    await ui.retenciones.excel.import(asInput(await xlsxRetenciones(retenciones)));
    await expect(ui.contratoDetail.heading).toBeVisible();
    expect(await construbot.retenciones.list(contrato.id)).toEqual(retenciones);
  },
);
