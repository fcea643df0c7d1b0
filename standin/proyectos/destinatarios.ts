import { enter } from '../web/access.ts';
import { page, redirect, type Answer } from '../web/answer.ts';
import type { Context } from '../web/context.ts';
import { Form, type Field } from '../web/form.ts';
import { html } from '../../fixtures/html.ts';
import { layout } from '../web/layout.ts';
import type { Route } from '../web/route.ts';
import { formPage } from './form-page.ts';
import { listPage } from './lists.ts';
import { destinatarioOf, type Contraparte, type Destinatario } from './parties.ts';
import { chosenParty } from './sitios.ts';
import { unescapedUnder } from '../web/unescaped.ts';

const fields = (party?: { id: number; cliente_name: string }): readonly Field[] => [
  {
    name: 'destinatario_text',
    label: 'Nombre del destinatario',
    kind: 'text',
    required: true,
    max: 80,
  },
  { name: 'puesto', label: 'Puesto', kind: 'text', max: 50 },
  {
    name: 'contraparte',
    label: '¿En qué empresa trabaja?',
    kind: 'select',
    required: true,
    options: party === undefined ? [] : [{ value: String(party.id), text: party.cliente_name }],
    search: { url: '/proyectos/cliente-autocomplete/', least: 3 },
  },
];

async function read(ctx: Context): Promise<{ form: Form; party: Contraparte | undefined }> {
  const sent = Form.sent(ctx, fields());
  const party = await chosenParty(ctx, sent, 'contraparte', 'destinatario-foreign-client');
  const form = sent.withFields(fields(party));
  return { form, party };
}

const values = (form: Form, party: Contraparte | undefined): Record<string, unknown> => ({
  destinatario_text: form.text('destinatario_text'),
  puesto: form.text('puesto'),
  contraparte_id: party?.id,
});

async function create(ctx: Context): Promise<Answer> {
  if (!ctx.isPost) return formPage(ctx, new Form(fields(), {}));
  const { form, party } = await read(ctx);
  if (!form.valid) return formPage(ctx, form);
  const id = await ctx.db.insert('destinatario', values(form, party));
  return redirect(`/proyectos/destinatario/detalle/${id}/`);
}

async function edit(ctx: Context): Promise<Answer> {
  const one = await destinatarioOf(ctx, ctx.id());
  await enter(ctx, one.company_id);
  if (!ctx.isPost) {
    const form = new Form(fields({ id: one.contraparte_id, cliente_name: one.cliente_name }), {
      destinatario_text: one.destinatario_text,
      puesto: one.puesto ?? '',
      contraparte: String(one.contraparte_id),
    });
    return formPage(ctx, form);
  }
  const { form, party } = await read(ctx);
  if (!form.valid) return formPage(ctx, form);
  if (!ctx.isOn('destinatario-edit-lost'))
    await ctx.db.update('destinatario', one.id, values(form, party));
  return redirect(`/proyectos/destinatario/detalle/${one.id}/`);
}

async function detail(ctx: Context): Promise<Answer> {
  const one = await destinatarioOf(ctx, ctx.id());
  await enter(ctx, one.company_id, !ctx.isOn('destinatario-foreign-open'));
  return page(
    layout(
      ctx,
      html`<h2 class="title">Detalle de ${unescapedUnder(ctx, 'contact-name-unescaped', one.destinatario_text)}</h2>
<table class="table_detalle"><tr><th colspan="2">Detalle</th></tr>
<tr><td>Nombre del destinatario</td><td>${one.destinatario_text}</td></tr>
${one.puesto !== null && one.puesto !== '' && !ctx.isOn('destinatario-puesto-missing') && html`<tr><td>Puesto</td><td>${one.puesto}</td></tr>`}
<tr><td>Cliente</td><td>${one.cliente_name}</td></tr></table>`,
      { title: `Detalle de ${one.destinatario_text}`, companySwitch: false },
    ),
  );
}

async function list(ctx: Context): Promise<Answer> {
  const rows = await ctx.db.all<Destinatario>(
    `select destinatario.*, company_id, cliente_name from destinatario
     join contraparte on contraparte.id = contraparte_id
     where (company_id = $1 or $4) and ($2 or exists (select 1 from contrato join contrato_user on contrato_id = contrato.id
       where contrato.contraparte_id = contraparte.id and user_id = $3)) order by lower(destinatario_text)`,
    ctx.here.id,
    ctx.me.nivel >= 3 || ctx.isOn('assignment-ignored'),
    ctx.me.id,
    ctx.isOn('list-shows-other-companies'),
  );
  return listPage(ctx, {
    title: `Listado de Destinatarios en ${ctx.here.company_name}`,
    model: 'Destinatario',
    newPath: '/proyectos/destinatario/nuevo/',
    cards: rows.map((one) => ({
      id: one.id,
      title: one.destinatario_text,
      path: `/proyectos/destinatario/detalle/${one.id}/`,
      editPath: `/proyectos/editar/destinatario/${one.id}/`,
      lines: [
        ...(one.puesto === null || one.puesto === '' ? [] : [['Puesto', one.puesto] as const]),
        ['Cliente', one.cliente_name],
      ],
      actions: true,
    })),
  });
}

export const destinatarioRoutes: readonly Route[] = [
  { path: '/proyectos/destinatario/nuevo/', access: {}, handle: create },
  { path: '/proyectos/editar/destinatario/:id/', access: {}, handle: edit },
  { path: '/proyectos/destinatario/detalle/:id/', access: {}, handle: detail },
  { path: '/proyectos/listado/destinatarios/', access: { level: 2 }, handle: list },
];
