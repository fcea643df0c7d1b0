import { forbidden, page, type Answer } from '../../web/answer.ts';
import { asset } from '../../web/assets.ts';
import type { Context } from '../../web/context.ts';
import { Html, html, raw } from '../../../fixtures/html.ts';
import { layout } from '../../web/layout.ts';
import type { Route } from '../../web/route.ts';
import { enterEstimacion, estimacionOf } from './estimacion.ts';
import { estimateTable } from './estimate-table.ts';
import { generadorTable } from './generador.ts';

async function detail(ctx: Context): Promise<Answer> {
  const estimacion = await estimacionOf(ctx, ctx.id());
  await enterEstimacion(ctx, estimacion);
  const coordinates = ctx.me.nivel >= 2;
  const money = coordinates || ctx.isOn('level-1-sees-money');
  const { id, project_id: contrato, consecutive } = estimacion;
  return page(
    layout(
      ctx,
      html`<link rel="stylesheet" href="${asset('estimacion.css')}" />
        <h2 class="title d-print-none" id="arriba">Detalle de Estimación</h2>
        <ul class="nav nav-tabs nav-pills d-print-none">
          ${tab('generator_appear', 'nav-link active', 'Generador')}
          ${money && tab('estimate_appear', 'nav-link', 'Estimación')}
          <li class="nav-item">
            <a
              id="print_es"
              class="nav-link"
              href="#"
              data-generator="/proyectos/generador/pdf/${id}/"
              data-estimate="/proyectos/estimacion/pdf/${id}/"
              ><span class="icon_menu oi oi-print"></span> Imprimir</a
            >
          </li>
          ${coordinates && link(`/proyectos/estimacion/${id}/reporte-subcontratistas/`, 'Reporte Subcontratistas')}
          ${coordinates && link(`/proyectos/editar/estimacion/${id}/`, 'Editar')}
        </ul>
        <div class="cont_estimacion" tabindex="0" hidden>
          ${money && (await estimateTable(ctx, estimacion, false))}
        </div>
        <div class="cont_generator" tabindex="0">${await generadorTable(ctx, estimacion, false)}</div>
        <p class="d-print-none text-center" id="abajo">
          <a class="btn btn-primary" href="/proyectos/contrato/detalle/${contrato}/"
            >Volver a detalle de contrato</a
          >
        </p>`,
      {
        title: `Estimación ${String(consecutive).padStart(2, '0')}`,
        companySwitch: false,
        scripts: html`<script src="${asset('estimacion-detail.js')}"></script>`,
      },
    ),
  );
}

const tab = (id: string, className: string, name: string): Html =>
  html`<li class="nav-item"><a id="${id}" class="${className}" href="#">${name}</a></li>`;

const link = (path: string, name: string): Html =>
  html`<li class="nav-item">
    <a class="nav-link" href="${path}"><span class="icon_menu oi oi-pencil"></span> ${name}</a>
  </li>`;

async function printEstimate(ctx: Context): Promise<Answer> {
  const estimacion = await estimacionOf(ctx, ctx.id());
  await enterEstimacion(ctx, estimacion);
  if (ctx.me.nivel < 2 && !ctx.isOn('level-1-prints-estimate')) throw forbidden();
  return printed(ctx, 'Estimación PDF', await estimateTable(ctx, estimacion, true));
}

async function printGenerador(ctx: Context): Promise<Answer> {
  const estimacion = await estimacionOf(ctx, ctx.id());
  await enterEstimacion(ctx, estimacion);
  return printed(ctx, 'Generador PDF', await generadorTable(ctx, estimacion, true));
}

/** A page that is made for the printer and opens its dialog. */
function printed(ctx: Context, title: string, content: Html): Answer {
  const document = html`${raw('<!DOCTYPE html>')}
    <html lang="es">
      <head>
        <meta charset="utf-8" />
        <title>${title}</title>
        <link rel="shortcut icon" href="/favicon.ico" />
        <link rel="stylesheet" href="${asset('stand-in.css')}" />
        <link rel="stylesheet" href="${asset('estimacion.css')}" />
      </head>
      <body class="print">
        ${content}
        ${!ctx.isOn('print-page-never-prints') && html`<script src="${asset('print.js')}"></script>`}
      </body>
    </html>`;
  return page(
    ctx.isOn('print-without-accents')
      ? new Html(Buffer.from(document.text).toString('latin1'))
      : document,
  );
}

export const detailRoutes: readonly Route[] = [
  { path: '/proyectos/estimacion/detalle/:id/', access: {}, handle: detail },
  { path: '/proyectos/estimacion/pdf/:id/', access: {}, handle: printEstimate },
  { path: '/proyectos/generador/pdf/:id/', access: {}, handle: printGenerador },
];
