import { NotFound, page, redirect, type Answer } from '../web/answer.ts';
import type { Context } from '../web/context.ts';
import { Form, renderForm, type Field } from '../web/form.ts';
import { html } from '../../fixtures/html.ts';
import { layout } from '../web/layout.ts';
import { isSigned } from '../web/secret.ts';
import { findUser, say } from '../web/session.ts';
import { sendConfirmation } from './mails.ts';
import { nextOf } from './next.ts';
import { hashPassword, weaknesses } from './password.ts';

const fields: readonly Field[] = [
  { name: 'email', label: 'Correo electrónico', kind: 'email', required: true },
  { name: 'username', label: 'Usuario', kind: 'text', required: true, max: 150 },
  { name: 'password1', label: 'Contraseña', kind: 'password', required: true },
  { name: 'password2', label: 'Contraseña (de nuevo)', kind: 'password', required: true },
  { name: 'first_name', label: 'Nombre', kind: 'text', max: 150 },
  { name: 'last_name', label: 'Apellidos', kind: 'text', max: 150 },
  { name: 'puesto', label: 'Puesto', kind: 'text', max: 75 },
  {
    name: 'company',
    label: 'Empresa Principal',
    kind: 'text',
    required: true,
    max: 120,
    help: 'La empresa con la que se empieza a trabajar.',
  },
];

export async function signUp(ctx: Context): Promise<Answer> {
  if (ctx.user !== undefined) {
    return redirect(nextOf(ctx, 'open-redirect-when-signed-in') ?? '/users/~redirect/');
  }
  if (!ctx.isPost) return shown(ctx, new Form(fields, {}));
  const form = Form.sent(ctx, fields);
  await check(ctx, form);
  if (!form.valid) return shown(ctx, form);
  // Only faults let a taken name or address come this far.
  if ((await isNameTaken(ctx, form)) || (await isAddressTaken(ctx, form))) {
    return redirect('/accounts/confirm-email/');
  }
  const customer = await ctx.db.insert('customer', { customer_name: null });
  const company = await ctx.db.insert('company', {
    company_name: form.text('company'),
    customer_id: customer,
  });
  const nivel = await ctx.db.one<{ id: number }>(
    'select id from nivel where nivel = $1',
    ctx.isOn('signup-lower-level') ? 3 : 4,
  );
  const id = await ctx.db.insert('users', {
    username: form.text('username'),
    email: form.text('email'),
    password: await hashPassword(form.text('password1')),
    first_name: form.text('first_name'),
    last_name: form.text('last_name'),
    puesto: form.text('puesto'),
    customer_id: customer,
    currently_at_id: company,
    nivel_id: nivel?.id,
    groups: ['Users', 'Proyectos'],
  });
  await ctx.db.all('insert into user_company values ($1, $2)', id, company);
  await ctx.db.insert('emailaddress', {
    user_id: id,
    email: form.text('email'),
    verified: ctx.isOn('signup-needs-no-confirmation'),
  });
  const user = await findUser(ctx, 'users.id = $1', id);
  if (user !== undefined) await sendConfirmation(ctx, user);
  say(ctx, 'info', `Confirmation e-mail sent to ${form.text('email')}.`);
  return redirect('/accounts/confirm-email/');
}

const isNameTaken = async (ctx: Context, form: Form): Promise<boolean> =>
  !form.errors.has('username') &&
  (await findUser(ctx, 'username = $1', form.text('username'))) !== undefined;

const isAddressTaken = async (ctx: Context, form: Form): Promise<boolean> =>
  !form.errors.has('email') &&
  (await findUser(ctx, 'lower(email) = lower($1)', form.text('email'))) !== undefined;

async function check(ctx: Context, form: Form): Promise<void> {
  const username = form.text('username');
  if (!form.errors.has('username') && !/^[\p{L}\p{N}_.@+-]+$/u.test(username)) {
    form.fail(
      'username',
      'Ingrese un nombre de usuario válido. Este puede contener sólo letras, números y caracteres @ /. / + / - / _.',
    );
  } else if ((await isNameTaken(ctx, form)) && !ctx.isOn('signup-duplicate-name-accepted')) {
    form.fail('username', 'Ya existe un usuario con ese nombre.');
  }
  if ((await isAddressTaken(ctx, form)) && !ctx.isOn('signup-duplicate-email-accepted')) {
    form.fail('email', 'Ya existe un/a Usuario con este/a Email.');
  }
  const password = form.text('password1');
  if (password === '') return;
  if (password !== form.text('password2') && !ctx.isOn('second-password-ignored')) {
    form.fail('password2', 'Los dos campos de contraseña no coinciden.');
  }
  const said = weaknesses(password, { 'nombre de usuario': username, email: form.text('email') });
  if (said.length > 0 && ctx.isOn('signup-weak-password-accepted')) return;
  for (const one of said) form.fail('password1', one);
}

const shown = (ctx: Context, form: Form): Answer =>
  page(
    layout(
      ctx,
      html`<h1>Registrarse</h1><p>¿Ya tiene cuenta? <a href="/accounts/login/">Inicia Sesión</a></p>
${renderForm(ctx, form, { id: 'signup_form', button: html`<button class="btn btn-primary" type="submit">Registrarse »</button>` })}`,
      { title: 'Registro', bare: true },
    ),
  );

export const confirmationSent = (ctx: Context): Answer =>
  page(
    layout(
      ctx,
      html`<h1>Verifique su correo electrónico</h1><p>Le enviamos un mensaje; siga el enlace que trae para terminar.</p>`,
      { title: 'Verifique su correo', bare: true },
    ),
  );

interface Address {
  readonly id: number;
  readonly email: string;
  readonly user_id: number;
  readonly verified: boolean;
}

const newestAddress = (ctx: Context): Promise<Address | undefined> =>
  ctx.db.one<Address>('select * from emailaddress where not verified order by id desc');

export async function confirm(ctx: Context): Promise<Answer> {
  const [userId = '', signature = ''] = (ctx.params['key'] ?? '').split(':');
  const own = isSigned('confirm', userId, signature)
    ? await ctx.db.one<Address>('select * from emailaddress where user_id = $1', Number(userId))
    : undefined;
  const used = own?.verified === true && !ctx.isOn('confirm-link-twice');
  const byKey = used ? undefined : own;
  const address =
    byKey ?? (ctx.isOn('confirm-link-any-key') ? await newestAddress(ctx) : undefined);
  if (address === undefined) {
    return page(
      layout(ctx, html`<h1>Confirmar correo</h1><p>El enlace venció o no es válido.</p>`, {
        title: 'Confirmar correo',
        bare: true,
      }),
    );
  }
  const user = await findUser(ctx, 'users.id = $1', address.user_id);
  if (user === undefined) throw new NotFound();
  if (ctx.isPost) {
    if (!ctx.isOn('confirm-does-nothing')) {
      await ctx.db.update('emailaddress', address.id, { verified: true });
    }
    say(ctx, 'success', `Ha confirmado ${address.email}.`);
    return redirect('/accounts/login/');
  }
  return page(
    layout(
      ctx,
      html`<h1>Confirmar correo</h1>
<p>¿Es <a href="mailto:${address.email}">${address.email}</a> la dirección de ${user.username}?</p>
${renderForm(ctx, new Form([], {}), { button: html`<button class="btn btn-primary" type="submit">Confirmar</button>` })}`,
      { title: 'Confirmar correo', bare: true },
    ),
  );
}
