import { createHash } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { page, redirect, type Answer } from '../web/answer.ts';
import type { Context, User } from '../web/context.ts';
import { Form, renderForm, type Field } from '../web/form.ts';
import { html, raw, type Html } from '../../fixtures/html.ts';
import { layout } from '../web/layout.ts';
import { isSigned, sign } from '../web/secret.ts';
import { findUser, remember, say } from '../web/session.ts';
import { forgetFailures } from './lockout.ts';
import { sendReset, sendUnknown } from './mails.ts';
import { hashPassword, weaknesses } from './password.ts';

const emailField: readonly Field[] = [
  { name: 'email', label: 'Correo electrónico', kind: 'email', required: true },
];

const passwordFields: readonly Field[] = [
  { name: 'password1', label: 'Nueva contraseña', kind: 'password', required: true },
  { name: 'password2', label: 'Nueva contraseña (de nuevo)', kind: 'password', required: true },
];

const shown = (ctx: Context, title: string, content: Html): Answer =>
  page(layout(ctx, html`<h1>${title}</h1>${content}`, { title, bare: true }));

export async function ask(ctx: Context): Promise<Answer> {
  const button = html`<input class="btn btn-primary" type="submit" value="Restablecer">`;
  const form = ctx.isPost ? Form.sent(ctx, emailField) : new Form(emailField, {});
  if (!ctx.isPost || !form.valid) {
    return shown(
      ctx,
      'Restablecer Contraseña',
      renderForm(ctx, form, { className: 'password_reset', button }),
    );
  }
  const address = form.text('email');
  const user = await findUser(ctx, 'lower(email) = lower($1) and is_active', address);
  if (user !== undefined) {
    // What a mail server takes to accept a message.
    if (ctx.isOn('reset-known-take-longer')) await delay(250);
    await sendReset(
      ctx,
      user,
      `/accounts/password/reset/key/${user.id.toString(36)}-${tokenOf(ctx, user)}/`,
    );
  } else if (ctx.isOn('reset-unknown-address-told')) {
    form.fail('email', 'Ninguna cuenta usa esa dirección.');
    return shown(
      ctx,
      'Restablecer Contraseña',
      renderForm(ctx, form, { className: 'password_reset', button }),
    );
  } else {
    await sendUnknown(ctx, address);
  }
  return redirect('/accounts/password/reset/done/');
}

export const asked = (ctx: Context): Answer =>
  shown(
    ctx,
    'Restablecer Contraseña',
    html`<p>Le enviamos un mensaje. Si no llega en unos minutos, escríbanos.</p>`,
  );

// The password is part of what is signed, so a token dies when the password has changed.
function signedText(ctx: Context, { id, password }: User): string {
  if (ctx.isOn('reset-token-for-anybody')) return '';
  const under = ctx.isOn('reset-token-without-password') ? '' : password;
  return `${id}:${createHash('sha256').update(under).digest('hex')}`;
}

const tokenOf = (ctx: Context, user: User): string => sign('reset', signedText(ctx, user));

export async function setPassword(ctx: Context): Promise<Answer> {
  const { uid = '', token = '' } = ctx.params;
  const user = await findUser(ctx, 'users.id = $1', Number.parseInt(uid, 36) || 0);
  const isForm = token === 'set-password';
  const given = isForm ? (ctx.sessionData['reset'] ?? '') : token;
  const good =
    user !== undefined &&
    (isSigned('reset', signedText(ctx, user), given) || ctx.isOn('reset-link-works-twice'));
  if (user === undefined || !good) {
    return shown(
      ctx,
      'Hay un problema con el token',
      html`<p>El enlace no vale: quizá ya se usó. <a href="/accounts/password/reset/">Pida otro</a>.</p>${token.includes('<') && ctx.isOn('reset-token-echoed') && raw(token)}`,
    );
  }
  if (!isForm) {
    // The token leaves the address bar, so that it does not travel in a Referer.
    await remember(ctx, { reset: token });
    return redirect(`/accounts/password/reset/key/${uid}-set-password/`);
  }
  const form = ctx.isPost ? Form.sent(ctx, passwordFields) : new Form(passwordFields, {});
  if (ctx.isPost) {
    checkPair(ctx, form, user);
    if (form.valid) {
      await ctx.db.update('users', user.id, {
        password: await hashPassword(form.text('password1')),
        old_password: user.password,
      });
      if (!ctx.isOn('lockout-outlives-new-password')) await forgetFailures(ctx, user.email);
      say(ctx, 'success', 'Contraseña cambiada con éxito.');
      return redirect('/accounts/password/reset/key/done/');
    }
  }
  const button = html`<input type="submit" name="action" value="change password">`;
  return shown(ctx, 'Cambiar la contraseña', renderForm(ctx, form, { button, action: '.' }));
}

function checkPair(ctx: Context, form: Form, user: User): void {
  const password = form.text('password1');
  if (password === '') return;
  if (password !== form.text('password2') && !ctx.isOn('second-password-ignored')) {
    form.fail('password2', 'Debe escribir la misma contraseña cada vez.');
  }
  const said = weaknesses(password, { 'nombre de usuario': user.username, email: user.email });
  if (said.length > 0 && ctx.isOn('reset-weak-password-accepted')) return;
  for (const one of said) form.fail('password1', one);
}

export const done = (ctx: Context): Answer =>
  shown(ctx, 'Cambiar la contraseña', html`<p>Su contraseña ya es otra.</p>`);
