import type { Context } from '../../web/context.ts';
import { html, type Html } from '../../../fixtures/html.ts';
import type { Estimacion } from './estimacion.ts';
import { unescapedUnder } from '../../web/unescaped.ts';

/** What stands at the head of both tables. */
export interface Head {
  readonly cliente: string;
  readonly contrato: string;
  readonly code: string | null;
  readonly sitio: string;
  readonly contratista: string;
  readonly supervisor: string;
  readonly puesto: string;
}

export async function headOf(ctx: Context, estimacion: Estimacion): Promise<Head> {
  const head = await ctx.db.one<Head>(
    `select cliente_name cliente, contrato_name contrato, code, sitio_name sitio,
       coalesce(nullif(full_name, ''), company_name) contratista,
       coalesce(first_name || ' ' || last_name, '') supervisor,
       coalesce(nullif(puesto, ''), 'Supervisor de Obras') puesto
     from estimacion join contrato on contrato.id = project_id
     join contraparte on contraparte.id = contraparte_id join company on company.id = company_id
     join sitio on sitio.id = sitio_id left join users on users.id = supervised_by_id
     where estimacion.id = $1`,
    estimacion.id,
  );
  if (head === undefined) throw new Error('no estimate');
  return head;
}

/** Who signs: the supervisor, and the people of the client for the estimate or the generador. */
export async function signatures(
  ctx: Context,
  estimacion: Estimacion,
  head: Head,
  kind: 'estimacion' | 'generador',
): Promise<Html> {
  const people = await ctx.db.all<{ name: string; puesto: string | null; cliente: string }>(
    `select destinatario_text as name, puesto, cliente_name cliente from estimacion_auth
     join destinatario on destinatario.id = destinatario_id
     join contraparte on contraparte.id = contraparte_id
     where estimacion_id = $1 and kind = $2 order by destinatario.id`,
    estimacion.id,
    kind,
  );
  return html`${signature(ctx, head.supervisor, head.puesto, head.contratista)}
  ${people.map(({ name, puesto, cliente }) => signature(ctx, name, puesto, cliente))}`;
}

const signature = (ctx: Context, name: string, puesto: string | null, of: string): Html =>
  html`<div class="cont_firma">
    <p><strong>${unescapedUnder(ctx, 'signatures-unescaped', name)}</strong></p>
    ${puesto !== null && puesto !== '' && html`<p><strong>${puesto}</strong></p>`}
    <p><strong>${unescapedUnder(ctx, 'legal-name-unescaped', of)}</strong></p>
  </div>`;
