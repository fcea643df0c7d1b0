import { saveButton } from '../proyectos/form-page.ts';
import { listPage } from '../proyectos/lists.ts';
import { found } from '../web/access.ts';
import { page, redirect, type Answer } from '../web/answer.ts';
import type { Company, Context } from '../web/context.ts';
import { Form, renderForm, type Field } from '../web/form.ts';
import { html, type Html } from '../../fixtures/html.ts';
import { layout } from '../web/layout.ts';
import { manage } from './access.ts';
import { checkCustomer } from './checks.ts';
import { actions } from './list.ts';

const newFields: readonly Field[] = [
  {
    name: 'full_name',
    label: 'Razón Social',
    kind: 'text',
    max: 250,
    help: 'El nombre legal, que llevan los documentos impresos.',
  },
  {
    name: 'company_name',
    label: 'Nombre de la Compañía',
    kind: 'text',
    required: true,
    max: 120,
    help: 'El nombre corto, que se ve en la pantalla.',
  },
  { name: 'customer', label: '', kind: 'hidden' },
];

const editFields: readonly Field[] = [
  { name: 'full_name', label: 'Nombre de la compañía', kind: 'text', max: 250 },
  { name: 'company_name', label: 'Nombre corto', kind: 'text', required: true, max: 120 },
  { name: 'customer', label: '', kind: 'hidden' },
];

const sendButton = html`<button type="submit" class="btn">Enviar</button>`;

const shown = (ctx: Context, form: Form, button: Html): Answer =>
  page(layout(ctx, renderForm(ctx, form, { button }), { companySwitch: false, title: '' }));

/** A new company of the customer, which its maker may work in. */
export async function createCompany(ctx: Context): Promise<Answer> {
  manage(ctx);
  if (!ctx.isPost) {
    const customer = String(ctx.me.customer_id);
    return shown(ctx, new Form(newFields, { customer }), saveButton);
  }
  const form = Form.sent(ctx, newFields);
  const customer_id = checkCustomer(ctx, form);
  if (!form.valid) return shown(ctx, form, saveButton);
  const id = await ctx.db.insert('company', {
    company_name: form.text('company_name'),
    full_name: form.text('full_name'),
    customer_id,
  });
  await ctx.db.all('insert into user_company values ($1, $2)', ctx.me.id, id);
  if (ctx.isOn('company-create-lost')) await ctx.db.all('delete from company where id = $1', id);
  return redirect(`/users/detalle/company/${id}/`);
}

export async function editCompany(ctx: Context): Promise<Answer> {
  manage(ctx);
  const own = ctx.companies.find(({ id }) => id === ctx.id());
  const company = found(
    own ??
      (ctx.isOn('company-edit-foreign')
        ? await ctx.db.one<Company>('select * from company where id = $1', ctx.id())
        : undefined),
  );
  if (!ctx.isPost) {
    const { full_name, company_name } = company;
    const customer = String(ctx.me.customer_id);
    const values = { full_name: full_name ?? '', company_name, customer };
    return shown(ctx, new Form(editFields, values), sendButton);
  }
  const form = Form.sent(ctx, editFields);
  const customer_id = checkCustomer(ctx, form);
  if (!form.valid) return shown(ctx, form, sendButton);
  if (!ctx.isOn('company-edit-lost')) {
    await ctx.db.update('company', company.id, {
      full_name: form.text('full_name'),
      company_name: form.text('company_name'),
      customer_id,
    });
  }
  return redirect(`/users/detalle/company/${company.id}/`);
}

/** The companies that one may work in. */
export async function listCompanies(ctx: Context): Promise<Answer> {
  manage(ctx);
  const companies = await ctx.db.all<Company>(
    `select * from company where $2 or exists
     (select 1 from user_company where company_id = company.id and user_id = $1)
     order by company_name desc`,
    ctx.me.id,
    ctx.isOn('company-list-foreign'),
  );
  const customer = await ctx.db.one<{ customer_name: string | null }>(
    'select customer_name from customer where id = $1',
    ctx.me.customer_id,
  );
  return listPage(ctx, {
    title: `Listado de Compañías de ${customer?.customer_name ?? 'None'}`,
    model: 'Company',
    newPath: '/users/nuevo/company/',
    cards: companies.map(({ id, company_name }) => ({
      id,
      title: company_name,
      path: `/users/detalle/company/${id}/`,
      editPath: `/users/company-update/${id}/`,
      lines: [],
      // The questions of this area are at addresses of its own.
      actions: false,
      extra: actions('Company', id, `/users/company-update/${id}/`),
    })),
  });
}
