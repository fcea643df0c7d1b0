import ExcelJS from 'exceljs';
import type { Context } from '../web/context.ts';

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
    await workbook.xlsx.load(new Uint8Array(file.bytes).buffer);
  } catch {
    throw new NoWorkbook();
  }
  const sheet = workbook.worksheets[0];
  if (sheet === undefined) throw new NoWorkbook();
  const rows: string[][] = [];
  sheet.eachRow((row, number) => {
    if (number === 1) return;
    rows.push(
      Array.from({ length: columns }, (_, i) =>
        row
          .getCell(i + 1)
          .text.replace(/\s*\r?\n\s*/g, ' ')
          .trim(),
      ),
    );
  });
  return rows;
}
