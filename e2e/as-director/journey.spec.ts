import { asInput, pdf } from '../../fixtures/files/index.ts';
import { expect, test } from '../../fixtures/index.ts';
import { stubPrinting } from '../pages/print-stub.ts';

test(
  'a director takes a client from the first entry to a printed estimate',
  { tag: ['@AT-03', '@AT-04', '@AT-11', '@AT-12', '@AT-14', '@AT-15', '@write'] },
  async ({ ui, page, context, construbot, make, personOf, planned, printed }) => {
    const me = await personOf('director');
    const cliente = make.contraparte();
    const sitio = make.sitio();
    const contrato = make.contrato({ anticipo: '10', monto: '226083.48' });
    const excavacion = make.concepto({ cantidad: '100', precio: '250.50' });
    const relleno = make.concepto({ cantidad: '10', precio: '1234.56' });
    await stubPrinting(context);

    await test.step('Contraparte', async () => {
      await ui.contraparteForm.goto();
      await ui.contraparteForm.fill(cliente.nombre);
      planned('contraparte', cliente.nombre);
      await ui.contraparteForm.save();
      await expect(ui.contraparteDetail.heading).toHaveText(
        `Detalle del Cliente ${cliente.nombre}`,
      );
    });

    await test.step('Sitio', async () => {
      await ui.sitioForm.goto();
      await ui.sitioForm.name.fill(sitio.nombre);
      await ui.sitioForm.cliente.choose(cliente.nombre);
      planned('sitio', sitio.nombre);
      await ui.sitioForm.save();
      await expect(ui.sitioDetail.heading).toHaveText(`Detalle del sitio ${sitio.nombre}`);
    });

    const contratoId = await test.step('Contrato with its PDF', async () => {
      await ui.contratoForm.goto();
      await ui.contratoForm.fill({
        code: contrato.codigo,
        fecha: contrato.fecha,
        name: contrato.nombre,
        shortName: contrato.nombreCorto,
        monto: contrato.monto,
        anticipo: contrato.anticipo,
      });
      await ui.contratoForm.contraparte.choose(cliente.nombre);
      await ui.contratoForm.sitio.choose(sitio.nombre);
      await ui.contratoForm.attachPdf(asInput(await pdf({ pages: 1, text: contrato.nombre })));
      planned('contrato', contrato.nombreCorto);
      await ui.contratoForm.save();
      await expect(ui.contratoDetail.heading).toContainText(contrato.nombreCorto);
      await expect(ui.contratoDetail.details.value('Monto sin IVA')).toHaveText('$ 226,083.48');
      return Number(new URL(page.url()).pathname.split('/').at(-2));
    });

    await test.step('Conceptos', async () => {
      await construbot.conceptos.add(contratoId, [excavacion, relleno]);
      await ui.contratoDetail.goto(contratoId);
      await expect(ui.contratoDetail.concepto(excavacion.codigo)).toContainText(excavacion.texto);
    });

    await test.step('Estimación', async () => {
      await ui.estimacionForm.goto(contratoId);
      await ui.estimacionForm.supervisedBy.choose(me.email, me.username);
      await ui.estimacionForm.startDate.set('2026-03-01');
      await ui.estimacionForm.finishDate.set('2026-03-31');
      await ui.estimacionForm.showConcepto(excavacion.codigo, excavacion.texto);
      await ui.estimacionForm.concepto(excavacion.codigo).quantity.fill('18');
      await ui.estimacionForm.save();
      await ui.contratoDetail.estimacionesTab.open();
      await expect(ui.contratoDetail.estimacion(1)).toContainText('$ 4,509.00');
    });

    await test.step('Printed estimate', async () => {
      await ui.contratoDetail.estimacionLink(1).click();
      await ui.estimacionDetail.showEstimate();
      const print = await ui.estimacionDetail.print();
      const { pages } = await printed(print);
      expect(pages).toHaveLength(1);
      expect(pages[0]).toContain(contrato.nombre);
      expect(pages[0]).toContain('4,509.00');
      expect(pages[0]).toContain('4,058.10');
    });
  },
);
