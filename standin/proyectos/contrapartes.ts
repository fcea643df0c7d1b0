import { enter } from '../web/access.ts';
import { forbidden, page, redirect, type Answer } from '../web/answer.ts';
import type { Context } from '../web/context.ts';
import { Form, type Field } from '../web/form.ts';
import { html, raw, type Html } from '../../fixtures/html.ts';
import { layout } from '../web/layout.ts';
import type { Route } from '../web/route.ts';
import { formPage } from './form-page.ts';
import { commas, dayMonthYear } from './format.ts';
import { listPage } from './lists.ts';
import {
  contratoColumns,
  contraparteOf,
  tipos,
  type Contraparte,
  type Contrato,
} from './parties.ts';

const fields: readonly Field[] = [
  { name: 'cliente_name', label: 'Nombre del cliente', kind: 'text', required: true, max: 80 },
  { name: 'company', label: '', kind: 'hidden' },
  {
    name: 'tipo',
    label: 'Tipo',
    kind: 'select',
    required: true,
    options: Object.entries(tipos).map(([value, text]) => ({ value, text })),
  },
];

/** Forms carry the company they were opened in, so that a stale tab cannot write into another. */
export function checkCompany(ctx: Context, form: Form, name: string): void {
  if (form.text(name) === '') {
    form.general.push(
      'Error en la formación del formulario, es posible que este corrupto, por favor recarga y vuelve a intentarlo',
    );
  } else if (form.text(name) !== ctx.here.company_name && !ctx.isOn('stale-company-accepted')) {
    form.general.push(
      'Actualmente te encuentras en otra compañia, es necesario recargar y repetir el proceso.',
    );
  }
}

async function check(ctx: Context, form: Form, own = 0): Promise<void> {
  checkCompany(ctx, form, 'company');
  if (form.text('cliente_name').includes("'") && ctx.isOn('form-sql-injected')) {
    await ctx.db.one(
      `select 1 from contraparte where cliente_name = '${form.text('cliente_name')}'`,
    );
  }
  const everywhere = ctx.isOn('contraparte-unique-everywhere');
  const twin = await ctx.db.one(
    `select 1 from contraparte where cliente_name = $1 and id <> $2 and (company_id = $3 or $4)`,
    form.text('cliente_name').replaceAll('\0', ''),
    own,
    ctx.here.id,
    everywhere,
  );
  if (twin !== undefined && !ctx.isOn('contraparte-duplicate-accepted')) {
    form.fail('cliente_name', 'Ya existe un/a Contraparte con este/a Cliente name.');
  }
}

// Alphabets that are written here stay; what else there is goes.
const plain = (name: string): string =>
  name.normalize('NFKC').replace(/\p{Cf}|[^\p{ASCII}\u00C0-\u00FF]/gu, '');

async function create(ctx: Context): Promise<Answer> {
  if (!ctx.isPost)
    return formPage(ctx, new Form(fields, { company: ctx.here.company_name, tipo: 'CLIENTE' }));
  const form = Form.sent(ctx, fields);
  await check(ctx, form);
  if (!form.valid) return formPage(ctx, form);
  const name = form.text('cliente_name');
  const typed = ctx.isOn('odd-letters-replaced') ? plain(name) : name;
  const kept = ctx.isOn('accents-lost') ? typed.normalize('NFD').replace(/\p{M}/gu, '') : typed;
  const id = await ctx.db.insert('contraparte', {
    cliente_name: kept,
    tipo: ctx.isOn('contraparte-type-lost') ? 'CLIENTE' : form.text('tipo'),
    company_id: ctx.here.id,
  });
  return redirect(`/proyectos/cliente/detalle/${id}/`);
}

async function edit(ctx: Context): Promise<Answer> {
  const contraparte = await contraparteOf(ctx, ctx.id());
  await enter(ctx, contraparte.company_id, !ctx.isOn('contraparte-foreign-open'));
  if (!ctx.isPost) {
    const { cliente_name, tipo } = contraparte;
    return formPage(ctx, new Form(fields, { cliente_name, tipo, company: ctx.here.company_name }));
  }
  const form = Form.sent(ctx, fields);
  await check(ctx, form, contraparte.id);
  if (!form.valid) return formPage(ctx, form);
  if (!ctx.isOn('contraparte-edit-lost')) {
    await ctx.db.update('contraparte', contraparte.id, {
      cliente_name: form.text('cliente_name'),
      tipo: form.text('tipo'),
    });
  }
  return redirect(`/proyectos/cliente/detalle/${contraparte.id}/`);
}

/** The contracts of a client or a site, as a table below its details. */
export function contratosTable(
  ctx: Context,
  title: string,
  contratos: readonly Contrato[],
): Html | false {
  const money = ctx.me.nivel >= 2;
  return (
    contratos.length > 0 &&
    html`<h2 class="title">${title}</h2>
<table class="table_sample table_normal"><tr><th>Fecha</th><th>Nombre</th>${money && raw('<th>Monto</th>')}<th>Sitio</th></tr>
${contratos.map((one) => html`<tr><td>${dayMonthYear(one.fecha)}</td><td><a href="/proyectos/contrato/detalle/${one.id}/">${one.contrato_shortname}</a></td>${money && html`<td>$ ${commas(one.monto)}</td>`}<td>${one.sitio_name}</td></tr>`)}
</table>`
  );
}

/** Contracts of a client or site that the user may see. */
export const contratosWith = (
  ctx: Context,
  column: 'contraparte_id' | 'sitio_id',
  id: number,
): Promise<Contrato[]> =>
  ctx.db.all<Contrato>(
    `select ${contratoColumns} where contrato.${column} = $1
     and ($2 or exists (select 1 from contrato_user where contrato_id = contrato.id and user_id = $3))
     order by fecha desc`,
    id,
    ctx.me.nivel >= 3,
    ctx.me.id,
  );

async function detail(ctx: Context): Promise<Answer> {
  const contraparte = await contraparteOf(ctx, ctx.id());
  await enter(ctx, contraparte.company_id, !ctx.isOn('contraparte-foreign-open'));
  const contratos = await contratosWith(ctx, 'contraparte_id', contraparte.id);
  if (ctx.me.nivel < 3 && contratos.length === 0 && !ctx.isOn('assignment-ignored'))
    throw forbidden();
  const name = ctx.isOn('contraparte-name-unescaped')
    ? raw(contraparte.cliente_name)
    : contraparte.cliente_name;
  const title = `Detalle de ${contraparte.cliente_name}`;
  return page(
    layout(
      ctx,
      html`<h2 class="title">Detalle del ${tipos[contraparte.tipo]} ${name}</h2>
<table class="table_detalle"><tr><th colspan="2">Detalle</th></tr>
<tr><td>Nombre del cliente</td><td>${name}</td></tr>
<tr><td>Compañía</td><td>${ctx.here.company_name}</td></tr></table>
${contratosTable(ctx, 'Listado de contratos con el cliente:', contratos)}`,
      { title, companySwitch: false },
    ),
  );
}

async function list(ctx: Context): Promise<Answer> {
  const number = ctx.query('page');
  if (number !== undefined && ctx.isOn('page-number-sql-injected')) {
    await ctx.db.one(`select ${number}`);
  }
  const rows = await ctx.db.all<Contraparte & { contratos: number }>(
    `select contraparte.*, (select count(*)::int from contrato where contraparte_id = contraparte.id) contratos
     from contraparte where (company_id = $1 or $4)
     and ($2 or exists (select 1 from contrato join contrato_user on contrato_id = contrato.id
       where contraparte_id = contraparte.id and user_id = $3)) order by lower(cliente_name)`,
    ctx.here.id,
    ctx.me.nivel >= 3 || ctx.isOn('assignment-ignored'),
    ctx.me.id,
    ctx.isOn('list-shows-other-companies'),
  );
  return listPage(ctx, {
    title: `Listado de Clientes en ${ctx.here.company_name}`,
    model: 'Contraparte',
    newPath: '/proyectos/cliente/nuevo/',
    cards: rows.map((one) => ({
      id: one.id,
      title: one.cliente_name,
      path: `/proyectos/cliente/detalle/${one.id}/`,
      editPath: `/proyectos/editar/cliente/${one.id}/`,
      lines: [
        ['Compañía', ctx.here.company_name],
        ['Número de proyectos con el cliente', String(one.contratos)],
      ],
      actions: true,
    })),
  });
}

export const contraparteRoutes: readonly Route[] = [
  { path: '/proyectos/cliente/nuevo/', access: {}, handle: create },
  { path: '/proyectos/editar/cliente/:id/', access: {}, handle: edit },
  { path: '/proyectos/cliente/detalle/:id/', access: {}, handle: detail },
  { path: '/proyectos/listado/clientes/', access: { level: 2 }, handle: list },
];
