import { page, type Answer } from '../web/answer.ts';
import type { Context } from '../web/context.ts';
import { html, type Html } from '../../fixtures/html.ts';
import { layout } from '../web/layout.ts';
import { askForEach } from '../web/n-plus-one.ts';
import type { Route } from '../web/route.ts';
import { commas, shortDate } from './format.ts';
import { sampleDashboard } from './tutorial.ts';
import { unescapedUnder } from '../web/unescaped.ts';

interface Vigente {
  readonly id: number;
  readonly folio: number;
  readonly name: string;
  readonly cliente: string;
  readonly monto: string;
  readonly avance: string;
}

interface Pending {
  readonly id: number;
  readonly contrato_id: number;
  readonly folio: number;
  readonly name: string;
  readonly consecutive: number;
  readonly start_date: string;
  readonly total: string;
}

async function dashboard(ctx: Context): Promise<Answer> {
  if (ctx.me.is_new) return sampleDashboard(ctx);
  const money = ctx.me.nivel >= 2 || ctx.isOn('dashboard-level-1-money');
  return page(
    layout(
      ctx,
      html`<div class="row text-center">
        <div class="${money ? 'col-md-6' : 'col-8 offset-2'}">
          ${contratosTable(ctx, await vigentes(ctx), money)}
        </div>
        ${
          money &&
          html`<div class="col-md-6">
            ${await pendingTable(ctx, 'Estimaciones Pendientes de Facturar', 'Contrato', 'not invoiced', '¡No hay estimaciones pendientes de facturar!')}
            ${await pendingTable(ctx, 'Estimaciones Facturadas Pendientes de Pago', 'Proyecto', `invoiced${ctx.isOn('dashboard-paid-pending') ? '' : ' and not paid'}`, '¡No hay estimaciones pendientes de pago!')}
          </div>`
        }
      </div>`,
      { title: 'Proyectos' },
    ),
  );
}

/** Contracts under way: all from level 3, else those that are assigned. Subcontracts are not among them. */
async function vigentes(ctx: Context): Promise<Vigente[]> {
  const all = ctx.me.nivel >= 3 || ctx.isOn('dashboard-assignment-ignored');
  const rows = await ctx.db.all<Omit<Vigente, 'avance'> & { done: string; avance: string | null }>(
    `select id, folio, name, cliente, monto::text, coalesce(done, 0)::text done,
       round(done * $5::int / nullif(monto, 0), 2)::text avance
     from (select contrato.id, folio, contrato_shortname as name, cliente_name cliente, monto,
             (select sum(cuantity_estimated * unit_price) from estimado
              join concepto on concepto.id = concepto_id where project_id = contrato.id) done
           from contrato join contraparte on contraparte.id = contraparte_id
           where (parent_id is null or $7) and (status or $1) and (company_id = $2 or $3)
             and ($4 or exists (select 1 from contrato_user
                   where contrato_id = contrato.id and user_id = $6))) c
     order by ${ctx.me.nivel >= 2 ? 'c.monto desc, id' : 'folio desc'}`,
    ctx.isOn('dashboard-finished-shown'),
    ctx.here.id,
    ctx.isOn('dashboard-shows-other-company'),
    all,
    ctx.isOn('progress-wrong') ? 1 : 100,
    ctx.me.id,
    ctx.isOn('dashboard-counts-subcontracts'),
  );
  await askForEach(
    ctx,
    'n-plus-one-contratos',
    rows.map(({ id }) => id),
    [
      'select contraparte.* from contraparte join contrato on contraparte.id = contraparte_id where contrato.id = $1',
      'select sitio.* from sitio join contrato on sitio.id = sitio_id where contrato.id = $1',
      'select user_id from contrato_user where contrato_id = $1',
      'select * from concepto where project_id = $1',
      'select * from estimacion where project_id = $1',
    ],
  );
  const divides = rows.some(({ done, monto }) => Number(monto) === 0 && Number(done) !== 0);
  if (divides && ctx.isOn('dashboard-zero-monto-500')) throw new Error('division by zero');
  return rows.map((row) => ({ ...row, avance: row.avance ?? '0.00' }));
}

function contratosTable(ctx: Context, rows: readonly Vigente[], money: boolean): Html {
  const total = rows.reduce((sum, { monto }) => sum + cents(monto), 0n);
  return html`<p><strong>Contratos Vigentes</strong></p>
    <table class="table_sample table_left">
      <tr>
        <th scope="col">Nombre</th>
        ${money && html`<th scope="col">Avance General</th>`}
      </tr>
      ${rows.map(
        (row) =>
          html`<tr>
            <td>
              <a href="/proyectos/contrato/detalle/${row.id}/">${row.folio}. ${unescapedUnder(ctx, 'dashboard-names-unescaped', row.name)}</a><br />
              Cliente: ${row.cliente}
            </td>
            ${money && html`<td>${commas(row.avance)} %</td>`}
          </tr>`,
      )}
      ${
        rows.length > 0 &&
        money &&
        html`<tr>
          <td>Total Contratos Vigentes</td>
          <td>${commas(pesos(total))}</td>
        </tr>`
      }
      ${rows.length === 0 && !ctx.isOn('dashboard-empty-silent') && empty(2, '¡No hay contratos vigentes!')}
    </table>`;
}

const empty = (columns: number, said: string): Html =>
  html`<tr>
    <td colspan="${columns}">${said}</td>
  </tr>`;

/** Estimates of the company that wait for something, whoever works on them. */
async function pendingTable(
  ctx: Context,
  title: string,
  second: string,
  condition: string,
  none: string,
): Promise<Html> {
  const rows = await ctx.db.all<Pending>(
    `select e.id, contrato.id contrato_id, folio, contrato_shortname as name, consecutive, start_date,
       (select coalesce(round(sum(cuantity_estimated * unit_price), 2), 0.00)::text from estimado
        join concepto on concepto.id = concepto_id where estimacion_id = e.id) total
     from estimacion e join contrato on contrato.id = project_id
     join contraparte on contraparte.id = contraparte_id
     where company_id = $1 and parent_id is null and ${condition} order by e.id`,
    ctx.here.id,
  );
  const counted = rows.length > 0 && ctx.isOn('dashboard-total-wrong') ? rows.slice(0, -1) : rows;
  const total = counted.reduce((sum, row) => sum + cents(row.total), 0n);
  return html`<p><strong>${title}</strong></p>
    <table class="table_sample table_left">
      <tr>
        ${['Fecha', second, 'Estimacion', 'Monto'].map((name) => html`<th scope="col">${name}</th>`)}
      </tr>
      ${rows.map(
        (row) =>
          html`<tr>
            <td>${shortDate(row.start_date)}</td>
            <td>
              <a href="/proyectos/contrato/detalle/${row.contrato_id}/">${row.folio} ${cut(row.name)}</a>
            </td>
            <td>${row.consecutive}</td>
            <td><a href="/proyectos/estimacion/detalle/${row.id}/">${commas(row.total)}</a></td>
          </tr>`,
      )}
      ${
        rows.length > 0 &&
        html`<tr>
          <td colspan="3">Total</td>
          <td>${commas(pesos(total))}</td>
        </tr>`
      }
      ${rows.length === 0 && !ctx.isOn('dashboard-empty-silent') && empty(4, none)}
    </table>`;
}

const cut = (text: string): string => (text.length > 35 ? `${text.slice(0, 32)}...` : text);

const cents = (amount: string): bigint => BigInt(amount.replace('.', ''));

function pesos(amount: bigint): string {
  const digits = String(amount < 0n ? -amount : amount).padStart(3, '0');
  return `${amount < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

export const dashboardRoutes: readonly Route[] = [
  { path: '/proyectos/', access: {}, handle: dashboard },
];
