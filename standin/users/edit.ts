import { page, redirect, type Answer } from '../web/answer.ts';
import type { Context, User } from '../web/context.ts';
import { Form, renderForm, type Field, type Option } from '../web/form.ts';
import { html } from '../../fixtures/html.ts';
import { layout, widgets } from '../web/layout.ts';
import { detailPath, userOf } from './access.ts';
import {
  checkCompanies,
  checkNames,
  colleagueFields,
  companiesOf,
  companyField,
  levelOption,
  levels,
  setCompanies,
  unasked,
} from './checks.ts';

const { username, firstName, lastName, email, puesto } = colleagueFields;

const ownFields: readonly Field[] = [
  { ...username, label: 'Nombre de usuario' },
  { ...firstName, label: 'Nombre' },
  { ...lastName, label: 'Apellido' },
  { ...email, label: 'Email' },
];

/** The form for a colleague; it offers no level above one's own, but the one that they have. */
async function colleague(
  ctx: Context,
  user: User,
  companies: readonly Option[],
): Promise<readonly Field[]> {
  const offered = (await levels(ctx)).filter(
    ({ nivel }) =>
      nivel <= ctx.me.nivel || nivel === user.nivel || ctx.isOn('user-level-above-own-accepted'),
  );
  return [
    username,
    firstName,
    lastName,
    companyField(companies),
    email,
    {
      name: 'nivel_acceso',
      label: 'Nivel de Acceso',
      kind: 'select',
      required: true,
      options: [{ value: '', text: '---------' }, ...offered.map(levelOption)],
    },
    puesto,
  ];
}

/** The form of a user: a short one for oneself, a full one for a colleague. */
export async function edit(ctx: Context): Promise<Answer> {
  const user = await userOf(ctx);
  const isOwn = user.id === ctx.me.id;
  if (!ctx.isPost) {
    const companies = await currentCompanies(ctx, user);
    const nivel = await ctx.db.one<{ id: number }>(
      'select id from nivel where nivel = $1',
      user.nivel,
    );
    const { first_name, last_name } = user;
    const values = {
      username: user.username,
      first_name,
      last_name,
      email: user.email,
      puesto: user.puesto ?? '',
      company: companies.map(({ value }) => value),
      nivel_acceso: String(nivel?.id),
    };
    const fields = isOwn ? ownFields : await colleague(ctx, user, companies);
    return shown(ctx, user, new Form(fields, values));
  }
  const companies = isOwn
    ? []
    : await companiesOf(ctx, new Form([], { company: ctx.sent.all('company') }));
  const form = Form.sent(ctx, isOwn ? ownFields : await colleague(ctx, user, companies));
  await checkNames(ctx, form, user.id);
  if (!isOwn) checkCompanies(form, companies);
  if (!form.valid) return shown(ctx, user, form);
  if (ctx.isOn('user-edit-lost')) return redirect(detailPath(user.username));
  const name = form.text('username');
  await ctx.db.update('users', user.id, {
    username: name,
    first_name: form.text('first_name'),
    last_name: form.text('last_name'),
    email: form.text('email'),
    ...unasked(ctx),
    ...(isOwn ? {} : { puesto: form.text('puesto'), nivel_id: Number(form.text('nivel_acceso')) }),
  });
  if (!isOwn) await setCompanies(ctx, user.id, companies);
  return redirect(detailPath(name));
}

async function currentCompanies(ctx: Context, user: User): Promise<Option[]> {
  const rows = await ctx.db.all<{ id: number; company_name: string }>(
    `select id, company_name from company join user_company on company_id = company.id
     where user_id = $1 order by id`,
    user.id,
  );
  return rows.map(({ id, company_name }) => ({ value: String(id), text: company_name }));
}

function shown(ctx: Context, user: User, form: Form): Answer {
  const password =
    user.id === ctx.me.id
      ? '/users/password/'
      : `/accounts/password/change/${encodeURI(user.username)}/`;
  return page(
    layout(
      ctx,
      html`<h1>${user.username}</h1>
${renderForm(ctx, form, {
  className: 'form-horizontal',
  extra: html`<p>La contraseña se cambia en su propio <a href="${password}">formulario</a>.</p>`,
  button: html`<button type="submit" class="btn">Actualizar</button>`,
})}`,
      { title: user.username, companySwitch: false, scripts: widgets.scripts },
    ),
  );
}
