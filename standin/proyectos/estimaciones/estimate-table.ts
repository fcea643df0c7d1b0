import type { Context } from '../../web/context.ts';
import { html, type Html } from '../../../fixtures/html.ts';
import { day, figure, money } from './amounts.ts';
import type { Estimacion } from './estimacion.ts';
import { linesOf, moneyOf, type Line, type Money } from './money.ts';
import { headOf, signatures, type Head } from './people.ts';
import { askForEach } from '../../web/n-plus-one.ts';
import { unescapedUnder } from '../../web/unescaped.ts';

/** The money table, the same on the screen and in print but for what a print may lack. */
export async function estimateTable(
  ctx: Context,
  estimacion: Estimacion,
  print: boolean,
): Promise<Html> {
  const head = await headOf(ctx, estimacion);
  const lines = await linesOf(ctx, estimacion);
  await askForEach(
    ctx,
    'n-plus-one-conceptos',
    lines.map((line) => line.estimado_id),
    [
      'select concepto.* from concepto join estimado on concepto.id = concepto_id where estimado.id = $1',
      'select unidad.* from unidad join concepto on unidad.id = unit_id join estimado on concepto.id = concepto_id where estimado.id = $1',
      'select * from vertice where estimado_id = $1',
      'select * from imagen where estimado_id = $1',
    ],
  );
  const sums = await moneyOf(ctx, estimacion, lines);
  const final = !print || !ctx.isOn('total-final-missing-in-print');
  return html`<table class="estimate bord-doble">
    <thead>
      ${top(ctx, estimacion, head)} ${titles}
    </thead>
    <tbody>
      ${lines.map((line) => row(ctx, line))} ${totals(ctx, sums)}
      ${estimacion.mostrar_anticipo && anticipos(ctx, sums)}
      ${estimacion.mostrar_retenciones && retenciones(ctx, sums)}
      ${final && below(html`<strong>TOTAL FINAL:</strong>`, money(ctx, sums.totalFinal))}
    </tbody>
    <tfoot>
      <tr>
        <td class="cont_firmas" colspan="12">
          ${await signatures(ctx, estimacion, head, 'estimacion')}
        </td>
      </tr>
    </tfoot>
  </table>`;
}

function top(ctx: Context, estimacion: Estimacion, head: Head): Html {
  const { consecutive, auth_date: signed, start_date: start, finish_date: finish } = estimacion;
  const entries = [
    ['Contratista:', head.contratista],
    ['Contrato:', head.code ?? ''],
    ['Estimación N°:', String(consecutive).padStart(2, '0')],
    ['Fecha:', day(ctx, signed)],
    ['Período:', `Del ${day(ctx, start)} al ${day(ctx, finish)}`],
  ];
  return html`<tr>
    <th colspan="5">
      <div class="cont_est_title">
        <h4>${head.cliente}</h4>
        <p>${unescapedUnder(ctx, 'estimate-head-unescaped', head.contrato)}</p>
        <p>Estimación de obra</p>
      </div>
    </th>
    <th colspan="7">
      <table class="informacion">
        ${entries.map(
          ([name = '', value = '']) =>
            html`<tr>
              <th scope="row">${name}</th>
              <td>${value}</td>
            </tr>`,
        )}
      </table>
    </th>
  </tr>`;
}

const measure = html`<th scope="col">CANTIDAD</th>
  <th scope="col">IMPORTE</th>`;
const titles = html`<tr class="color-g">
    <th rowspan="2" scope="col">N°</th>
    <th rowspan="2" scope="col">CONCEPTOS DE OBRA</th>
    <th colspan="4" scope="colgroup">CONTRATADO</th>
    <th colspan="2" scope="colgroup">ESTIMADO ANTERIOR</th>
    <th colspan="2" scope="colgroup">ESTIMADO A LA FECHA</th>
    <th colspan="2" scope="colgroup">ESTA ESTIMACIÓN</th>
  </tr>
  <tr class="color-b">
    <th scope="col">UNIDAD</th>
    <th scope="col">CANTIDAD</th>
    <th scope="col">P.U.</th>
    <th scope="col">IMPORTE</th>
    ${measure}${measure}${measure}
  </tr>`;

function row(ctx: Context, line: Line): Html {
  const cells = [
    figure(ctx, line.contratado),
    money(ctx, line.unit_price),
    money(ctx, line.importe_contratado),
    figure(ctx, line.anterior),
    money(ctx, line.importe_anterior),
    figure(ctx, line.acumulado),
    money(ctx, line.importe_acumulado),
    figure(ctx, line.esta),
    money(ctx, line.importe_esta),
  ];
  return html`<tr>
    <td>${line.code}</td>
    <td>${line.concept_text}</td>
    <td>${line.unit}</td>
    ${cells.map((cell) => html`<td class="number">${cell}</td>`)}
  </tr>`;
}

function totals(ctx: Context, sums: Money): Html {
  const blank = sums.anterior === null && ctx.isOn('estimacion-empty-sum-blank');
  return html`<tr>
    <td class="number" colspan="2"><strong>Totales Estimación:</strong></td>
    <td class="number" colspan="4">${money(ctx, sums.contratado)}</td>
    <td class="number" colspan="2">${blank ? '$ ' : money(ctx, sums.anterior)}</td>
    <td class="number" colspan="2">${money(ctx, sums.acumulado)}</td>
    <td class="number" colspan="2">${money(ctx, sums.total)}</td>
  </tr>`;
}

const section = (title: string): Html =>
  html`<tr>
    <td colspan="6"></td>
    <td class="section" colspan="6"><strong>${title}</strong></td>
  </tr>`;

const below = (name: Html | string, amount: string): Html =>
  html`<tr>
    <td colspan="6"></td>
    <td class="number" colspan="4">${name}</td>
    <td class="number" colspan="2">${amount}</td>
  </tr>`;

const anticipos = (ctx: Context, sums: Money): Html =>
  html`${section('Anticipos')}
  ${below(html`<strong>Amortización de anticipo (${sums.anticipo}%)</strong>`, money(ctx, sums.amortizacion))}
  ${below(html`<strong>Subtotal de Estimación:</strong>`, money(ctx, sums.subtotal))}`;

const retenciones = (ctx: Context, sums: Money): Html =>
  html`${section('Retenciones')}
  ${sums.retenciones.map(({ nombre, tipo, valor, monto }) =>
    below(tipo === 'AMOUNT' ? nombre : `${nombre} (${valor}%)`, money(ctx, monto)),
  )}
  ${below(html`<strong>Total de Retenciones:</strong>`, money(ctx, sums.totalRetenciones))}`;
