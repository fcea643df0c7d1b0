import type { FaultId } from '../faults/index.ts';
import { enter } from '../web/access.ts';
import { forbidden, page, redirect, type Answer } from '../web/answer.ts';
import type { Context } from '../web/context.ts';
import { Form, wrong, type Field } from '../web/form.ts';
import { html } from '../../fixtures/html.ts';
import { layout } from '../web/layout.ts';
import type { Route } from '../web/route.ts';
import { contratosTable, contratosWith } from './contrapartes.ts';
import { formPage } from './form-page.ts';
import { listPage } from './lists.ts';
import { sitioOf, type Contraparte, type Sitio } from './parties.ts';
import { unescapedUnder } from '../web/unescaped.ts';

const fields = (client?: { id: number; cliente_name: string }): readonly Field[] => [
  { name: 'sitio_name', label: 'Nombre del sitio', kind: 'text', required: true, max: 80 },
  { name: 'sitio_location', label: 'Ubicación', kind: 'text', max: 80 },
  {
    name: 'cliente',
    label: '¿A qué cliente pertenece?',
    kind: 'select',
    required: true,
    options: client === undefined ? [] : [{ value: String(client.id), text: client.cliente_name }],
    search: { url: '/proyectos/cliente-autocomplete/', least: 3 },
  },
];

/**
 * The company's client that a form chose; a client of somebody else's is no choice.
 *
 * @param foreignTaken the fault with which it is
 */
export async function chosenParty(
  ctx: Context,
  form: Form,
  field: string,
  foreignTaken: FaultId,
): Promise<Contraparte | undefined> {
  const id = Number(form.text(field));
  const party = Number.isInteger(id)
    ? await ctx.db.one<Contraparte>('select * from contraparte where id = $1', id)
    : undefined;
  if (party !== undefined && (party.company_id === ctx.here.id || ctx.isOn(foreignTaken)))
    return party;
  if (form.text(field) !== '') form.fail(field, wrong.object);
  return undefined;
}

async function read(ctx: Context): Promise<{ form: Form; client: Contraparte | undefined }> {
  const sent = Form.sent(ctx, fields());
  if (ctx.sent.get('cliente') === '' && ctx.isOn('sitio-without-client-500'))
    throw new Error('no client');
  const client = await chosenParty(ctx, sent, 'cliente', 'sitio-foreign-client');
  const form = sent.withFields(fields(client));
  if (client !== undefined && client.tipo !== 'CLIENTE' && !ctx.isOn('sitio-any-type')) {
    form.fail('cliente', `La contraparte debe de ser CLIENTE y no ${client.tipo}`);
  }
  return { form, client };
}

const values = (form: Form, client: Contraparte | undefined): Record<string, unknown> => ({
  sitio_name: form.text('sitio_name'),
  sitio_location: form.text('sitio_location'),
  cliente_id: client?.id,
});

async function create(ctx: Context): Promise<Answer> {
  if (!ctx.isPost) return formPage(ctx, new Form(fields(), {}));
  const { form, client } = await read(ctx);
  if (!form.valid) return formPage(ctx, form);
  const id = await ctx.db.insert('sitio', values(form, client));
  return redirect(`/proyectos/sitio/detalle/${id}/`);
}

async function edit(ctx: Context): Promise<Answer> {
  const sitio = await sitioOf(ctx, ctx.id());
  await enter(ctx, sitio.company_id);
  if (!ctx.isPost) {
    const form = new Form(fields({ id: sitio.cliente_id, cliente_name: sitio.cliente_name }), {
      sitio_name: sitio.sitio_name,
      sitio_location: sitio.sitio_location ?? '',
      cliente: String(sitio.cliente_id),
    });
    return formPage(ctx, form);
  }
  const { form, client } = await read(ctx);
  if (!form.valid) return formPage(ctx, form);
  if (!ctx.isOn('sitio-edit-lost')) await ctx.db.update('sitio', sitio.id, values(form, client));
  return redirect(`/proyectos/sitio/detalle/${sitio.id}/`);
}

async function detail(ctx: Context): Promise<Answer> {
  const sitio = await sitioOf(ctx, ctx.id());
  await enter(ctx, sitio.company_id, !ctx.isOn('sitio-foreign-open'));
  const contratos = await contratosWith(ctx, 'sitio_id', sitio.id);
  if (ctx.me.nivel < 3 && contratos.length === 0 && !ctx.isOn('assignment-ignored'))
    throw forbidden();
  return page(
    layout(
      ctx,
      html`<h2 class="title">Detalle del sitio ${unescapedUnder(ctx, 'sitio-name-unescaped', sitio.sitio_name)}</h2>
<table class="table_detalle"><tr><th colspan="2">Detalle</th></tr>
<tr><td>Nombre del sitio</td><td>${sitio.sitio_name}</td></tr>
${sitio.sitio_location !== null && sitio.sitio_location !== '' && !ctx.isOn('sitio-location-missing') && html`<tr><td>Locación del sitio</td><td>${sitio.sitio_location}</td></tr>`}
<tr><td>Compañía</td><td><a href="/proyectos/cliente/detalle/${sitio.cliente_id}/">${sitio.cliente_name}</a></td></tr></table>
${contratosTable(ctx, 'Listado de contratos con el sitio:', contratos)}`,
      { title: `Detalle de ${sitio.sitio_name}`, companySwitch: false },
    ),
  );
}

async function list(ctx: Context): Promise<Answer> {
  const rows = await ctx.db.all<Sitio>(
    `select sitio.*, company_id, cliente_name from sitio join contraparte on contraparte.id = cliente_id
     where (company_id = $1 or $4) and ($2 or exists (select 1 from contrato join contrato_user on contrato_id = contrato.id
       where sitio_id = sitio.id and user_id = $3)) order by lower(sitio_name)`,
    ctx.here.id,
    ctx.me.nivel >= 3 || ctx.isOn('assignment-ignored'),
    ctx.me.id,
    ctx.isOn('list-shows-other-companies'),
  );
  return listPage(ctx, {
    title: `Listado de Sitios en ${ctx.here.company_name}`,
    model: 'Sitio',
    newPath: '/proyectos/sitio/nuevo/',
    cards: rows.map((one) => ({
      id: one.id,
      title: one.sitio_name,
      path: `/proyectos/sitio/detalle/${one.id}/`,
      editPath: `/proyectos/editar/sitio/${one.id}/`,
      lines: [
        ...(one.sitio_location === null || one.sitio_location === ''
          ? []
          : [['Ubicación', one.sitio_location] as const]),
        ['Cliente', one.cliente_name],
      ],
      actions: true,
    })),
  });
}

export const sitioRoutes: readonly Route[] = [
  { path: '/proyectos/sitio/nuevo/', access: {}, handle: create },
  { path: '/proyectos/editar/sitio/:id/', access: {}, handle: edit },
  { path: '/proyectos/sitio/detalle/:id/', access: {}, handle: detail },
  { path: '/proyectos/listado/sitios/', access: { level: 2 }, handle: list },
];
