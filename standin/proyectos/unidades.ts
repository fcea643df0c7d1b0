import { redirect, type Answer } from '../web/answer.ts';
import type { Context } from '../web/context.ts';
import { wrong } from '../web/form.ts';
import type { Route } from '../web/route.ts';
import {
  foreignRows,
  formsetPage,
  isKnown,
  sentRows,
  type Column,
  type FormsetRow,
} from './formset.ts';

const columns: readonly Column[] = [
  { name: 'unit', title: 'Nombre de la Unidad', kind: 'text', max: 50 },
];

async function catalogue(ctx: Context): Promise<Answer> {
  const saved = await ctx.db.all<{ id: number; unit: string; used: boolean }>(
    `select id, unit, exists (select 1 from concepto where unit_id = unidad.id) used
     from unidad where company_id = $1 order by id`,
    ctx.here.id,
  );
  if (!ctx.isPost) {
    return shown(
      ctx,
      saved.map(({ id, unit }, index) => ({
        index,
        id,
        values: { unit },
        remove: false,
        errors: new Map(),
      })),
    );
  }
  const rows = sentRows(ctx, 'units_set', columns);
  const general = foreignRows(ctx, rows, saved);
  const names = new Set<string>();
  for (const row of rows) {
    const unit = row.values['unit'] ?? '';
    const before = saved.find(({ id }) => id === row.id);
    if (row.remove) {
      if (before?.used === true && !ctx.isOn('used-unit-deleted')) {
        general.push(
          `${before.unit} no puede ser eliminado, tiene conceptos que deben ser eliminados primero.`,
        );
      }
    } else if (unit === '') {
      row.errors.set('unit', wrong.required);
    } else if (unit.length > 50) {
      row.errors.set('unit', wrong.long(50, unit.length));
    } else if (
      !ctx.isOn('unit-duplicate-accepted') &&
      (names.has(unit) || saved.some((one) => one.unit === unit && one.id !== row.id))
    ) {
      general.push('Unidad con este Unit y Company ya existe.');
    }
    names.add(unit);
  }
  if (general.length > 0 || rows.some(({ errors }) => errors.size > 0))
    return shown(ctx, rows, general);
  for (const row of rows) await save(ctx, row, isKnown(ctx, row, saved));
  return redirect('/proyectos/');
}

async function save(ctx: Context, row: FormsetRow, known: boolean): Promise<void> {
  const unit = row.values['unit'] ?? '';
  if (row.remove) {
    if (row.id !== undefined && known && !ctx.isOn('unit-delete-lost')) {
      await ctx.db.all('delete from concepto where unit_id = $1', row.id);
      await ctx.db.all('delete from unidad where id = $1 and company_id = $2', row.id, ctx.here.id);
    }
  } else if (row.id !== undefined && known) {
    await ctx.db.update('unidad', row.id, { unit });
  } else if (!ctx.isOn('unit-not-saved')) {
    await ctx.db.all(
      'insert into unidad (unit, company_id) values ($1, $2) on conflict do nothing',
      unit,
      ctx.here.id,
    );
  }
}

const shown = (
  ctx: Context,
  rows: readonly FormsetRow[],
  general: readonly string[] = [],
): Answer =>
  formsetPage(ctx, {
    prefix: 'units_set',
    heading: 'Unidades',
    columns,
    rows,
    cancelPath: '/proyectos/',
    excel: false,
    general,
  });

export const unidadRoutes: readonly Route[] = [
  { path: '/proyectos/contrato/catalogo-unidades/', access: {}, handle: catalogue },
];
