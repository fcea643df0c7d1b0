import { hashPassword, weaknesses } from '../accounts/password.ts';
import { page, redirect, type Answer } from '../web/answer.ts';
import type { Context } from '../web/context.ts';
import { Form, renderForm, wrong, type Field, type Option } from '../web/form.ts';
import { html } from '../../fixtures/html.ts';
import { layout, widgets } from '../web/layout.ts';
import { detailPath, manage } from './access.ts';
import {
  checkCompanies,
  checkCustomer,
  checkNames,
  colleagueFields,
  companiesOf,
  companyField,
  levelOption,
  levels,
  setCompanies,
  unasked,
  type Level,
} from './checks.ts';

const { username, firstName, lastName, email, puesto } = colleagueFields;

const fields = (companies: readonly Option[], level: readonly Option[]): readonly Field[] => [
  username,
  firstName,
  lastName,
  { name: 'customer', label: '', kind: 'hidden' },
  companyField(companies),
  {
    name: 'nivel_acceso',
    label: 'Nivel acceso',
    kind: 'select',
    required: true,
    options: level,
    search: { url: '/proyectos/nivelacceso-autocomplete/', least: 0 },
  },
  puesto,
  email,
  { name: 'groups', label: '', kind: 'hidden' },
  {
    name: 'password1',
    label: 'Contraseña',
    kind: 'password',
    required: true,
    autocomplete: 'new-password',
  },
  {
    name: 'password2',
    label: 'Contraseña (confirmación)',
    kind: 'password',
    required: true,
    autocomplete: 'new-password',
    help: 'Para verificar, introduzca la misma contraseña anterior.',
  },
];

/** A new colleague. */
export async function createUser(ctx: Context): Promise<Answer> {
  manage(ctx);
  if (!ctx.isPost) {
    return shown(ctx, new Form(fields([], []), { customer: String(ctx.me.customer_id) }));
  }
  const form = Form.sent(ctx, fields([], []));
  const companies = await companiesOf(ctx, form);
  const known = await levels(ctx);
  const level = known.find(({ id }) => String(id) === form.text('nivel_acceso'));
  const customer_id = checkCustomer(ctx, form);
  await checkNames(ctx, form);
  checkCompanies(form, companies);
  checkLevel(ctx, form, level);
  checkPassword(form);
  if (form.valid && level !== undefined) {
    return save(ctx, form, { companies, level, known, customer_id });
  }
  const again = form.withFields(
    fields(companies, level === undefined ? [] : [levelOption(level)]),
    // Passwords are typed anew.
    { ...form.values, password1: '', password2: '' },
  );
  return shown(ctx, again);
}

function checkLevel(ctx: Context, form: Form, level: Level | undefined): void {
  if (form.text('nivel_acceso') === '') return;
  const allowed =
    level !== undefined &&
    (level.nivel <= ctx.me.nivel || ctx.isOn('user-level-above-own-accepted'));
  if (!allowed) form.fail('nivel_acceso', wrong.object);
}

function checkPassword(form: Form): void {
  const [first, second] = [form.text('password1'), form.text('password2')];
  if (first === '' || second === '') return;
  const said =
    first === second
      ? weaknesses(first, {
          'nombre de usuario': form.text('username'),
          nombre: form.text('first_name'),
          apellido: form.text('last_name'),
          email: form.text('email'),
        })
      : ['Los dos campos de contraseña no coinciden.'];
  for (const one of said) form.fail('password2', one);
}

interface Chosen {
  readonly companies: readonly Option[];
  readonly level: Level;
  readonly known: readonly Level[];
  readonly customer_id: number;
}

async function save(
  ctx: Context,
  form: Form,
  { companies, level, known, customer_id }: Chosen,
): Promise<Answer> {
  const name = form.text('username');
  const isTaken = await ctx.db.one('select 1 from users where username = $1', name);
  // Only the fault lets a taken name come this far.
  if (isTaken !== undefined) return redirect(detailPath(name));
  const given = ctx.isOn('user-created-at-other-level')
    ? (known.find(({ nivel }) => nivel === (level.nivel === 1 ? 2 : 1)) ?? level)
    : level;
  const id = await ctx.db.insert('users', {
    username: name,
    first_name: form.text('first_name'),
    last_name: form.text('last_name'),
    email: form.text('email'),
    puesto: form.text('puesto'),
    password: await hashPassword(form.text('password1')),
    is_active: !ctx.isOn('user-created-inactive'),
    customer_id,
    nivel_id: given.id,
    groups: given.nivel >= 3 ? ['Users', 'Proyectos'] : ['Proyectos'],
    ...unasked(ctx),
  });
  // The address is confirmed at the first sign-in, which makes its row.
  await setCompanies(ctx, id, companies);
  return redirect(detailPath(name));
}

function shown(ctx: Context, form: Form): Answer {
  if (ctx.isOn('user-create-500')) throw new Error('a static file is missing');
  const button = html`<button class="btn btn-primary" type="submit">Registrar »</button>`;
  return page(
    layout(
      ctx,
      html`<h1>Crear un Usuario</h1>
${renderForm(ctx, form, { id: 'signup_form', className: 'signup', button })}`,
      { title: 'Crear un Usuario', companySwitch: false, scripts: widgets.scripts },
    ),
  );
}
