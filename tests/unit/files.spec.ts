import { expect, test } from '@playwright/test';
import ExcelJS from 'exceljs';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import sharp from 'sharp';
import type { ConceptoDraft } from '../../fixtures/factories/drafts.ts';
import * as files from '../../fixtures/files/index.ts';
import type { Upload } from '../../fixtures/http/session.ts';

const concepto: ConceptoDraft = {
  codigo: 'E1',
  texto: 'Excavación',
  unidad: 'm³',
  cantidad: '100.50',
  precio: '250.05',
};
const other: ConceptoDraft = { ...concepto, codigo: 'E2', texto: 'Señales' };

async function cellsOf(upload: Upload): Promise<unknown[][]> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(new Uint8Array(upload.bytes).buffer);
  const rows: unknown[][] = [];
  book.worksheets[0]?.eachRow((row) => rows.push((row.values as unknown[]).slice(1)));
  return rows;
}

test('a PDF has its pages and its text, and the same bytes each time', async () => {
  const upload = await files.pdf({ pages: 3, text: 'Señalización única' });
  expect(upload).toMatchObject({ name: 'contrato.pdf', type: 'application/pdf' });
  const again = await files.pdf({ pages: 3, text: 'Señalización única' });
  expect(Buffer.from(again.bytes).equals(Buffer.from(upload.bytes))).toBe(true);
  const document = await getDocument({ data: new Uint8Array(upload.bytes), verbosity: 0 }).promise;
  expect(document.numPages).toBe(3);
  const content = await (await document.getPage(2)).getTextContent();
  const text = content.items.map((item) => ('str' in item ? item.str : '')).join(' ');
  expect(text).toContain('Señalización única');
  expect(text).toContain('Página 2 de 3');
});

for (const [format, make] of Object.entries({
  jpeg: files.jpeg,
  png: files.png,
  webp: files.webp,
})) {
  test(`a ${format} is one, of the size that was asked for, the same each time`, async () => {
    const upload = await make({ width: 320, height: 200 });
    expect(upload.type).toBe(`image/${format}`);
    expect(await sharp(upload.bytes).metadata()).toMatchObject({ format, width: 320, height: 200 });
    const again = await make({ width: 320, height: 200 });
    expect(Buffer.from(again.bytes).equals(Buffer.from(upload.bytes))).toBe(true);
  });
}

for (const size of [20_000, 2_097_152, 2_097_153, 2_200_001, 3_000_000]) {
  test(`a JPEG of exactly ${size} bytes can be decoded`, async () => {
    const { bytes } = await files.jpegOfSize(size);
    expect(bytes.length).toBe(size);
    const { info } = await sharp(bytes, { failOn: 'warning' })
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect(info).toMatchObject({ width: 640, height: 480 });
  });
}

test('a JPEG cannot be made smaller than it is', async () => {
  await expect(files.jpegOfSize(100)).rejects.toThrow(RangeError);
});

test('a cut JPEG begins as one and cannot be decoded', async () => {
  const { bytes } = await files.truncatedJpeg();
  expect(await sharp(bytes).metadata()).toMatchObject({ format: 'jpeg' });
  await expect(sharp(bytes, { failOn: 'truncated' }).raw().toBuffer()).rejects.toThrow();
});

test('disguised files have the name and type of a JPEG, not its bytes', () => {
  for (const upload of [files.notAnImage(), files.svgDisguised(), files.htmlDisguised()]) {
    expect(upload.name).toMatch(/\.jpg$/);
    expect(upload.type).toBe('image/jpeg');
    expect(Buffer.from(upload.bytes).subarray(0, 2).toString('hex')).not.toBe('ffd8');
  }
});

test('PDFs and texts under each other’s names', async () => {
  const text = files.textNamedPdf();
  expect(text.name).toMatch(/\.pdf$/);
  expect(Buffer.from(text.bytes).toString()).not.toContain('%PDF');
  const pdf = await files.pdfNamedTxt();
  expect(pdf.name).toMatch(/\.txt$/);
  expect(Buffer.from(pdf.bytes).subarray(0, 5).toString()).toBe('%PDF-');
});

test('workbooks: a header row, then one row each, numbers as numbers', async () => {
  expect(await cellsOf(await files.xlsxConceptos([concepto, other]))).toEqual([
    ['Código', 'Concepto', 'Unidad', 'Cantidad', 'Precio unitario'],
    ['E1', 'Excavación', 'm³', 100.5, 250.05],
    ['E2', 'Señales', 'm³', 100.5, 250.05],
  ]);
  const retenciones = await files.xlsxRetenciones([
    { nombre: 'Fondo', tipo: 'PERCENTAGE', valor: '5.00' },
    { nombre: 'Daños', tipo: 'AMOUNT', valor: '1000.25' },
  ]);
  expect(await cellsOf(retenciones)).toEqual([
    ['Nombre', 'Tipo', 'Valor'],
    ['Fondo', 'Porcentaje', 5],
    ['Daños', 'Monto', 1000.25],
  ]);
});

test('bad workbooks are good workbooks with bad rows', async () => {
  const [, good, bad] = await cellsOf(await files.xlsxWithBadRow(concepto, other));
  expect(good).toEqual(['E1', 'Excavación', 'm³', 100.5, 250.05]);
  expect(bad?.[3]).toBe('muchos');
  const [, first, again] = await cellsOf(await files.xlsxWithRepeatedConcept(concepto));
  expect(again?.[1]).toBe(first?.[1]);
  expect(again?.[0]).not.toBe(first?.[0]);
});

test('text under the name of a workbook is none', async () => {
  const upload = files.textAsXlsx();
  expect(upload).toMatchObject({ name: 'texto.xlsx', type: files.xlsxType });
  await expect(cellsOf(upload)).rejects.toThrow();
});
