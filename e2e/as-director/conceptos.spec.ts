import { arrangeObra } from '../../fixtures/construbot/obra.ts';
import {
  asInput,
  textAsXlsx,
  xlsxConceptos,
  xlsxWithBadRow,
  xlsxWithRepeatedConcept,
} from '../../fixtures/files/index.ts';
import { expect, test } from '../../fixtures/index.ts';

const write = (...items: string[]): { tag: string[] } => ({ tag: [...items, '@write'] });

test(
  'a concept entered by hand is kept with its unit and its price to the cent',
  write('@AT-13'),
  async ({ ui, construbot, make }) => {
    const { contrato } = await arrangeObra(construbot, make);
    const concepto = make.concepto({ cantidad: '1500.5', precio: '125.75' });
    await construbot.unidades.ensure([concepto.unidad]);
    await ui.conceptos.goto(contrato.id);
    await ui.conceptos.fillRow(0, {
      code: concepto.codigo,
      text: concepto.texto,
      quantity: concepto.cantidad,
      unitPrice: concepto.precio,
    });
    await ui.conceptos.unit(0).choose(concepto.unidad);
    await ui.conceptos.table.save();
    await expect(ui.contratoDetail.concepto(concepto.codigo)).toContainText('1,500.50');
    await expect(ui.contratoDetail.concepto(concepto.codigo)).toContainText('125.75');
    await expect(ui.contratoDetail.concepto(concepto.codigo)).toContainText(concepto.unidad);
  },
);

test(
  'a second row is added by the plus button and a concept is deleted by its box',
  write('@AT-13'),
  async ({ ui, construbot, make }) => {
    const { contrato } = await arrangeObra(construbot, make);
    const [stays, goes] = [make.concepto(), make.concepto()];
    await construbot.conceptos.add(contrato.id, [stays, goes]);
    await ui.conceptos.goto(contrato.id);
    const before = await ui.conceptos.table.rows.count();
    await ui.conceptos.table.addRow();
    await expect(ui.conceptos.table.rows).toHaveCount(before + 1);
    await ui.conceptos.goto(contrato.id);
    await ui.conceptos.table.markForRemoval(goes.codigo);
    await ui.conceptos.table.save();
    await expect(ui.contratoDetail.concepto(stays.codigo)).toBeVisible();
    await expect(ui.contratoDetail.concepto(goes.codigo)).toHaveCount(0);
  },
);

test(
  'an edited price is shown with its cents',
  write('@AT-13'),
  async ({ ui, construbot, make }) => {
    const { contrato } = await arrangeObra(construbot, make);
    const concepto = make.concepto({ precio: '10.00' });
    await construbot.conceptos.add(contrato.id, [concepto]);
    await ui.conceptos.goto(contrato.id);
    await ui.conceptos.table.field(0, 'unit_price').fill('1234.56');
    await ui.conceptos.table.save();
    await expect(ui.contratoDetail.concepto(concepto.codigo)).toContainText('1,234.56');
  },
);

test(
  'a concept without a unit is refused with a word, not with an error page',
  write('@AT-13'),
  async ({ as, construbot, make }) => {
    const { contrato } = await arrangeObra(construbot, make);
    const concepto = make.concepto();
    const answer = (await as('director')).submit(
      `/proyectos/contrato/catalogo-edit/${contrato.id}/`,
      {
        'concept_set-0-code': concepto.codigo,
        'concept_set-0-concept_text': concepto.texto,
        'concept_set-0-unit': '',
        'concept_set-0-total_cuantity': concepto.cantidad,
        'concept_set-0-unit_price': concepto.precio,
      },
      { form: ['concept_set-TOTAL_FORMS'] },
    );
    await expect(answer).rejects.toThrow('Este campo es requerido.');
    expect(await construbot.conceptos.list(contrato.id)).toEqual([]);
  },
);

test(
  'the same concept twice is refused and neither is saved',
  write('@AT-13'),
  async ({ as, construbot, make }) => {
    const { contrato } = await arrangeObra(construbot, make);
    const concepto = make.concepto();
    const unit = (await construbot.unidades.ensure([concepto.unidad])).get(concepto.unidad);
    const row = (n: number): Record<string, string> => ({
      [`concept_set-${n}-code`]: `${concepto.codigo}${n}`,
      [`concept_set-${n}-concept_text`]: concepto.texto,
      [`concept_set-${n}-unit`]: String(unit),
      [`concept_set-${n}-total_cuantity`]: concepto.cantidad,
      [`concept_set-${n}-unit_price`]: concepto.precio,
    });
    const answer = (await as('director')).submit(
      `/proyectos/contrato/catalogo-edit/${contrato.id}/`,
      { 'concept_set-TOTAL_FORMS': '2', ...row(0), ...row(1) },
      { form: ['concept_set-TOTAL_FORMS'] },
    );
    await expect(answer).rejects.toThrow('was refused');
    expect(await construbot.conceptos.list(contrato.id)).toEqual([]);
  },
);

test(
  'a workbook brings all its concepts, units included',
  write('@AT-13'),
  async ({ ui, construbot, make }) => {
    const { contrato } = await arrangeObra(construbot, make);
    const unidad = make.unidad('jornal');
    const conceptos = [
      make.concepto({ unidad, precio: '250.50' }),
      make.concepto({ unidad }),
      make.concepto({ unidad }),
    ];
    await ui.conceptos.goto(contrato.id);
    await ui.conceptos.excel.import(asInput(await xlsxConceptos(conceptos)));
    await expect(ui.contratoDetail.concepto(conceptos[0]?.codigo ?? '')).toContainText('250.50');
    const saved = await construbot.conceptos.list(contrato.id);
    expect(saved.map(({ texto }) => texto)).toEqual(conceptos.map(({ texto }) => texto));
    expect(new Set(saved.map((one) => one.unidad))).toEqual(new Set([unidad]));
  },
);

const unreadable = [{ what: 'a text file', file: () => Promise.resolve(textAsXlsx()) }] as const;

for (const { what, file } of unreadable) {
  test(
    `${what} named .xlsx is refused with a word and imports nothing`,
    write('@AT-13'),
    async ({ as, construbot, make }) => {
      const { contrato } = await arrangeObra(construbot, make);
      const answer = (await as('director')).submit(
        `/proyectos/contrato/catalogo-edit/${contrato.id}/`,
        { 'excel-file': await file() },
        { form: ['concept_set-TOTAL_FORMS'] },
      );
      await expect(answer).rejects.toThrow('was refused');
      expect(await construbot.conceptos.list(contrato.id)).toEqual([]);
    },
  );
}

test(
  'a workbook with a bad second row imports nothing',
  write('@AT-13'),
  async ({ as, construbot, make }) => {
    const { contrato } = await arrangeObra(construbot, make);
    const [good, bad] = [make.concepto(), make.concepto({ cantidad: 'mucho' })];
    await (
      await as('director')
    ).request(`/proyectos/contrato/catalogo-edit/${contrato.id}/`, {
      fields: {
        ...Object.fromEntries(
          await (await as('director')).formOf(`/proyectos/contrato/catalogo-edit/${contrato.id}/`),
        ),
        'excel-file': await xlsxWithBadRow(good, bad),
      },
    });
    expect(await construbot.conceptos.list(contrato.id)).toEqual([]);
  },
);

test(
  'a workbook with the same concept twice imports nothing',
  write('@AT-13'),
  async ({ as, construbot, make }) => {
    const { contrato } = await arrangeObra(construbot, make);
    const director = await as('director');
    await director.request(`/proyectos/contrato/catalogo-edit/${contrato.id}/`, {
      fields: {
        ...Object.fromEntries(
          await director.formOf(`/proyectos/contrato/catalogo-edit/${contrato.id}/`),
        ),
        'excel-file': await xlsxWithRepeatedConcept(make.concepto()),
      },
    });
    expect(await construbot.conceptos.list(contrato.id)).toEqual([]);
  },
);
