import { userOf } from '../users/access.ts';
import { page, redirect, type Answer } from '../web/answer.ts';
import type { Context, User } from '../web/context.ts';
import { Form, renderForm, type Field } from '../web/form.ts';
import { html } from '../../fixtures/html.ts';
import { layout } from '../web/layout.ts';
import { findUser, keepSession, say } from '../web/session.ts';
import { fits, hashPassword, weaknesses } from './password.ts';

const oldField: Field = {
  name: 'oldpassword',
  label: 'Contraseña actual',
  kind: 'password',
  required: true,
  autocomplete: 'current-password',
};

const newFields: readonly Field[] = [
  {
    name: 'password1',
    label: 'Nueva contraseña',
    kind: 'password',
    required: true,
    autocomplete: 'new-password',
  },
  {
    name: 'password2',
    label: 'Nueva contraseña (de nuevo)',
    kind: 'password',
    required: true,
    autocomplete: 'new-password',
  },
];

/** Sets one's own password, which asks for the old one, or that of a colleague. */
export async function changePassword(ctx: Context): Promise<Answer> {
  const user = await userOf(ctx);
  const isOwn = user.id === ctx.me.id;
  const fields =
    isOwn && !ctx.isOn('change-needs-no-old-password') ? [oldField, ...newFields] : newFields;
  if (!ctx.isPost) return shown(ctx, user, new Form(fields, {}));
  const form = Form.sent(ctx, fields);
  if (fields.includes(oldField)) await checkOld(form, user);
  checkNew(form, user);
  if (!form.valid) return shown(ctx, user, form);
  await ctx.db.update('users', user.id, {
    password: await hashPassword(form.text('password1')),
    old_password: user.password,
  });
  const changed = await findUser(ctx, 'users.id = $1', user.id);
  const keeps = isOwn || ctx.isOn('setter-of-password-signed-out');
  if (keeps && changed !== undefined) await keepSession(ctx, changed);
  say(ctx, 'success', 'Contraseña cambiada con éxito.');
  return redirect(
    ctx.me.nivel >= 3 ? `/users/detalle/${encodeURI(user.username)}/` : '/proyectos/',
  );
}

async function checkOld(form: Form, user: User): Promise<void> {
  const old = form.text('oldpassword');
  if (old !== '' && !(await fits(old, user.password))) {
    form.fail('oldpassword', 'Por favor, escriba su contraseña actual.');
  }
}

function checkNew(form: Form, user: User): void {
  const [first, second] = [form.text('password1'), form.text('password2')];
  if (first === '') return;
  const said = weaknesses(first, { 'nombre de usuario': user.username, email: user.email });
  for (const one of said) form.fail('password1', one);
  if (said.length === 0 && second !== '' && first !== second) {
    form.fail('password2', 'Debe escribir la misma contraseña cada vez.');
  }
}

const shown = (ctx: Context, user: User, form: Form): Answer =>
  page(
    layout(
      ctx,
      html`<h1>Cambiar la contraseña de ${user.username}</h1>
${renderForm(ctx, form, {
  className: 'password_change',
  button: html`<button class="btn btn-primary" type="submit" name="action">Cambiar la contraseña</button>`,
})}`,
      { title: 'Cambiar la contraseña', area: 'none' },
    ),
  );
