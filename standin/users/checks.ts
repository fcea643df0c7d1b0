import type { Context } from '../web/context.ts';
import { wrong, type Field, type Form, type Option } from '../web/form.ts';

/** Fields of a colleague that the new form and the edit form share. */
export const colleagueFields = {
  username: {
    name: 'username',
    label: 'Nombre de Usuario',
    kind: 'text',
    required: true,
    max: 150,
    help: 'Letras, dígitos y @/./+/-/_ solamente; 150 como máximo.',
  },
  firstName: {
    name: 'first_name',
    label: 'Nombres',
    kind: 'text',
    max: 150,
    help: 'Aparecen en las estimaciones impresas.',
  },
  lastName: {
    name: 'last_name',
    label: 'Apellidos',
    kind: 'text',
    max: 150,
    help: 'Aparecen en las estimaciones impresas.',
  },
  email: {
    name: 'email',
    label: 'Correo electrónico',
    kind: 'email',
    required: true,
    max: 254,
  },
  puesto: { name: 'puesto', label: 'Puesto', kind: 'text', max: 75 },
} as const satisfies Record<string, Field>;

/** The select for the companies that a user may work in. */
export const companyField = (options: readonly Option[]): Field => ({
  name: 'company',
  label: 'Compañías de trabajo',
  kind: 'multiple',
  required: true,
  options,
  search: { url: '/proyectos/company-autocomplete/', least: 3 },
  help: 'Las compañías en las que podrá trabajar.',
});

/** A number that a form sent, or one that no row has. */
export const idOf = (value: string): number => (/^\d{1,9}$/.test(value) ? Number(value) : 0);

/**
 * Forms carry the customer they are for, which is always one's own.
 *
 * @returns the id of the customer
 */
export function checkCustomer(ctx: Context, form: Form): number {
  const customer = form.text('customer');
  const own = ctx.me.customer_id;
  if (customer === '') form.general.push(`(Campo oculto customer) ${wrong.required}`);
  else if (idOf(customer) !== own) {
    if (ctx.isOn('customer-from-form')) return idOf(customer);
    form.general.push(`(Campo oculto customer) ${wrong.object}`);
  }
  return own;
}

/** What a form says that has no business there; Django leaves it unread. */
export function unasked(ctx: Context): Record<string, unknown> {
  const level = ctx.sent.get('nivel_acceso');
  const sent = {
    ...(ctx.sent.has('is_staff') ? { is_staff: true } : {}),
    ...(level === '' ? {} : { nivel_id: idOf(level) }),
  };
  return 'is_staff' in sent && ctx.isOn('extra-fields-saved') ? sent : {};
}

/** Names and addresses are taken once. */
export async function checkNames(ctx: Context, form: Form, own = 0): Promise<void> {
  const name = form.text('username');
  if (name !== '' && !/^[\p{L}\p{N}_.@+-]+$/u.test(name)) {
    form.fail(
      'username',
      'Ingrese un nombre de usuario válido. Este puede contener sólo letras, números y caracteres @ /. / + / - / _.',
    );
  }
  if (
    (await isTaken(ctx, 'username = $1', name, own)) &&
    !(own === 0 && ctx.isOn('user-duplicate-name-accepted'))
  ) {
    form.fail('username', 'Ya existe un usuario con ese nombre.');
  }
  if (await isTaken(ctx, 'lower(email) = lower($1)', form.text('email'), own)) {
    form.fail('email', 'Ya existe un/a Usuario con este/a Email.');
  }
}

async function isTaken(ctx: Context, where: string, value: string, own: number): Promise<boolean> {
  const text = value.replaceAll('\0', '');
  return (
    (await ctx.db.one(`select 1 from users where ${where} and id <> $2`, text, own)) !== undefined
  );
}

/** The companies of the customer among those that a form names. */
export async function companiesOf(ctx: Context, form: Form): Promise<Option[]> {
  const ids = form.list('company').map(idOf);
  const all = await ctx.db.all<{ id: number; company_name: string; own: boolean }>(
    'select id, company_name, customer_id = $2 own from company where id = any($1) order by id',
    ids,
    ctx.me.customer_id,
  );
  const rows = all.filter(({ own }) => own || ctx.isOn('user-foreign-company-accepted'));
  return rows.map(({ id, company_name }) => ({ value: String(id), text: company_name }));
}

/** No company that is not the customer's. */
export function checkCompanies(form: Form, known: readonly Option[]): void {
  const stranger = form.list('company').find((id) => !known.some(({ value }) => value === id));
  if (stranger !== undefined && stranger !== '') form.fail('company', wrong.choice(stranger));
}

/** Gives a user access to these companies and no others. */
export async function setCompanies(
  ctx: Context,
  user: number,
  companies: readonly Option[],
): Promise<void> {
  await ctx.db.all('delete from user_company where user_id = $1', user);
  for (const { value } of companies) {
    await ctx.db.all('insert into user_company values ($1, $2)', user, Number(value));
  }
}

export interface Level {
  readonly id: number;
  readonly nivel: number;
  readonly nombre: string;
}

export const levels = (ctx: Context): Promise<Level[]> =>
  ctx.db.all<Level>('select * from nivel order by nivel');

export const levelOption = ({ id, nivel, nombre }: Level): Option => ({
  value: String(id),
  text: `${nombre} Nivel:${nivel}`,
});
