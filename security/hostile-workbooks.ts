import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { ConceptoDraft } from '../fixtures/factories/drafts.ts';
import { xlsxConceptos } from '../fixtures/files/index.ts';
import type { Upload } from '../fixtures/http/session.ts';

const megabyte = 2 ** 20;
const sheet = 'xl/worksheets/sheet1.xml';
const texts = 'xl/sharedStrings.xml';

type Files = Record<string, Uint8Array>;

/** A workbook of one good concept whose parts were changed; it is packed again. */
async function changed(concepto: ConceptoDraft, change: (files: Files) => Files): Promise<Upload> {
  const workbook = await xlsxConceptos([concepto]);
  const files = unzipSync(workbook.bytes, { filter: ({ name }) => !name.endsWith('/') });
  return { ...workbook, bytes: zipSync({ ...files, ...change(files) }, { level: 1 }) };
}

const xmlOf = (files: Files, name: string): string => strFromU8(files[name] ?? new Uint8Array());

/** Some hundred kilobytes that unfold to a sheet of 220 MB: blanks behind its last row. */
export function zipBomb(concepto: ConceptoDraft): Promise<Upload> {
  return changed(concepto, (files) => {
    const [head = '', tail = ''] = xmlOf(files, sheet).split('</sheetData>');
    const blanks = Buffer.alloc(220 * megabyte, ' ');
    return { [sheet]: Buffer.concat([strToU8(head), blanks, strToU8(`</sheetData>${tail}`)]) };
  });
}

function withEntities(concepto: ConceptoDraft, entities: string, use: string): Promise<Upload> {
  return changed(concepto, (files) => ({
    [texts]: strToU8(
      xmlOf(files, texts)
        .replace('<sst ', `<!DOCTYPE sst [${entities}]><sst `)
        .replace(concepto.texto, `${concepto.texto} ${use}`),
    ),
  }));
}

/**
 * The name of the concept asks for a file of the server and for an address (XXE, CWE-611).
 *
 * @param address where somebody listens
 */
export const xxe = (concepto: ConceptoDraft, address: string): Promise<Upload> =>
  withEntities(
    concepto,
    `<!ENTITY file SYSTEM "file:///etc/passwd"><!ENTITY web SYSTEM "${address}">`,
    '&file; &web;',
  );

/** The name of the concept unfolds to a thousand million words (CWE-776). */
export function billionLaughs(concepto: ConceptoDraft): Promise<Upload> {
  const levels = Array.from({ length: 9 }, (_, i) => {
    const ten = `&l${i};`.repeat(10);
    return `<!ENTITY l${i + 1} "${ten}">`;
  });
  return withEntities(concepto, `<!ENTITY l0 "ja">${levels.join('')}`, '&l9;');
}

/** A good workbook that carries a program. */
export async function withMacros(concepto: ConceptoDraft): Promise<Upload> {
  const workbook = await changed(concepto, (files) => ({
    '[Content_Types].xml': strToU8(
      xmlOf(files, '[Content_Types].xml').replace(
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
        'application/vnd.ms-excel.sheet.macroEnabled.main+xml',
      ),
    ),
    'xl/vbaProject.bin': strToU8('Sub Workbook_Open()'),
  }));
  return {
    ...workbook,
    name: 'conceptos.xlsm',
    type: 'application/vnd.ms-excel.sheet.macroEnabled.12',
  };
}

/** The quantity is a formula that nothing has worked out yet. */
export function withFormula(concepto: ConceptoDraft): Promise<Upload> {
  return changed(concepto, (files) => ({
    [sheet]: strToU8(
      xmlOf(files, sheet).replace(/(<c r="D2"[^>]*>)<v>[^<]*<\/v>/, '$1<f>10*10</f>'),
    ),
  }));
}

/** The text is a formula that nothing has worked out yet, and that would ask for an address (CWE-1236). */
export function withTextFormula(concepto: ConceptoDraft): Promise<Upload> {
  return changed(concepto, (files) => ({
    [sheet]: strToU8(
      xmlOf(files, sheet).replace(
        /<c r="B2"[^>]*>.*?<\/c>/,
        '<c r="B2"><f>HYPERLINK("https://otro.example","Ver")</f></c>',
      ),
    ),
  }));
}
