import { forbidden, page, type Answer } from '../../web/answer.ts';
import { asset } from '../../web/assets.ts';
import type { Context } from '../../web/context.ts';
import { html, type Html } from '../../../fixtures/html.ts';
import { layout } from '../../web/layout.ts';
import type { Route } from '../../web/route.ts';
import { longDate } from '../format.ts';
import { money } from './amounts.ts';
import { enterEstimacion, estimacionOf, type Estimacion } from './estimacion.ts';
import { unescapedUnder } from '../../web/unescaped.ts';

interface Sums {
  readonly contratado: string;
  readonly anterior: string;
  readonly acumulado: string;
  readonly actual: string;
}

type Sub = Sums & { readonly id: number; readonly name: string };

async function report(ctx: Context): Promise<Answer> {
  const estimacion = await estimacionOf(ctx, ctx.id());
  await enterEstimacion(ctx, estimacion);
  if (ctx.me.nivel < 2 && !ctx.isOn('report-open-to-level-1')) throw forbidden();
  const subs = await subsOf(ctx, estimacion);
  return page(
    layout(
      ctx,
      html`<link rel="stylesheet" href="${asset('estimacion.css')}" />
        <h2>${title(estimacion)}</h2>
        <table class="table_sample table_normal" id="subcontrato-table">
          <thead>
            <tr>
              ${titles.map((name) => html`<th scope="col">${name}</th>`)}
            </tr>
          </thead>
          <tbody id="subcontratos-body">
            ${subs.map(
              (sub) =>
                html`<tr>
                  <td>
                    <a
                      href="#"
                      class="llamar-subestimacion"
                      data-url="/proyectos/estimacion/pdf/${sub.id}/"
                      aria-label="Extender ${sub.name}"
                      ><span class="oi oi-chevron-right"></span
                    ></a>
                  </td>
                  <td>${unescapedUnder(ctx, 'report-names-unescaped', sub.name)}</td>
                  ${cells(ctx, sub)}
                </tr>`,
            )}
          </tbody>
          <tfoot>
            <tr>
              <td>Totales</td>
              ${await totals(ctx, subs)}
            </tr>
          </tfoot>
        </table>`,
      {
        companySwitch: false,
        title: 'Reporte de Estimaciones de Subcontratos',
        scripts: html`<script src="${asset('subcontratos.js')}"></script>`,
      },
    ),
  );
}

const title = ({ start_date: start, finish_date: finish }: Estimacion): string =>
  `Estimaciones con fecha de terminación entre ${longDate(start)} y ${longDate(finish)}`;

const titles = [
  'Extender',
  'Nombre del Contrato',
  'Monto contratado',
  'Estimado Anterior',
  'Acumulado',
  'Estimación Actual',
];

const columns = ['contratado', 'anterior', 'acumulado', 'actual'] as const;

const cells = (ctx: Context, sums: Sums): Html[] =>
  columns.map((name) => html`<td class="number">${money(ctx, sums[name])}</td>`);

/** Estimates of the contract's subcontracts that end in the period of the estimate. */
async function subsOf(ctx: Context, estimacion: Estimacion): Promise<Sub[]> {
  const total = (which: string): string =>
    `(select coalesce(round(sum(cuantity_estimated * unit_price), 2), 0)::text from estimado
      join estimacion other on other.id = estimacion_id join concepto on concepto.id = concepto_id
      where other.project_id = e.project_id and ${which})`;
  return ctx.db.all<Sub>(
    `select e.id, contrato_shortname as name,
       (select coalesce(round(sum(total_cuantity * unit_price), 2), 0)::text from estimado
        join concepto on concepto.id = concepto_id where estimacion_id = e.id) contratado,
       ${total('other.consecutive = e.consecutive - 1')} anterior,
       ${total('other.consecutive <= e.consecutive')} acumulado,
       ${total('other.id = e.id')} actual
     from estimacion e join contrato on contrato.id = e.project_id
     where parent_id = $1 and ($4 or finish_date between $2 and $3)
       and exists (select 1 from estimado where estimacion_id = e.id)
     order by e.id`,
    estimacion.project_id,
    estimacion.start_date,
    estimacion.finish_date,
    ctx.isOn('report-ignores-period'),
  );
}

async function totals(ctx: Context, subs: readonly Sub[]): Promise<Html[]> {
  if (subs.length === 0) {
    const nothing = ctx.isOn('report-none') ? '$ None' : '$ 0.00';
    return columns.map(() => html`<td class="number">${nothing}</td>`);
  }
  const sums = await ctx.db.one<Sums>(
    `select sum(c)::text contratado, sum(p)::text anterior, sum(a)::text acumulado, sum(t)::text actual
     from unnest($1::numeric[], $2::numeric[], $3::numeric[], $4::numeric[]) sub(c, p, a, t)`,
    ...columns.map((name) => subs.map((sub) => sub[name])),
  );
  return sums === undefined ? [] : cells(ctx, sums);
}

export const reportRoutes: readonly Route[] = [
  {
    path: '/proyectos/estimacion/:id/reporte-subcontratistas/',
    access: {},
    handle: report,
  },
];
