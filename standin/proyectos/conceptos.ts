import { json, redirect, type Answer } from '../web/answer.ts';
import type { Context } from '../web/context.ts';
import { unlessPardoned, wrong, wrongDecimal } from '../web/form.ts';
import type { Route } from '../web/route.ts';
import { NoWorkbook, uploadedRows } from './excel.ts';
import {
  foreignRows,
  formsetPage,
  isKnown,
  sentRows,
  type Column,
  type FormsetRow,
} from './formset.ts';
import { contratoOf, type Contrato } from './parties.ts';
import { enterContrato } from './permissions.ts';

const columns: readonly Column[] = [
  { name: 'code', title: 'Código', kind: 'text', max: 6 },
  { name: 'concept_text', title: 'Concepto', kind: 'textarea' },
  { name: 'unit', title: 'Unidad', kind: 'unit' },
  { name: 'total_cuantity', title: 'Cantidad', kind: 'number', initial: '0.0' },
  { name: 'unit_price', title: 'Precio unitario', kind: 'number', initial: '0.0' },
];

interface Saved {
  readonly id: number;
  readonly code: string;
  readonly concept_text: string;
  readonly unit_id: number;
  readonly unit: string;
  readonly total_cuantity: string;
  readonly unit_price: string;
}

const savedOf = (ctx: Context, contrato: Contrato): Promise<Saved[]> =>
  ctx.db.all<Saved>(
    `select concepto.*, unit from concepto join unidad on unidad.id = unit_id
     where project_id = $1 order by concepto.id`,
    contrato.id,
  );

async function open(ctx: Context): Promise<Contrato> {
  const contrato = await contratoOf(ctx, ctx.id());
  await enterContrato(ctx, contrato, ctx.isOn('level-1-edits-catalogue') ? 1 : 2);
  return contrato;
}

async function catalogue(ctx: Context): Promise<Answer> {
  const contrato = await open(ctx);
  const saved = await savedOf(ctx, contrato);
  if (!ctx.isPost) return shown(ctx, contrato, saved.map(rowOf));
  let imported: string[][] | undefined;
  try {
    imported = await uploadedRows(ctx, columns.length);
  } catch (error) {
    if (!(error instanceof NoWorkbook) || ctx.isOn('excel-text-500')) throw error;
    return shown(ctx, contrato, saved.map(rowOf), [
      'El archivo no es un libro de Excel que se pueda leer.',
    ]);
  }
  return imported === undefined
    ? saveRows(ctx, contrato, saved)
    : saveImported(ctx, contrato, saved, imported);
}

async function saveRows(
  ctx: Context,
  contrato: Contrato,
  saved: readonly Saved[],
): Promise<Answer> {
  const rows = sentRows(ctx, 'concept_set', columns);
  const units = await unitsOf(ctx);
  const texts = new Set<string>();
  const general = foreignRows(ctx, rows, saved);
  for (const row of rows.filter(({ remove }) => !remove)) {
    if (row.values['unit'] === '' && ctx.isOn('concepto-without-unit-500'))
      throw new Error('no unit');
    check(ctx, row, units);
    const text = row.values['concept_text'] ?? '';
    if (texts.has(text) && !ctx.isOn('concepto-repeated-accepted'))
      general.push('Concept con este Concept text y Project ya existe.');
    texts.add(text);
  }
  if (general.length > 0 || rows.some(({ errors }) => errors.size > 0)) {
    return shown(
      ctx,
      contrato,
      rows.map((row) => ({ ...row, unit: units.get(Number(row.values['unit'])) })),
      general,
    );
  }
  for (const row of rows) {
    const known = isKnown(ctx, row, saved);
    if (row.remove) {
      if (known && !ctx.isOn('concepto-delete-lost'))
        await ctx.db.all('delete from concepto where id = $1', row.id);
      continue;
    }
    const values = {
      code: row.values['code'],
      concept_text: row.values['concept_text'],
      unit_id: Number(row.values['unit']),
      total_cuantity: row.values['total_cuantity'],
      unit_price: ctx.isOn('concepto-price-rounded')
        ? (row.values['unit_price'] ?? '').split('.')[0]
        : row.values['unit_price'],
    };
    if (known && row.id !== undefined) await ctx.db.update('concepto', row.id, values);
    else await ctx.db.insert('concepto', { ...values, project_id: contrato.id });
  }
  return redirect(`/proyectos/contrato/detalle/${contrato.id}/`);
}

function check(ctx: Context, row: FormsetRow, units: ReadonlyMap<number, string>): void {
  for (const { name } of columns) {
    const said = unlessPardoned(ctx, (row.values[name] ?? '') === '' ? wrong.required : undefined);
    if (said !== undefined) row.errors.set(name, said);
  }
  const unit = row.values['unit'] ?? '';
  if (unit !== '' && !units.has(Number(unit)) && !ctx.isOn('concepto-foreign-unit'))
    row.errors.set('unit', wrong.object);
  for (const [name, digits, decimals] of [
    ['total_cuantity', 20, 8],
    ['unit_price', 12, 2],
  ] as const) {
    const value = row.values[name] ?? '';
    const said = unlessPardoned(
      ctx,
      value === '' ? undefined : wrongDecimal(value, digits, decimals),
    );
    if (said !== undefined) row.errors.set(name, said);
  }
}

async function saveImported(
  ctx: Context,
  contrato: Contrato,
  saved: readonly Saved[],
  imported: readonly string[][],
): Promise<Answer> {
  const texts = new Set(saved.map(({ concept_text }) => concept_text));
  const wrongRows: string[] = [];
  for (const [
    i,
    [code = '', text = '', unit = '', quantity = '', price = ''],
  ] of imported.entries()) {
    const said = [
      [code, text, unit].includes('') ? wrong.required : undefined,
      wrongDecimal(quantity, 20, 8),
      wrongDecimal(price, 12, 2),
      texts.has(text) && !ctx.isOn('excel-repeated-accepted')
        ? 'Concept con este Concept text y Project ya existe.'
        : undefined,
    ].find((one) => one !== undefined);
    if (said !== undefined) wrongRows.push(`Renglón ${i + 2}: ${said}`);
    texts.add(text);
  }
  const half = ctx.isOn('excel-half-import');
  if (wrongRows.length > 0 && !half) return shown(ctx, contrato, saved.map(rowOf), wrongRows);
  const firstWrong =
    wrongRows.length > 0 ? Number(/\d+/.exec(wrongRows[0] ?? '')?.[0]) - 2 : imported.length;
  const last = ctx.isOn('excel-loses-last-row') ? imported.length - 1 : imported.length;
  for (const [code, text, unit = '', quantity, price] of imported.slice(
    0,
    Math.min(firstWrong, last),
  )) {
    await ctx.db.insert('concepto', {
      code,
      concept_text: text,
      unit_id: await unitNamed(ctx, unit),
      total_cuantity: quantity,
      unit_price: price,
      project_id: contrato.id,
    });
  }
  if (wrongRows.length > 0)
    return shown(ctx, contrato, (await savedOf(ctx, contrato)).map(rowOf), wrongRows);
  return redirect(`/proyectos/contrato/detalle/${contrato.id}/`);
}

async function unitsOf(ctx: Context): Promise<Map<number, string>> {
  const rows = await ctx.db.all<{ id: number; unit: string }>(
    'select id, unit from unidad where company_id = $1',
    ctx.here.id,
  );
  return new Map(rows.map(({ id, unit }) => [id, unit]));
}

async function unitNamed(ctx: Context, unit: string): Promise<number> {
  const known = await ctx.db.one<{ id: number }>(
    'select id from unidad where unit = $1 and company_id = $2',
    unit,
    ctx.here.id,
  );
  return known?.id ?? ctx.db.insert('unidad', { unit, company_id: ctx.here.id });
}

const rowOf = (one: Saved, index: number): FormsetRow => ({
  index,
  id: one.id,
  values: {
    code: one.code,
    concept_text: one.concept_text,
    unit: String(one.unit_id),
    total_cuantity: plain(one.total_cuantity),
    unit_price: one.unit_price,
  },
  unit: one.unit,
  remove: false,
  errors: new Map(),
});

const plain = (value: string): string =>
  value.includes('.') ? value.replace(/\.?0+$/, '') : value;

const shown = (
  ctx: Context,
  contrato: Contrato,
  rows: readonly FormsetRow[],
  general: readonly string[] = [],
): Answer =>
  formsetPage(ctx, {
    prefix: 'concept_set',
    heading: `Contrato ${String(contrato.folio).padStart(2, '0')} ${contrato.contrato_shortname}`,
    columns: ctx.isOn('unit-select-empty')
      ? columns.map((column) =>
          column.name === 'unit' ? { ...column, kind: 'select' as const, options: [] } : column,
        )
      : columns,
    rows,
    cancelPath: `/proyectos/contrato/detalle/${contrato.id}/`,
    excel: true,
    general,
  });

async function asJson(ctx: Context): Promise<Answer> {
  const contrato = await open(ctx);
  const saved = await savedOf(ctx, contrato);
  return json({
    conceptos: saved.map(({ code, concept_text, unit, total_cuantity, unit_price }) => ({
      code,
      concept_text,
      unit,
      cuantity: total_cuantity,
      unit_price,
    })),
  });
}

export const conceptoRoutes: readonly Route[] = [
  { path: '/proyectos/contrato/catalogo-edit/:id/', access: {}, handle: catalogue },
  { path: '/proyectos/contrato/catalogo-conceptos/:id/', access: {}, handle: asJson },
];
