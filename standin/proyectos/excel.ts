import ExcelJS from 'exceljs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Context } from '../web/context.ts';

/** What the parts of a workbook may come to. */
const most = 50 * 2 ** 20;

/** The file is no workbook that can be read. */
export class NoWorkbook extends Error {}

/**
 * The rows of an uploaded workbook's first sheet, the header left out, as text.
 *
 * @returns undefined when no file was sent
 * @throws NoWorkbook when it cannot be read
 */
export async function uploadedRows(ctx: Context, columns: number): Promise<string[][] | undefined> {
  const file = ctx.sent.files.get('excel-file');
  if (file === undefined) return undefined;
  const workbook = new ExcelJS.Workbook();
  try {
    checkParts(ctx, file.bytes);
    const bytes = ctx.isOn('excel-entities-resolved')
      ? await resolved(file.bytes)
      : new Uint8Array(file.bytes);
    await workbook.xlsx.load(bytes.buffer as ArrayBuffer);
  } catch {
    throw new NoWorkbook();
  }
  const sheet = workbook.worksheets[0];
  if (sheet === undefined) throw new NoWorkbook();
  const rows: string[][] = [];
  sheet.eachRow((row, number) => {
    if (number === 1) return;
    row.eachCell((cell) => {
      if (cell.type === ExcelJS.ValueType.Formula && ctx.isOn('excel-formula-500'))
        throw new Error('a formula is no number');
    });
    rows.push(Array.from({ length: columns }, (_, i) => textOf(ctx, row.getCell(i + 1))));
  });
  return rows;
}

function textOf(ctx: Context, cell: ExcelJS.Cell): string {
  if (cell.type === ExcelJS.ValueType.Formula && ctx.isOn('excel-formula-is-text')) {
    return `=${cell.formula}`;
  }
  return cell.text.replace(/\s*\r?\n\s*/g, ' ').trim();
}

/** @throws NoWorkbook when it would unfold to too much, or carries a program */
function checkParts(ctx: Context, bytes: Buffer): void {
  const parts: { readonly name: string; readonly originalSize: number }[] = [];
  unzipSync(bytes, {
    filter: (part) => {
      parts.push(part);
      return false;
    },
  });
  const size = parts.reduce((sum, { originalSize }) => sum + originalSize, 0);
  if (size > most && !ctx.isOn('excel-bomb-unfolded')) throw new NoWorkbook();
  const program = parts.some(({ name }) => name.endsWith('vbaProject.bin'));
  if (program && !ctx.isOn('excel-macros-taken')) throw new NoWorkbook();
}

/** What a parser makes of a workbook that believes its document types. No file is really read. */
async function resolved(bytes: Buffer): Promise<Uint8Array> {
  const files = unzipSync(bytes, { filter: ({ name }) => !name.endsWith('/') });
  for (const [name, part] of Object.entries(files)) {
    let xml = strFromU8(part);
    for (const [, entity, external, value = ''] of xml.matchAll(
      /<!ENTITY (\w+) (SYSTEM )?"([^"]*)">/g,
    )) {
      const web = external !== undefined && value.startsWith('http:');
      const passwd = external === undefined ? value : 'root:x:0:0:root:/root:/bin/sh';
      const text = web ? await (await fetch(value)).text() : passwd;
      xml = xml.replaceAll(`&${entity};`, text);
    }
    files[name] = strToU8(xml.replace(/<!DOCTYPE[^[]*\[.*?\]>/s, ''));
  }
  return new Uint8Array(zipSync(files));
}
