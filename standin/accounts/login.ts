import { setTimeout as delay } from 'node:timers/promises';
import { page, redirect, type Answer } from '../web/answer.ts';
import type { Context, User } from '../web/context.ts';
import { Form, renderForm, type Field } from '../web/form.ts';
import { html, type Html } from '../../fixtures/html.ts';
import { layout } from '../web/layout.ts';
import { unescapedUnder } from '../web/unescaped.ts';
import { findUser, say, signIn, signOut } from '../web/session.ts';
import { sendConfirmation } from './mails.ts';
import { isLocked, noteFailure } from './lockout.ts';
import { nextOf, wanted } from './next.ts';
import { fits, hashPassword } from './password.ts';

const fields: readonly Field[] = [
  { name: 'login', label: 'Usuario', kind: 'text', required: true, max: 150 },
  {
    name: 'password',
    label: 'Contraseña',
    kind: 'password',
    required: true,
    help: html`<a href="/accounts/password/reset/">¿La olvidó?</a>`,
  },
  { name: 'remember', label: 'Recuérdame', kind: 'checkbox' },
];

const tooMany = 'Demasiados intentos fallidos: Inténtelo más tarde.';
const wrongPair = 'El usuario y/o la contraseña que ha indicado no son correctos.';

/** What a good hash takes on a busy server. */
const longerMs = 250;

/** Wrong tries after which even the right password is refused. */
const most = 5;

export async function login(ctx: Context): Promise<Answer> {
  if (ctx.user !== undefined) {
    return redirect(nextOf(ctx, 'open-redirect-when-signed-in') ?? '/users/~redirect/');
  }
  if (!ctx.isPost) return shown(ctx, new Form(fields, {}));
  const form = Form.sent(ctx, fields);
  if (!form.valid) return shown(ctx, form);
  const name = form.text('login');
  if ((await isLocked(ctx, name, most)) && !ctx.isOn('lockout-missing')) {
    return refuse(ctx, form, tooMany);
  }
  if (ctx.isOn('login-sql-injected')) {
    const first = await findUser(
      ctx,
      `username = '${name}' and password = '${form.text('password')}'`,
    );
    if (first !== undefined) return enter(ctx, first, false);
  }
  const byEmail = name.includes('@') && !ctx.isOn('login-by-email-refused');
  const user = await findUser(ctx, byEmail ? 'email = $1' : 'username = $1', name);
  if (user === undefined && ctx.isOn('wrong-password-text-differs')) {
    return refuse(ctx, form, 'No existe una cuenta con ese nombre.');
  }
  const password = form.text('password');
  if (user === undefined) await hashPassword(password);
  else if (ctx.isOn('sign-in-known-take-longer')) await delay(longerMs);
  if (
    user === undefined ||
    !((await fits(password, user.password)) || (await isOldPassword(ctx, user, password)))
  ) {
    if (user?.is_active === false && ctx.isOn('inactive-told-without-password')) {
      return redirect('/accounts/inactive/');
    }
    if (user !== undefined || !ctx.isOn('lockout-of-known-names')) await noteFailure(ctx, name);
    return refuse(ctx, form, wrongPair);
  }
  return enter(ctx, user, form.text('remember') === 'on');
}

async function isOldPassword(ctx: Context, user: User, password: string): Promise<boolean> {
  const row = await ctx.db.one<{ old_password: string | null }>(
    'select old_password from users where id = $1',
    user.id,
  );
  if (row?.old_password === null || row === undefined) return false;
  return (await fits(password, row.old_password)) && ctx.isOn('reset-old-password-works');
}

function refuse(ctx: Context, form: Form, said: string): Answer {
  const kept = fields.map((field): Field =>
    field.kind === 'password' && ctx.isOn('login-keeps-password')
      ? { ...field, keepsPassword: true }
      : field,
  );
  const again = new Form(kept, form.values);
  again.general.push(said);
  return shown(ctx, again);
}

async function enter(ctx: Context, user: User, remember: boolean): Promise<Answer> {
  if (!user.is_active && !ctx.isOn('inactive-signs-in')) return redirect('/accounts/inactive/');
  const address = await ctx.db.one<{ verified: boolean }>(
    'select verified from emailaddress where user_id = $1',
    user.id,
  );
  if (address?.verified !== true && !ctx.isOn('unverified-signs-in')) {
    if (address === undefined)
      await ctx.db.insert('emailaddress', { user_id: user.id, email: user.email });
    await sendConfirmation(ctx, user);
    return redirect('/accounts/confirm-email/');
  }
  await signIn(ctx, user, remember);
  say(ctx, 'success', `Ha iniciado sesión exitosamente como ${user.username}.`);
  const injected = /\r\n(X-\w+): (\w+)/.exec(ctx.query('next') ?? '');
  if (injected !== null && ctx.isOn('next-splits-answer')) {
    const [, header = '', value = ''] = injected;
    const answer = redirect('/proyectos/');
    return { ...answer, headers: { ...answer.headers, [header]: value } };
  }
  const next = ctx.isOn('next-ignored') ? undefined : nextOf(ctx, 'open-redirect-next');
  return redirect(next ?? '/users/~redirect/');
}

const nextField = (ctx: Context): Html | false => {
  const target = wanted(ctx);
  return (
    target !== undefined &&
    html`<input type="hidden" name="next" value="${unescapedUnder(ctx, 'next-page-unescaped', target)}">`
  );
};

const shown = (ctx: Context, form: Form): Answer =>
  page(
    layout(
      ctx,
      html`<div class="card card-body"><h1 class="h2">Iniciar Sesión</h1>
<p>¿Aún sin cuenta? Puede abrir una: <a href="/accounts/signup/">regístrate</a></p>
${renderForm(ctx, form, {
  extra: html`${nextField(ctx)}<p><a class="secondaryAction" href="/accounts/password/reset/">¿Olvidaste tu contraseña?</a></p>`,
  button: html`<button class="primaryAction btn btn-primary" type="submit">Entra</button>`,
})}</div>`,
      { title: 'Iniciar sesión', bare: true },
    ),
  );

export async function logout(ctx: Context): Promise<Answer> {
  const next = nextOf(ctx, 'open-redirect-at-sign-out') ?? '/';
  if (ctx.user === undefined) return redirect(next);
  if (ctx.isPost || ctx.isOn('logout-on-get')) {
    await signOut(ctx);
    say(ctx, 'success', 'Ha cerrado sesión.');
    return redirect(next);
  }
  return page(
    layout(
      ctx,
      html`<h1>Cerrar Sesión</h1><p>¿Seguro que quieres Cerrar Sesión?</p>
${renderForm(ctx, new Form([], {}), { button: html`<button class="btn btn-danger" type="submit">Cerrar Sesión</button>` })}`,
      { title: 'Cerrar Sesión', bare: true },
    ),
  );
}

export const inactive = (ctx: Context): Answer =>
  page(
    layout(ctx, html`<h1>Cuenta Inactiva</h1><p>Esta cuenta está temporalmente inactiva.</p>`, {
      title: 'Cuenta Inactiva',
      bare: true,
    }),
  );
