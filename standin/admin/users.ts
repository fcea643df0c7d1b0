import { found } from '../web/access.ts';
import { page, redirect, type Answer } from '../web/answer.ts';
import type { Context, User } from '../web/context.ts';
import { csrfField, Form, renderForm, type Field } from '../web/form.ts';
import { html } from '../../fixtures/html.ts';
import { layout } from '../web/layout.ts';
import { findUser } from '../web/session.ts';

const groups = ['Administrators', 'Proyectos', 'Users'];

const fields: readonly Field[] = [
  { name: 'username', label: 'Nombre de usuario:', kind: 'text', required: true, max: 150 },
  { name: 'first_name', label: 'Nombre:', kind: 'text', max: 150 },
  { name: 'last_name', label: 'Apellido:', kind: 'text', max: 150 },
  { name: 'email', label: 'Email:', kind: 'email', required: true, max: 254 },
  { name: 'is_active', label: 'Activo', kind: 'checkbox' },
  { name: 'is_staff', label: 'Es staff', kind: 'checkbox' },
  {
    name: 'groups',
    label: 'Grupos:',
    kind: 'multiple',
    options: groups.map((name) => ({ value: name, text: name })),
  },
];

/** All users of all customers. */
export async function users(ctx: Context): Promise<Answer> {
  const rows = await ctx.db.all<Pick<User, 'id' | 'username'>>(
    'select id, username from users order by username',
  );
  const title = 'Seleccione usuario a modificar';
  return page(
    layout(
      ctx,
      html`<h1>${title}</h1>
<table id="result_list">${rows.map(({ id, username }) => html`<tr><th class="field-username"><a href="/admin/users/user/${id}/change/">${username}</a></th></tr>`)}</table>`,
      { title: `${title} | Sitio de administración de Django`, bare: true },
    ),
  );
}

/** The form by which staff take away somebody's access, among other things. */
export async function changeUser(ctx: Context): Promise<Answer> {
  const user = found(await findUser(ctx, 'users.id::text = $1', ctx.params['id']));
  if (!ctx.isPost) {
    const { username, first_name, last_name, email, is_active, is_staff } = user;
    const checks = { is_active: String(is_active), is_staff: String(is_staff) };
    return shown(
      ctx,
      user,
      new Form(fields, { username, first_name, last_name, email, ...checks, groups: user.groups }),
    );
  }
  const form = Form.sent(ctx, fields);
  for (const [name, said] of [
    ['username', 'Ya existe un usuario con ese nombre.'],
    ['email', 'Ya existe un/a Usuario con este/a Email.'],
  ] as const) {
    if (form.errors.has(name)) continue;
    const twin = await findUser(ctx, `${name} = $1 and users.id <> $2`, form.text(name), user.id);
    if (twin !== undefined) form.fail(name, said);
  }
  if (!form.valid) return shown(ctx, user, form);
  await ctx.db.update('users', user.id, {
    ...Object.fromEntries(
      ['username', 'first_name', 'last_name', 'email'].map((name) => [name, form.text(name)]),
    ),
    is_active: form.text('is_active') !== '',
    is_staff: form.text('is_staff') !== '',
    groups: groups.filter((name) => form.list('groups').includes(name)),
  });
  return redirect('/admin/users/user/');
}

/** The question before staff delete a user, and the deletion. */
export async function deleteUser(ctx: Context): Promise<Answer> {
  const user = found(await findUser(ctx, 'users.id::text = $1', ctx.params['id']));
  if (!ctx.isPost) {
    return page(
      layout(
        ctx,
        html`<h1>¿Está seguro?</h1>
          <p>Se eliminará ${user.username}.</p>
          <form method="post">
            ${csrfField(ctx)}<input type="hidden" name="post" value="yes" />
            <input type="submit" value="Sí, estoy seguro" />
          </form>`,
        { title: 'Eliminar usuario | Sitio de administración de Django', bare: true },
      ),
    );
  }
  await ctx.db.all('delete from users where id = $1', user.id);
  return redirect('/admin/users/user/');
}

const shown = (ctx: Context, user: User, form: Form): Answer =>
  page(
    layout(
      ctx,
      html`<h1>Modificar usuario</h1>
${renderForm(ctx, form, { id: 'user_form', button: html`<input type="submit" value="Guardar" name="_save">` })}`,
      {
        title: `${user.email} | Modificar usuario | Sitio de administración de Django`,
        bare: true,
      },
    ),
  );
