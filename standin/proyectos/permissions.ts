import { enter } from '../web/access.ts';
import { forbidden } from '../web/answer.ts';
import type { Context } from '../web/context.ts';
import { isAssigned, type Contrato } from './parties.ts';

/**
 * Lets a user see a contract: one of their companies', and from level 3, or with the least level
 * given when it is assigned to them.
 *
 * @throws Ends with 403
 */
export async function enterContrato(
  ctx: Context,
  contrato: Contrato,
  assignedLevel = 1,
  level = 3,
): Promise<void> {
  await enter(ctx, contrato.company_id, !ctx.isOn('contrato-foreign-open'));
  if (ctx.me.nivel >= level) return;
  if (ctx.isOn('assignment-ignored')) return;
  if (ctx.me.nivel >= assignedLevel && (await isAssigned(ctx, contrato.id))) return;
  throw forbidden();
}
