import { arrangeObra } from '../../fixtures/construbot/obra.ts';
import { expect, test } from '../../fixtures/index.ts';

const write = (...items: string[]): { tag: string[] } => ({ tag: [...items, '@write'] });

test(
  'a new unit is kept and can be seen again',
  write('@AT-13'),
  async ({ ui, construbot, make, planned }) => {
    const unidad = make.unidad('kg');
    await ui.unidades.goto();
    const blank = (await ui.unidades.table.rows.count()) - 1;
    await ui.unidades.fillRow(blank, unidad);
    planned('unidad', unidad);
    await ui.unidades.table.save();
    await ui.unidades.goto();
    await expect(ui.unidades.table.savedRow(unidad)).toHaveCount(1);
    expect([...(await construbot.unidades.list()).keys()]).toContain(unidad);
  },
);

test(
  'a unit that is there already is refused with a word',
  write('@AT-13'),
  async ({ ui, construbot, make }) => {
    const unidad = make.unidad('pza');
    await construbot.unidades.ensure([unidad]);
    await ui.unidades.goto();
    const blank = (await ui.unidades.table.rows.count()) - 1;
    await ui.unidades.fillRow(blank, unidad);
    await ui.unidades.table.save();
    await expect(ui.unidades.table.alerts).toContainText(
      'Unidad con este Unit y Company ya existe.',
    );
  },
);

test(
  'a unit that nothing uses can be deleted',
  write('@AT-13'),
  async ({ ui, construbot, make }) => {
    const unidad = make.unidad('lote');
    await construbot.unidades.ensure([unidad]);
    await ui.unidades.goto();
    await ui.unidades.table.markForRemoval(unidad);
    await ui.unidades.table.save();
    expect([...(await construbot.unidades.list()).keys()]).not.toContain(unidad);
  },
);

test(
  'a unit in use cannot be deleted and its concept stays',
  write('@AT-13'),
  async ({ ui, construbot, make }) => {
    const { contrato } = await arrangeObra(construbot, make);
    const concepto = make.concepto();
    await construbot.conceptos.add(contrato.id, [concepto]);
    await ui.unidades.goto();
    await ui.unidades.table.markForRemoval(concepto.unidad);
    await ui.unidades.table.save();
    await expect(ui.unidades.table.alerts).toContainText(
      `${concepto.unidad} no puede ser eliminado, tiene conceptos que deben ser eliminados primero.`,
    );
    expect(await construbot.conceptos.list(contrato.id)).toHaveLength(1);
  },
);
