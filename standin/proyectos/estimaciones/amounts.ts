import type { Context } from '../../web/context.ts';
import { commas, dayMonthYear } from '../format.ts';

/** Rounds exact text half away from zero, as the real pages do. */
export function round(value: string, places = 2): string {
  const negative = value.startsWith('-');
  const [whole = '0', fraction = ''] = value.replace('-', '').split('.');
  const kept = BigInt(whole + fraction.slice(0, places).padEnd(places, '0'));
  const up = Number(fraction[places] ?? '0') >= 5;
  const digits = String(up ? kept + 1n : kept).padStart(places + 1, '0');
  const text = `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  return negative && /[1-9]/.test(text) ? `-${text}` : text;
}

/** A number of a table; a dash stands for nothing. */
export function figure(ctx: Context, value: string | null): string {
  const rounded = round(value ?? '0');
  if (!/[1-9]/.test(rounded)) return '-';
  const long = /\d{4}\./.test(rounded);
  return long && ctx.isOn('thousands-without-comma') ? rounded : commas(rounded);
}

/** An amount of a table: `$ 1,234.50`. */
export function money(ctx: Context, value: string | null): string {
  const text = figure(ctx, value);
  return text === '-' ? text : `$ ${text}`;
}

/** A day in a table: `15/Enero/2026`. */
export function day(ctx: Context, iso: string | null): string {
  if (iso === null) return '';
  const [year = '', month = '', date = ''] = iso.split('-');
  const turns = Number(date) <= 12 && date !== month;
  return dayMonthYear(
    turns && ctx.isOn('date-day-month-swapped') ? `${year}-${date}-${month}` : iso,
  );
}
