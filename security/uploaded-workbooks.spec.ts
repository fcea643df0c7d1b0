import { arrangeObra } from '../fixtures/construbot/obra.ts';
import { xlsxConceptos } from '../fixtures/files/index.ts';
import type { Exchange } from '../fixtures/http/exchange.ts';
import type { Session, Upload } from '../fixtures/http/session.ts';
import { expect, test } from '../fixtures/index.ts';
import {
  billionLaughs,
  withFormula,
  withMacros,
  withTextFormula,
  xxe,
  zipBomb,
} from './hostile-workbooks.ts';
import { listen } from './listener.ts';

const attack = (...items: string[]): { tag: string[] } => ({ tag: [...items, '@attack'] });

const send = (session: Session, contratoId: number, workbook: Upload): Promise<Exchange> =>
  session.submit(
    `/proyectos/contrato/catalogo-edit/${contratoId}/`,
    { 'excel-file': workbook },
    { form: ['concept_set-TOTAL_FORMS'] },
  );

const hostile = [
  {
    what: 'a workbook of 230 kB that unfolds to 220 MB',
    workbook: zipBomb,
    mend: 'Add up the file_size of zipfile.ZipFile(...).infolist() before load_workbook',
  },
  {
    what: 'a workbook whose text unfolds to a thousand million words',
    workbook: billionLaughs,
    mend: 'Install defusedxml, which openpyxl uses by itself, and answer its error with a word',
  },
  {
    what: 'a workbook that carries a program',
    workbook: withMacros,
    mend: 'Take names that end in .xlsx only, and refuse a workbook that holds xl/vbaProject.bin',
  },
  {
    what: 'a workbook whose quantity is a formula that was not worked out',
    workbook: withFormula,
    mend: 'load_workbook(data_only=True), and a word on what is no number',
  },
  {
    what: 'a workbook whose text is a formula that was not worked out',
    workbook: withTextFormula,
    mend: 'load_workbook(data_only=True), and a word on a text that is empty: whoever exports the formula again has it run',
  },
];

for (const { what, workbook, mend } of hostile) {
  test(
    `${what} is refused in 15 s, imports nothing, and a good one is taken afterwards`,
    attack('@AT-13'),
    async ({ as, construbot, make }) => {
      // A busy machine takes its time to pack 220 MB.
      test.setTimeout(180_000);
      const { contrato } = await arrangeObra(construbot, make);
      const concepto = make.concepto();
      await construbot.unidades.ensure([concepto.unidad]);
      const director = await as('director');
      const file = await workbook(concepto);
      const started = performance.now();
      await expect.soft(send(director, contrato.id, file), mend).rejects.toThrow('was refused');
      expect.soft(performance.now() - started, mend).toBeLessThan(15_000);
      expect(await construbot.conceptos.list(contrato.id), mend).toEqual([]);
      await send(director, contrato.id, await xlsxConceptos([concepto]));
      expect(await construbot.conceptos.list(contrato.id)).toHaveLength(1);
    },
  );
}

test(
  'a workbook that asks for a file of the server and for an address gets neither and imports nothing',
  attack('@AT-13'),
  async ({ as, construbot, make }) => {
    const { contrato } = await arrangeObra(construbot, make);
    const concepto = make.concepto();
    await construbot.unidades.ensure([concepto.unidad]);
    const director = await as('director');
    const listener = await listen();
    try {
      await expect
        .soft(
          send(director, contrato.id, await xxe(concepto, listener.address)),
          'Install defusedxml, which openpyxl uses by itself, and answer its error with a word',
        )
        .rejects.toThrow('was refused');
      expect.soft(listener.heard, 'the parser of workbooks asks for addresses').toEqual([]);
      const page = await director.get(`/proyectos/contrato/detalle/${contrato.id}/`);
      expect.soft(page.body, 'the parser of workbooks reads files').not.toMatch(/root:[^:]*:0:0:/);
      expect(await construbot.conceptos.list(contrato.id)).toEqual([]);
      await send(director, contrato.id, await xlsxConceptos([concepto]));
      expect(await construbot.conceptos.list(contrato.id)).toHaveLength(1);
    } finally {
      listener.close();
    }
  },
);
