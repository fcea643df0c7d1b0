import { page, type Answer } from '../web/answer.ts';
import { asset } from '../web/assets.ts';
import type { Context } from '../web/context.ts';
import { html, raw, type Html } from '../../fixtures/html.ts';
import { layout } from '../web/layout.ts';
import { mediaUrl } from '../web/media.ts';
import type { Route } from '../web/route.ts';
import { commas, dayMonthYear } from './format.ts';
import { contratoColumns, contratoOf, tipos, type Contrato } from './parties.ts';
import { enterContrato } from './permissions.ts';
import { unescapedUnder } from '../web/unescaped.ts';

async function detail(ctx: Context): Promise<Answer> {
  const contrato = await contratoOf(ctx, ctx.id());
  await enterContrato(ctx, contrato);
  const root = contrato.parent_id === null;
  const tabs = [
    ['concc', 'Catálogo de Conceptos', await conceptos(ctx, contrato)],
    ['listest', 'Listado de Estimaciones', await estimaciones(ctx, contrato)],
    ['lisr', 'Listado de Retenciones', await retenciones(ctx, contrato)],
    ...(root ? [['subc', 'Subcontratos', await subcontratos(ctx, contrato)] as const] : []),
    ['vprev', 'Vista Previa del Contrato', preview(contrato)],
  ] as const;
  return page(
    layout(
      ctx,
      html`<h2 class="title" id="arriba">Detalle de ${!root && 'sub'}contrato ${contrato.folio}. ${contrato.contrato_shortname}</h2>
${await general(ctx, contrato)}
<div class="row" id="abajo"><div class="col-md-3"><ul class="nav nav-pills flex-column" role="tablist">
${tabs.map(([id, name], i) => html`<li class="nav-item" role="presentation"><a class="nav-link${i === 0 && ' active'}" id="${id}-tab" data-toggle="tab" href="#${id}" role="tab" aria-controls="${id}" aria-selected="${i === 0 ? 'true' : 'false'}"${id === 'vprev' && raw(` data-url="${contrato.file === null ? '' : mediaUrl(contrato.file)}"`)}>${name}</a></li>`)}
</ul></div><div class="col-md-9 tab-content">
${tabs.map(([id, name, content], i) => html`<div class="tab-pane fade${i === 0 && ' show active'}" id="${id}" role="tabpanel" aria-labelledby="${id}-tab"><h3>${name}</h3>${content}</div>`)}
</div></div>`,
      {
        title: `Detalle de ${contrato.contrato_shortname}`,
        companySwitch: false,
        scripts: html`<script src="${asset('contratos.js')}"></script>`,
      },
    ),
  );
}

async function general(ctx: Context, contrato: Contrato): Promise<Html> {
  const coordinates = ctx.me.nivel >= 2 || ctx.isOn('level-1-sees-monto');
  const parent =
    contrato.parent_id === null
      ? undefined
      : await ctx.db.one<{ id: number; name: string }>(
          'select id, contrato_shortname as name from contrato where id = $1',
          contrato.parent_id,
        );
  const ended = !contrato.status && !ctx.isOn('terminado-always-no');
  return html`<table class="table_detalle"><tr><th colspan="2">Datos Generales</th></tr>
<tr><td>Código de contrato</td><td>${contrato.code}</td></tr>
<tr><td>Objeto del contrato</td><td>${ctx.isOn('contrato-name-unescaped') ? raw(contrato.contrato_name) : contrato.contrato_name}</td></tr>
<tr><td>${tipos[contrato.tipo]}</td><td><a href="/proyectos/cliente/detalle/${contrato.contraparte_id}/">${contrato.cliente_name}</a></td></tr>
<tr><td>Sitio</td><td><a href="/proyectos/sitio/detalle/${contrato.sitio_id}/">${contrato.sitio_name}</a></td></tr>
${coordinates && html`<tr><td>Monto sin IVA</td><td>$ ${ctx.isOn('thousands-missing') ? contrato.monto : commas(contrato.monto)}</td></tr>`}
<tr><td>Fecha de Firma</td><td>${dayMonthYear(contrato.fecha)}</td></tr>
<tr><td>¿Terminado?</td><td><strong>${ended ? 'Sí' : 'No'}</strong></td></tr>
${parent !== undefined && html`<tr><td>Contrato Padre</td><td><a href="/proyectos/contrato/detalle/${parent.id}/">${parent.name}</a></td></tr>`}
${coordinates && html`<tr><td class="text-center" colspan="2"><a href="/proyectos/editar/contrato/${contrato.id}/">Editar Contrato</a></td></tr>`}
</table>`;
}

async function conceptos(ctx: Context, contrato: Contrato): Promise<Html> {
  const rows = await ctx.db.all<{
    code: string;
    concept_text: string;
    unit: string;
    cuantity: string;
    price: string;
  }>(
    `select code, concept_text, unit, round(total_cuantity, 2)::text cuantity, unit_price::text price
     from concepto join unidad on unidad.id = unit_id where project_id = $1 order by concepto.id`,
    contrato.id,
  );
  return html`<table class="table_sample"><tr><th>Código</th><th>Concepto</th><th>Unidad</th><th>Cantidad</th><th>Precio unitario</th></tr>
${rows.map((row) => html`<tr><td>${row.code}</td><td>${unescapedUnder(ctx, 'concept-text-unescaped', row.concept_text)}</td><td>${row.unit}</td><td>${commas(row.cuantity)}</td><td>$ ${commas(row.price)}</td></tr>`)}
<tr><td colspan="5" class="text-center"><a href="/proyectos/contrato/catalogo-edit/${contrato.id}/">Editar Catálogo</a></td></tr></table>`;
}

async function estimaciones(ctx: Context, contrato: Contrato): Promise<Html> {
  const coordinates = ctx.me.nivel >= 2;
  const rows = await ctx.db.all<{
    id: number;
    consecutive: number;
    payment_date: string | null;
    total: string;
  }>(
    `select estimacion.id, consecutive, payment_date,
       coalesce(round(sum(cuantity_estimated * unit_price), 2), 0.00)::text total
     from estimacion left join estimado on estimacion_id = estimacion.id
     left join concepto on concepto.id = concepto_id
     where estimacion.project_id = $1 group by estimacion.id order by consecutive`,
    contrato.id,
  );
  const newPath = `/proyectos/estimacion/nuevo/${contrato.id}/`;
  if (rows.length === 0) {
    return html`<div class="cont_message text-center">No existen estimaciones para este contrato aún. <a href="${newPath}">Crear estimación</a></div>`;
  }
  // The real page has no place for the question, so its button does nothing: that is the fault.
  return html`${!ctx.isOn('estimacion-delete-dead') && raw('<div id="cont_est_danger"></div>')}
<table class="table_sample table_normal"><tr><th>No.</th><th>Nombre</th>${coordinates && raw('<th>Monto</th><th>F. de Pago</th>')}<th>Editar</th></tr>
${rows.map(
  (
    row,
  ) => html`<tr><td>${row.consecutive}</td><td><a href="/proyectos/estimacion/detalle/${row.id}/">Estimación ${row.consecutive}</a></td>
${coordinates && html`<td>$ ${commas(row.total)}</td><td>${row.payment_date === null ? '' : dayMonthYear(row.payment_date)}</td>`}
<td><a href="/proyectos/editar/estimacion/${row.id}/">Editar</a>${coordinates && html` / <a class="anchor_delete" data-model="Estimate" data-id="${row.id}" data-place="#cont_est_danger" href="#">Eliminar</a>`}</td></tr>`,
)}
<tr><td colspan="5"><a href="${newPath}">Crear estimación</a></td></tr></table>`;
}

async function retenciones(ctx: Context, contrato: Contrato): Promise<Html> {
  const rows = await ctx.db.all<{ nombre: string; tipo: string; valor: string }>(
    'select nombre, tipo, valor::text from retencion where project_id = $1 order by id',
    contrato.id,
  );
  const path = `/proyectos/contrato/retenciones-edit/${contrato.id}/`;
  if (rows.length === 0) {
    return html`<div class="cont_message text-center">¡No hay retenciones! <a href="${path}">Editar Retenciones</a></div>`;
  }
  return html`<table class="table_sample table_normal"><tr><th>Nombre</th><th>Valor</th></tr>
${rows.map(({ nombre, tipo, valor }) => html`<tr><td>${nombre}</td><td>${tipo === 'AMOUNT' && '$ '}${commas(valor)}${tipo === 'PERCENTAGE' && '%'}</td></tr>`)}
<tr><td colspan="2"><a href="${path}">Editar Retenciones</a></td></tr></table>`;
}

async function subcontratos(ctx: Context, contrato: Contrato): Promise<Html> {
  const rows = await ctx.db.all<Contrato & { ejercido: string }>(
    `select *, (select coalesce(round(sum(cuantity_estimated * unit_price), 2), 0.00)::text from concepto
       join estimado on concepto_id = concepto.id where project_id = sub.id) ejercido
     from (select ${contratoColumns} where parent_id = $1 order by monto desc limit 10) sub`,
    contrato.id,
  );
  const path = `/proyectos/subcontrato/nuevo/${contrato.id}/`;
  return html`<a class="btn" href="${path}">Agregar subcontratista</a>
<table class="table_sample table_normal"><tr><th>Código</th><th>Nombre</th><th>Monto</th><th>Ejercido</th></tr>
${rows.map((row) => html`<tr><td>${row.code}</td><td><a href="/proyectos/contrato/detalle/${row.id}/">${row.contrato_shortname}</a></td><td>${commas(row.monto)}</td><td>${commas(row.ejercido)}</td></tr>`)}
${rows.length === 0 && html`<tr><td colspan="4">No hay subcontratos.</td></tr>`}</table>`;
}

const preview = (contrato: Contrato): Html =>
  contrato.file === null
    ? html`<div class="cont_message text-center">¡Falta el PDF del contrato! <a href="/proyectos/editar/contrato/${contrato.id}/">Subirlo</a></div>`
    : html`<div class="contrato-visualizer"><object data="" type="application/pdf" width="100%" height="600" aria-label="PDF del contrato"></object></div>`;

export const contratoDetailRoutes: readonly Route[] = [
  { path: '/proyectos/contrato/detalle/:id/', access: {}, handle: detail },
];
