import type { Context } from '../../web/context.ts';
import type { Estimacion } from './estimacion.ts';

/** One concept of an estimate. Quantities are exact text. */
export interface Line {
  readonly concepto_id: number;
  readonly estimado_id: number;
  readonly code: string;
  readonly concept_text: string;
  readonly unit: string;
  readonly observations: string | null;
  readonly unit_price: string;
  readonly contratado: string;
  /** Of the estimate before this one only; null where there is none. */
  readonly anterior: string | null;
  readonly acumulado: string;
  readonly esta: string;
  /** The same at their price, rounded to cents. */
  readonly importe_contratado: string;
  readonly importe_anterior: string | null;
  readonly importe_acumulado: string;
  readonly importe_esta: string;
}

/** What an estimate comes to, in exact pesos. */
export interface Money {
  readonly contratado: string;
  /** Null in the first estimate. */
  readonly anterior: string | null;
  readonly acumulado: string;
  readonly total: string;
  readonly anticipo: string;
  readonly amortizacion: string;
  readonly subtotal: string;
  readonly retenciones: readonly Retenido[];
  readonly totalRetenciones: string;
  readonly totalFinal: string;
}

/** What one retention holds back. */
export interface Retenido {
  readonly nombre: string;
  readonly tipo: string;
  readonly valor: string;
  readonly monto: string;
}

/** The concepts of an estimate with what was contracted, done before, to date and now. */
export async function linesOf(ctx: Context, estimacion: Estimacion): Promise<Line[]> {
  const { id, project_id, consecutive } = estimacion;
  const since = consecutive > 2 && ctx.isOn('previous-sums-all') ? 1 : consecutive - 1;
  const until = ctx.isOn('accumulated-counts-previous-only') ? consecutive - 1 : consecutive;
  const lines = await ctx.db.all<Line>(
    `with done as (
       select concepto_id,
         sum(cuantity_estimated) filter (where consecutive between $4 and $3 - 1) anterior,
         coalesce(sum(cuantity_estimated) filter (where consecutive <= $5), 0) acumulado
       from estimado join estimacion on estimacion.id = estimacion_id where project_id = $2
       group by concepto_id),
     line as (
       select c.id concepto_id, estimado.id estimado_id, c.code, concept_text, unit, observations,
         unit_price, total_cuantity contratado, cuantity_estimated esta, anterior, acumulado
       from estimado join concepto c on c.id = concepto_id join unidad on unidad.id = unit_id
         join done on done.concepto_id = c.id
       where estimacion_id = $1)
     select concepto_id, estimado_id, code, concept_text, unit, observations, unit_price::text,
       contratado::text, anterior::text, acumulado::text, esta::text,
       round(contratado * unit_price, 2)::text importe_contratado,
       round(anterior * unit_price, 2)::text importe_anterior,
       round(acumulado * unit_price, 2)::text importe_acumulado,
       round(esta * unit_price, 2)::text importe_esta
     from line order by concepto_id`,
    id,
    project_id,
    consecutive,
    since,
    until,
  );
  const free = lines.some(({ unit_price: price }) => Number(price) === 0);
  if (free && ctx.isOn('zero-price-500')) throw new Error('division by zero');
  return lines;
}

/** Everything below the lines. What is shown rounded is not rounded before it is summed. */
export async function moneyOf(
  ctx: Context,
  estimacion: Estimacion,
  lines: readonly Line[],
): Promise<Money> {
  const sums = await sumsOf(ctx, lines);
  const contrato = await ctx.db.one<{ anticipo: string }>(
    'select anticipo from contrato where id = $1',
    estimacion.project_id,
  );
  const anticipo = contrato?.anticipo ?? '0.00';
  const total = ctx.isOn('total-off-by-a-cent') ? await plusCent(ctx, sums.esta) : sums.esta;
  const excess = sums.exceeds && !ctx.isOn('excess-amortised') ? sums.excess : '0';
  const rate = Number(anticipo) > 0 && ctx.isOn('anticipo-ignored') ? '0' : anticipo;
  const paidBack = await ctx.db.one<{ amortizacion: string; subtotal: string }>(
    `select amortizacion::text, ($1::numeric - amortizacion)::text subtotal
     from (select ($1::numeric - $2::numeric) * $3::numeric * 0.01 amortizacion) a`,
    total,
    excess,
    rate,
  );
  const { amortizacion = '0', subtotal = '0' } = paidBack ?? {};
  const retenciones = await retained(ctx, estimacion.project_id, total, subtotal);
  const hidden = !estimacion.mostrar_retenciones && retenciones.length > 0;
  const counted = hidden && ctx.isOn('hidden-retentions-not-counted') ? [] : retenciones;
  const last = await ctx.db.one<{ held: string; final: string }>(
    `select held::text, ($2::numeric - held)::text as final
     from (select coalesce(sum(one), 0) held from unnest($1::numeric[]) one) h`,
    counted.map(({ monto }) => monto),
    subtotal,
  );
  return {
    ...sums,
    total,
    anticipo,
    amortizacion,
    subtotal,
    retenciones,
    totalRetenciones: last?.held ?? '0',
    totalFinal: last?.final ?? '0',
  };
}

interface Sums {
  readonly contratado: string;
  readonly anterior: string | null;
  readonly acumulado: string;
  readonly esta: string;
  /** How much more is done than contracted, over all concepts. */
  readonly excess: string;
  readonly exceeds: boolean;
}

async function sumsOf(ctx: Context, lines: readonly Line[]): Promise<Sums> {
  const column = (pick: (line: Line) => string | null): (string | null)[] => lines.map(pick);
  const sums = await ctx.db.one<Sums>(
    `select contratado::text, anterior::text, acumulado::text, round(esta, 2)::text esta,
       greatest(acumulado - contratado, 0)::text excess, acumulado > contratado exceeds
     from (select coalesce(sum(price * c), 0) contratado, sum(price * p) anterior,
             coalesce(sum(price * a), 0) acumulado, coalesce(sum(price * t), 0) esta
           from unnest($1::numeric[], $2::numeric[], $3::numeric[], $4::numeric[], $5::numeric[])
             line(price, c, p, a, t)) s`,
    column(({ unit_price: price }) => price),
    column(({ contratado }) => contratado),
    column(({ anterior }) => anterior),
    column(({ acumulado }) => acumulado),
    column(({ esta }) => esta),
  );
  if (sums === undefined) throw new Error('no sums');
  return sums;
}

async function plusCent(ctx: Context, amount: string): Promise<string> {
  const row = await ctx.db.one<{ more: string }>('select ($1::numeric + 0.01)::text more', amount);
  return row?.more ?? amount;
}

async function retained(
  ctx: Context,
  contratoId: number,
  total: string,
  subtotal: string,
): Promise<Retenido[]> {
  const rows = await ctx.db.all<{ nombre: string; tipo: string; valor: string }>(
    'select nombre, tipo, valor::text from retencion where project_id = $1 order by id',
    contratoId,
  );
  const has = (wanted: string): boolean => rows.some(({ tipo }) => tipo === wanted);
  const differs = has('PERCENTAGE') && Number(total) !== Number(subtotal);
  const base = differs && ctx.isOn('retention-on-total') ? total : subtotal;
  const kept = has('AMOUNT') && ctx.isOn('fixed-retention-ignored') ? 0 : 1;
  return ctx.db.all<Retenido>(
    `select nombre, tipo, valor::text, (case tipo when 'AMOUNT' then valor * $3::int
       else $2::numeric * valor * 0.01 end)::text monto
     from retencion where project_id = $1 order by id`,
    contratoId,
    base,
    kept,
  );
}
