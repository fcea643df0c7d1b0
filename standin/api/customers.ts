import { hashPassword } from '../accounts/password.ts';
import { json, type Answer } from '../web/answer.ts';
import type { Context } from '../web/context.ts';
import { wrong } from '../web/form.ts';
import { findUser } from '../web/session.ts';
import {
  authenticated,
  field,
  invalid,
  isStaff,
  only,
  onlyPost,
  onlyStaff,
  texts,
} from './gate.ts';

/** All customers, for staff; staff may add one too. */
export async function customers(ctx: Context): Promise<Answer> {
  const user = await authenticated(ctx);
  if (!isStaff(user) && !ctx.isOn('api-staff-list-open')) throw onlyStaff();
  only(ctx, ['GET', 'HEAD', 'POST']);
  if (!ctx.isPost) {
    return json(await ctx.db.all('select id, customer_name from customer order by id'));
  }
  const name = field(ctx, 'customer_name');
  const customer_name = typeof name === 'string' && name !== '' ? name : null;
  if (customer_name !== null && customer_name.length > 120) {
    throw invalid({
      customer_name: ['Asegúrese de que este campo no tenga más de 120 caracteres.'],
    });
  }
  return json({ id: await ctx.db.insert('customer', { customer_name }), customer_name }, 201);
}

/** Whether an e-mail address is still free. */
export async function isUnique(ctx: Context): Promise<Answer> {
  await authenticated(ctx);
  onlyPost(ctx);
  const email = field(ctx, 'email');
  const user =
    typeof email === 'string' && !email.includes('\0')
      ? await findUser(ctx, 'email = $1', email)
      : undefined;
  return json({ unique: user === undefined });
}

/** Sets the password of a user; only staff may. */
export async function setPassword(ctx: Context): Promise<Answer> {
  const user = await authenticated(ctx);
  if (!isStaff(user) && !ctx.isOn('api-level-1-sets-passwords')) throw onlyStaff();
  onlyPost(ctx);
  const { id_usr, pwd } = texts(ctx, 'id_usr', 'pwd');
  const id = /^\d{1,9}$/.test(id_usr) ? Number(id_usr) : 0;
  if ((await findUser(ctx, 'users.id = $1', id)) === undefined) {
    return json({ detail: 'No encontrado.' }, 404);
  }
  if (!ctx.isOn('api-staff-password-lost')) {
    await ctx.db.update('users', id, { password: await hashPassword(pwd) });
  }
  return json({ pass: true });
}

/** A new customer with a company and a user, who has no password yet; only staff may. */
export async function create(ctx: Context): Promise<Answer> {
  const maker = await authenticated(ctx);
  if (!isStaff(maker) && !ctx.isOn('api-level-1-creates-users')) throw onlyStaff();
  onlyPost(ctx);
  const { customer, company, name, email } = texts(ctx, 'customer', 'company', 'name', 'email');
  const level = field(ctx, 'permission_level') ?? 1;
  const nivel = await ctx.db.one<{ id: number }>(
    'select id from nivel where nivel::text = $1',
    typeof level === 'number' || typeof level === 'string' ? String(level) : '',
  );
  if (nivel === undefined) throw invalid({ permission_level: [wrong.object] });
  const errors = [
    ...((await findUser(ctx, 'username = $1', name)) === undefined
      ? []
      : [['username', ['Ya existe un usuario con ese nombre.']]]),
    ...((await findUser(ctx, 'lower(email) = lower($1)', email)) === undefined
      ? []
      : [['email', ['Ya existe un/a Usuario con este/a Email.']]]),
  ];
  if (errors.length > 0) return json({ success: false, errors });
  const customer_id = await ctx.db.insert('customer', { customer_name: customer });
  const companyId = await ctx.db.insert('company', { company_name: company, customer_id });
  const id = await ctx.db.insert('users', {
    username: name,
    email,
    password: '!',
    customer_id,
    nivel_id: nivel.id,
    groups: ['Administrators', 'Proyectos', 'Users'],
  });
  await ctx.db.all('insert into user_company values ($1, $2)', id, companyId);
  return json({ success: true, id, email, usable: false });
}

/** The way in for data of an older system. The stand-in has nothing to take in; only staff may. */
export async function migrate(ctx: Context): Promise<Answer> {
  const user = await authenticated(ctx);
  if (!isStaff(user) && !ctx.isOn('api-migraciones-open')) throw onlyStaff();
  onlyPost(ctx);
  return json({ exito: true });
}
