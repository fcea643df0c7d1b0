import { enter, found } from '../../web/access.ts';
import { forbidden } from '../../web/answer.ts';
import type { Context } from '../../web/context.ts';
import { isAssigned } from '../parties.ts';

export interface Estimacion {
  readonly id: number;
  readonly project_id: number;
  readonly consecutive: number;
  readonly supervised_by_id: number | null;
  readonly start_date: string;
  readonly finish_date: string;
  readonly auth_date: string | null;
  readonly paid: boolean;
  readonly invoiced: boolean;
  readonly payment_date: string | null;
  readonly mostrar_anticipo: boolean;
  readonly mostrar_retenciones: boolean;
  readonly company_id: number;
}

export const estimacionOf = async (ctx: Context, id: number): Promise<Estimacion> =>
  found(
    await ctx.db.one<Estimacion>(
      `select estimacion.*, company_id from estimacion join contrato on contrato.id = project_id
       join contraparte on contraparte.id = contraparte_id where estimacion.id = $1::numeric`,
      id,
    ),
  );

/**
 * Lets a user see an estimate: one of their companies', and from level 3, or of a contract that is
 * assigned to them.
 *
 * @throws Ends with 403
 */
export async function enterEstimacion(ctx: Context, estimacion: Estimacion): Promise<void> {
  const own = ctx.companies.some(({ id }) => id === estimacion.company_id);
  const open = !own && ctx.isOn('estimate-foreign-tenant-open');
  await enter(ctx, estimacion.company_id, !open);
  if (open || ctx.me.nivel >= 3) return;
  if (await isAssigned(ctx, estimacion.project_id)) return;
  if (!ctx.isOn('estimate-assignment-ignored')) throw forbidden();
}
