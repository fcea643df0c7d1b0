import { page, type Answer } from '../web/answer.ts';
import { asset } from '../web/assets.ts';
import type { Context } from '../web/context.ts';
import { csrfField } from '../web/form.ts';
import { html, raw, type Html } from '../../fixtures/html.ts';
import { layout } from '../web/layout.ts';

const intro = 'https://cdnjs.cloudflare.com/ajax/libs/intro.js/2.9.3';

/** What a new user sees in place of the dashboard: a greeting, and tables that are made up. */
export function sampleDashboard(ctx: Context): Answer {
  const coordinates = ctx.me.nivel >= 2;
  const ends = !ctx.isOn('tutorial-never-ends');
  return page(
    layout(
      ctx,
      html`<link
          rel="stylesheet"
          href="${intro}/introjs.min.css"
          integrity="sha384-rmGKKw6BtA+xovAJ9NkzAH/lTkBK/IBie6dFfD8KrqFISIKKgtIhPZwsNCWyYzRJ"
          crossorigin="anonymous"
        />
        <form id="user_form" method="post" hidden>${csrfField(ctx)}</form>
        ${greeting}
        <div class="row text-center">
          <div class="${coordinates ? 'col-md-6' : 'col-8 offset-2'}">
            ${sample(
              1,
              'Contratos Vigentes',
              ['Nombre', '% Estimado'],
              'Aquí están los contratos en curso.',
              [
                ['Proyecto 1', '15'],
                ['Proyecto 2', '28'],
              ],
            )}
          </div>
          ${
            coordinates &&
            html`<div class="col-md-6">
              ${sample(2, 'Estimaciones Pendientes de Facturar', pending, 'Estas esperan su factura.', estimaciones)}
              ${sample(3, 'Estimaciones Facturadas Pendientes de Pago', pending, 'Estas esperan su pago.', estimaciones)}
            </div>`
          }
        </div>`,
      {
        title: 'Proyectos',
        tutorial: html`<script
            src="${intro}/intro.js"
            integrity="sha384-I8eXyzPjLuP/vfoSs9YAyTvsYApFysJMjTF+PYth3sT93amM8Sc1WcGt3ePh7v06"
            crossorigin="anonymous"
          ></script>
          <script
            src="${asset('tutorial.js')}"
            data-done="${coordinates ? '/proyectos/contrato/nuevo/' : ''}"
            data-end="${ends ? `/users/remove-is-new/${ctx.me.id}/` : ''}"
          ></script>`,
      },
    ),
  );
}

const greeting =
  raw(`<div class="modal fade" id="tutorialModal" tabindex="-1" role="dialog" aria-labelledby="tutorial-title" aria-hidden="true"><div class="modal-dialog modal-dialog-centered" role="document"><div class="modal-content">
<div class="modal-header"><h5 class="modal-title" id="tutorial-title">¡Bienvenido al tutorial!</h5></div>
<div class="modal-body"><p>Un recorrido corto por las tablas de esta página y los primeros pasos.</p></div>
<div class="modal-footer"><button id="startButton" type="button" class="btn btn-primary" data-dismiss="modal">Iniciar tutorial</button>
<button id="omitir" type="button" class="btn btn-danger" data-dismiss="modal">Saltar tutorial</button></div>
</div></div></div>`);

const pending = ['Fecha', 'Proyecto', 'Estimacion', 'Monto'];
const estimaciones = [
  ['02/03/2026', 'Proyecto 1', '1', '12,000.00'],
  ['16/03/2026', 'Proyecto 2', '4', '8,450.75'],
];

const sample = (
  step: number,
  title: string,
  columns: readonly string[],
  said: string,
  rows: readonly (readonly string[])[],
): Html =>
  html`<div data-step="${step}" data-intro="${said}">
    <p><strong>${title}</strong></p>
    <table class="table_sample table_left">
      <tr>
        ${columns.map((name) => html`<th scope="col">${name}</th>`)}
      </tr>
      ${rows.map(
        (row) =>
          html`<tr>
            ${row.map((text) => html`<td>${text}</td>`)}
          </tr>`,
      )}
    </table>
  </div>`;
