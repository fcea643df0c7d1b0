import { arrangeEjemplo, primera } from '../../fixtures/construbot/ejemplo.ts';
import { jpeg, png } from '../../fixtures/files/index.ts';
import { expect, test } from '../../fixtures/index.ts';
import { printCalls, stubPrinting } from '../pages/index.ts';

const write = (...items: string[]): { tag: string[] } => ({ tag: [...items, '@write'] });

/** A line may break after a hyphen, so white space does not count. */
const squashed = (text = ''): string => text.replace(/\s+/g, '');

test(
  'a printed estimate is one page with its texts and totals to the cent',
  write('@AT-04', '@AT-15'),
  async ({ ui, page, context, construbot, make, printed }) => {
    await stubPrinting(context);
    const { cliente, contrato, conceptos, retenciones } = await arrangeEjemplo(construbot, make);
    const signs = await construbot.destinatarios.create(make.destinatario(), cliente.id);
    const { id } = await construbot.estimaciones.create(
      contrato.id,
      make.estimacion({ inicio: '2026-03-05', fin: '2026-04-09', avances: primera }),
      { autorizanIds: [signs.id] },
    );
    await ui.estimatePrint.goto(id);
    const { pages } = await printed(page);
    expect(pages).toHaveLength(1);
    const expected = [
      cliente.nombre,
      contrato.nombre,
      contrato.codigo,
      'Del 05/Marzo/2026 al 09/Abril/2026',
      'CONCEPTOS DE OBRA',
      'ESTA ESTIMACIÓN',
      ...conceptos.map(({ texto }) => texto),
      ...retenciones.map(({ nombre }) => nombre),
      'Amortización de anticipo (10.00%)',
      signs.nombre,
      '226,083.48',
      '10,064.52',
      '1,006.45',
      '9,058.07',
      '452.90',
      '1,452.90',
    ];
    for (const text of expected) expect(squashed(pages[0])).toContain(squashed(text));
    expect(pages[0]).toMatch(/Estimación N°:\s*01/);
    expect(pages[0]).toMatch(/TOTAL FINAL:\s*\$ 7,605\.16/);
  },
);

test(
  'a printed second estimate has its number and its previous and accumulated totals',
  write('@AT-04', '@AT-15'),
  async ({ ui, page, context, construbot, make, printed }) => {
    await stubPrinting(context);
    const { contrato } = await arrangeEjemplo(construbot, make);
    await construbot.estimaciones.create(contrato.id, make.estimacion({ avances: primera }));
    const { id } = await construbot.estimaciones.create(
      contrato.id,
      make.estimacion({ avances: { E1: { cantidad: '10' } } }),
    );
    await ui.estimatePrint.goto(id);
    const { pages } = await printed(page);
    expect(pages[0]).toMatch(/Estimación N°:\s*02/);
    expect(pages[0]).toMatch(
      /Totales Estimación:\s*\$ 226,083\.48\s*\$ 10,064\.52\s*\$ 12,569\.52\s*\$ 2,505\.00/,
    );
    expect(pages[0]).toMatch(/TOTAL FINAL:\s*\$ 1,141\.78/);
  },
);

test(
  'hidden advance and retentions are not printed but counted',
  write('@AT-04', '@AT-15'),
  async ({ ui, page, context, construbot, make, printed }) => {
    await stubPrinting(context);
    const { contrato, retenciones } = await arrangeEjemplo(construbot, make);
    const { id } = await construbot.estimaciones.create(
      contrato.id,
      make.estimacion({ avances: primera, mostrarAnticipo: false, mostrarRetenciones: false }),
    );
    await ui.estimatePrint.goto(id);
    const { pages } = await printed(page);
    const hidden = ['Amortización', 'Subtotal', ...retenciones.map(({ nombre }) => nombre)];
    for (const text of hidden) expect(squashed(pages[0])).not.toContain(squashed(text));
    expect(pages[0]).toMatch(/TOTAL FINAL:\s*\$ 7,605\.16/);
  },
);

test(
  'a printed generador with images has one page for each concept that was worked on',
  write('@AT-04', '@AT-15'),
  async ({ ui, page, context, construbot, make, printed }) => {
    await stubPrinting(context);
    const { contrato, sitio, conceptos } = await arrangeEjemplo(construbot, make);
    const vertice = make.vertice({ nombre: 'Eje Ñ', largo: '4.50', ancho: '1.00' });
    const { id } = await construbot.estimaciones.create(
      contrato.id,
      make.estimacion({
        avances: {
          E1: { cantidad: '18', imagenes: [await jpeg()] },
          A1: {
            cantidad: '4.5',
            observaciones: 'Colocación según plano Ñ',
            vertices: [vertice],
            imagenes: [await png({ width: 120, height: 90 }), await jpeg({ width: 90 })],
          },
        },
      }),
    );
    await ui.generatorPrint.goto(id);
    const { pages, images } = await printed(page);
    expect(pages).toHaveLength(2);
    expect(images).toEqual([1, 2]);
    const [excavacion, relleno, acarreo] = conceptos.map(({ texto }) => texto);
    for (const text of [contrato.nombre, sitio.nombre, excavacion, '18.00000000']) {
      expect(squashed(pages[0])).toContain(squashed(text));
    }
    for (const text of [acarreo, 'Eje Ñ', '4.50000000', 'Colocación según plano Ñ']) {
      expect(squashed(pages[1])).toContain(squashed(text));
    }
    expect(squashed(pages.join(' '))).not.toContain(squashed(relleno));
  },
);

test(
  'a printed generador without images holds all concepts that were worked on',
  write('@AT-04', '@AT-15'),
  async ({ ui, page, context, construbot, make, printed }) => {
    await stubPrinting(context);
    const { contrato, conceptos } = await arrangeEjemplo(construbot, make);
    const { id } = await construbot.estimaciones.create(
      contrato.id,
      make.estimacion({ avances: primera }),
    );
    await ui.generatorPrint.goto(id);
    const { pages, images } = await printed(page);
    expect(pages).toHaveLength(1);
    expect(images).toEqual([0]);
    const [excavacion, relleno, acarreo] = conceptos.map(({ texto }) => texto);
    for (const text of ['DESCRIPCIÓN', 'VÉRTICES', excavacion, relleno, '4.50000000']) {
      expect(squashed(pages[0])).toContain(squashed(text));
    }
    expect(squashed(pages[0])).not.toContain(squashed(acarreo));
  },
);

test(
  'the print link of each tab opens its page, which asks for the printer once',
  write('@AT-04', '@AT-15'),
  async ({ ui, context, construbot, make }) => {
    await stubPrinting(context);
    const { contrato } = await arrangeEjemplo(construbot, make);
    const { id } = await construbot.estimaciones.create(
      contrato.id,
      make.estimacion({ avances: primera }),
    );
    await ui.estimacionDetail.goto(id);
    const generator = await ui.estimacionDetail.print();
    expect(new URL(generator.url()).pathname).toBe(ui.generatorPrint.path(id));
    await ui.estimacionDetail.showEstimate();
    const estimate = await ui.estimacionDetail.print();
    expect(new URL(estimate.url()).pathname).toBe(ui.estimatePrint.path(id));
    expect(await printCalls(generator)).toBe(1);
    expect(await printCalls(estimate)).toBe(1);
  },
);
