import { hashPassword } from '../accounts/password.ts';
import { json, type Answer } from '../web/answer.ts';
import type { Context } from '../web/context.ts';
import { findUser } from '../web/session.ts';
import { refusal, staffOnly, type Caller } from './caller.ts';
import { given } from './payload.ts';

/** Says whether nobody has an e-mail address yet. */
export async function unique(ctx: Context): Promise<Answer> {
  return json({
    unique: (await findUser(ctx, 'email = $1', given(ctx, 'email') ?? '')) === undefined,
  });
}

/** Lists the customers, or makes one. */
export async function customers(ctx: Context, caller: Caller): Promise<Answer> {
  staffOnly(caller, () => ctx.isOn('api-staff-list-open'));
  if (!ctx.isPost) {
    return json(await ctx.db.all('select id, customer_name from customer order by id'));
  }
  const customer_name = given(ctx, 'customer_name') ?? null;
  const id = await ctx.db.insert('customer', { customer_name });
  return json({ id, customer_name }, 201);
}

/** Makes a customer with a company and a user, who has no password until one is set. */
export async function createUser(ctx: Context, caller: Caller): Promise<Answer> {
  staffOnly(caller, () => ctx.isOn('api-level-1-creates-users'));
  const [username = '', email = ''] = [given(ctx, 'name'), given(ctx, 'email')];
  const nivel = await ctx.db.one<{ id: number }>(
    'select id from nivel where nivel::text = $1',
    given(ctx, 'permission_level') ?? '1',
  );
  const errors = {
    ...(await mistake(ctx, 'username', username, 'Ya existe un usuario con este nombre.')),
    ...(await mistake(ctx, 'email', email, 'Ya existe un/a Usuario con este/a Email.')),
    ...(nivel === undefined ? { nivel_acceso: ['Este campo no puede ser nulo.'] } : {}),
  };
  if (Object.keys(errors).length > 0) return json({ success: false, errors });
  const customer_id = await ctx.db.insert('customer', {
    customer_name: given(ctx, 'customer') ?? null,
  });
  const company = await ctx.db.insert('company', {
    company_name: given(ctx, 'company') ?? '',
    customer_id,
  });
  const id = await ctx.db.insert('users', {
    username,
    email,
    password: '!',
    customer_id,
    nivel_id: nivel?.id,
    groups: ['Administrators', 'Proyectos', 'Users'],
  });
  await ctx.db.all('insert into user_company values ($1, $2)', id, company);
  return json({ success: true, id, email, usable: false });
}

async function mistake(
  ctx: Context,
  field: 'username' | 'email',
  value: string,
  taken: string,
): Promise<Record<string, string[]>> {
  if (value === '') return { [field]: ['Este campo no puede estar en blanco.'] };
  const twin = await findUser(ctx, `${field} = $1`, value);
  return twin === undefined ? {} : { [field]: [taken] };
}

/** Sets the password of any user. */
export async function setPassword(ctx: Context, caller: Caller): Promise<Answer> {
  staffOnly(caller, () => ctx.isOn('api-level-1-sets-passwords'));
  const user = await findUser(ctx, 'users.id::text = $1', given(ctx, 'id_usr') ?? '');
  if (user === undefined) throw refusal(404, 'No encontrado.');
  const password = given(ctx, 'pwd');
  await ctx.db.update('users', user.id, {
    password: password === undefined ? '!' : await hashPassword(password),
  });
  return json({ pass: password !== undefined });
}
