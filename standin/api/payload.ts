import { Ends, json } from '../web/answer.ts';
import type { Context } from '../web/context.ts';

/** A field of what was sent, as JSON or as a form; undefined when it was not sent. */
export function given(ctx: Context, name: string): string | undefined {
  const { json: sent } = ctx.sent;
  if (sent === undefined) return ctx.sent.has(name) ? ctx.sent.get(name) : undefined;
  const value: unknown =
    typeof sent === 'object' && sent !== null
      ? (sent as Readonly<Record<string, unknown>>)[name]
      : undefined;
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

/**
 * Fields that must be there.
 *
 * @throws Ends with 400 and what is missing, by field
 */
export function required<Name extends string>(
  ctx: Context,
  names: readonly Name[],
): Readonly<Record<Name, string>> {
  const values = names.map((name): [Name, string | undefined] => [name, given(ctx, name)]);
  const wrong = values.flatMap(([name, value]): [string, string[]][] => {
    if (value === undefined) return [[name, ['Este campo es requerido.']]];
    return value === '' ? [[name, ['Este campo no puede estar en blanco.']]] : [];
  });
  if (wrong.length > 0) throw new Ends(json(Object.fromEntries(wrong), 400));
  return Object.fromEntries(values) as Readonly<Record<Name, string>>;
}
