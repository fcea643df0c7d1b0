import { redirect, type Answer } from '../web/answer.ts';
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
  { name: 'nombre', title: 'Nombre', kind: 'text', max: 80 },
  {
    name: 'tipo',
    title: 'Tipo',
    kind: 'select',
    initial: 'PERCENTAGE',
    options: [
      ['AMOUNT', 'Monto'],
      ['PERCENTAGE', 'Porcentaje'],
    ],
  },
  { name: 'valor', title: 'Valor', kind: 'number', initial: '0.0' },
];

const kinds: Readonly<Record<string, string>> = { Monto: 'AMOUNT', Porcentaje: 'PERCENTAGE' };

interface Saved {
  readonly id: number;
  readonly nombre: string;
  readonly tipo: string;
  readonly valor: string;
}

async function catalogue(ctx: Context): Promise<Answer> {
  const contrato = await contratoOf(ctx, ctx.id());
  await enterContrato(ctx, contrato, 2);
  const saved = await ctx.db.all<Saved>(
    'select * from retencion where project_id = $1 order by id',
    contrato.id,
  );
  const before = saved.map(({ id, nombre, tipo, valor }, index): FormsetRow => ({
    index,
    id,
    values: { nombre, tipo, valor },
    remove: false,
    errors: new Map(),
  }));
  if (!ctx.isPost) return shown(ctx, contrato, before);
  let imported: string[][] | undefined;
  try {
    imported = await uploadedRows(ctx, columns.length);
  } catch (error) {
    if (!(error instanceof NoWorkbook)) throw error;
    return shown(ctx, contrato, before, ['El archivo no es un libro de Excel que se pueda leer.']);
  }
  const rows =
    imported?.map(([nombre = '', tipo = '', valor = ''], index): FormsetRow => ({
      index,
      id: undefined,
      values: { nombre, tipo: kinds[tipo] ?? tipo, valor },
      remove: false,
      errors: new Map(),
    })) ?? sentRows(ctx, 'retenciones_set', columns);
  for (const row of rows.filter(({ remove }) => !remove)) check(ctx, row);
  const general = foreignRows(ctx, rows, saved);
  if (general.length > 0 || rows.some(({ errors }) => errors.size > 0))
    return shown(ctx, contrato, rows, general);
  for (const row of rows) await save(ctx, contrato, row, isKnown(ctx, row, saved));
  return redirect(`/proyectos/contrato/detalle/${contrato.id}/`);
}

function check(ctx: Context, row: FormsetRow): void {
  const { nombre = '', tipo = '', valor = '' } = row.values;
  const saidOfNombre = unlessPardoned(ctx, nombre === '' ? wrong.required : undefined);
  if (saidOfNombre !== undefined) row.errors.set('nombre', saidOfNombre);
  if (!['AMOUNT', 'PERCENTAGE'].includes(tipo)) row.errors.set('tipo', wrong.choice(tipo));
  const said = unlessPardoned(ctx, valor === '' ? wrong.required : wrongDecimal(valor, 12, 2));
  if (said !== undefined) row.errors.set('valor', said);
}

async function save(
  ctx: Context,
  contrato: Contrato,
  row: FormsetRow,
  known: boolean,
): Promise<void> {
  const { nombre, tipo, valor } = row.values;
  if (row.remove) {
    if (known) await ctx.db.all('delete from retencion where id = $1', row.id);
    return;
  }
  const values = { nombre, tipo: ctx.isOn('retencion-type-lost') ? 'AMOUNT' : tipo, valor };
  if (known && row.id !== undefined) await ctx.db.update('retencion', row.id, values);
  else await ctx.db.insert('retencion', { ...values, project_id: contrato.id });
}

const shown = (
  ctx: Context,
  contrato: Contrato,
  rows: readonly FormsetRow[],
  general: readonly string[] = [],
): Answer =>
  formsetPage(ctx, {
    prefix: 'retenciones_set',
    heading: `Contrato ${String(contrato.folio).padStart(2, '0')} ${contrato.contrato_shortname}`,
    columns,
    rows,
    cancelPath: `/proyectos/contrato/detalle/${contrato.id}/`,
    excel: true,
    general,
  });

export const retencionRoutes: readonly Route[] = [
  { path: '/proyectos/contrato/retenciones-edit/:id/', access: {}, handle: catalogue },
];
