import { arrangeObra } from '../../fixtures/construbot/obra.ts';
import { expect, test } from '../../fixtures/index.ts';
import { tabTo } from '../../fixtures/tab-to.ts';

test(
  'an estimate is entered and saved with the keyboard alone',
  { tag: ['@AT-14', '@write'] },
  async ({ ui, page, construbot, make, personOf }) => {
    const me = await personOf('director');
    const { contrato } = await arrangeObra(construbot, make);
    const concepto = make.concepto({ precio: '100.00' });
    await construbot.conceptos.add(contrato.id, [concepto]);
    const keys = page.keyboard;
    await ui.estimacionForm.goto(contrato.id);

    await tabTo(ui.estimacionForm.supervisedBy.box);
    await keys.press('Enter');
    await expect(ui.estimacionForm.supervisedBy.searchField).toBeFocused();
    await keys.type(me.username);
    await expect(
      ui.estimacionForm.supervisedBy.answers.filter({ hasText: me.email }),
    ).toBeVisible();
    await keys.press('Enter');
    await expect(ui.estimacionForm.supervisedBy.value).toContainText(me.email);

    await tabTo(ui.estimacionForm.startDate.input);
    await keys.type('2026-03-01');
    await keys.press('Tab');
    await tabTo(ui.estimacionForm.finishDate.input);
    await keys.type('2026-03-31');
    await keys.press('Tab');

    await tabTo(ui.estimacionForm.conceptoSelector.box);
    await keys.press('Enter');
    await expect(ui.estimacionForm.conceptoSelector.searchField).toBeFocused();
    await keys.type(concepto.codigo);
    await expect(
      ui.estimacionForm.conceptoSelector.options.filter({ hasText: concepto.texto }),
    ).toBeVisible();
    await keys.press('Enter');
    const { quantity } = ui.estimacionForm.concepto(concepto.codigo);
    await expect(quantity).toBeVisible();
    await tabTo(quantity);
    await keys.press('Control+a');
    await keys.type('3');

    await tabTo(ui.estimacionForm.saveButton);
    await Promise.all([
      page.waitForURL(`**/proyectos/contrato/detalle/${contrato.id}/`),
      keys.press('Enter'),
    ]);
    await ui.contratoDetail.estimacionesTab.open();
    await expect(ui.contratoDetail.estimacion(1)).toContainText('$ 300.00');
  },
);
