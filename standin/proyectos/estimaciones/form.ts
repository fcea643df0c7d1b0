import { enter } from '../../web/access.ts';
import { forbidden, redirect, type Answer } from '../../web/answer.ts';
import type { Context } from '../../web/context.ts';
import type { Form } from '../../web/form.ts';
import type { Route } from '../../web/route.ts';
import { contratoOf, isAssigned, type Contrato } from '../parties.ts';
import {
  conceptosOf,
  isValid,
  newBlocks,
  refusesImage,
  savedBlocks,
  sentBlocks,
  type Block,
} from './blocks.ts';
import { enterEstimacion, estimacionOf } from './estimacion.ts';
import { formPage } from './form-page.ts';
import { newGeneral, saveGeneral, savedGeneral, sentGeneral } from './general.ts';
import { saveBlocks } from './save.ts';

async function create(ctx: Context): Promise<Answer> {
  const contrato = await contratoOf(ctx, ctx.id());
  await enter(ctx, contrato.company_id, !ctx.isOn('estimate-created-foreign'));
  const mine = ctx.me.nivel >= 3 || (await isAssigned(ctx, contrato.id));
  if (!mine && !ctx.isOn('estimate-created-unassigned')) throw forbidden();
  const consecutive = await nextConsecutive(ctx, contrato.id);
  const blocks = newBlocks(await conceptosOf(ctx, contrato));
  if (!ctx.isPost) {
    return formPage(ctx, contrato, newGeneral(ctx, contrato, consecutive), blocks);
  }
  return save(ctx, contrato, await sentGeneral(ctx, contrato, consecutive), blocks);
}

async function edit(ctx: Context): Promise<Answer> {
  const estimacion = await estimacionOf(ctx, ctx.id());
  await enterEstimacion(ctx, estimacion);
  const contrato = await contratoOf(ctx, estimacion.project_id);
  const blocks = await savedBlocks(ctx, estimacion.id);
  if (!ctx.isPost) {
    return formPage(ctx, contrato, await savedGeneral(ctx, contrato, estimacion), blocks);
  }
  const form = await sentGeneral(ctx, contrato, estimacion.consecutive);
  return save(ctx, contrato, form, blocks, estimacion.id);
}

async function nextConsecutive(ctx: Context, contratoId: number): Promise<number> {
  const row = await ctx.db.one<{ last: number | null }>(
    'select max(consecutive) as last from estimacion where project_id = $1',
    contratoId,
  );
  const last = row?.last ?? 0;
  return last > 0 && ctx.isOn('consecutive-not-increased') ? last : last + 1;
}

/** Saves all of it or, when anything is wrong, nothing. */
async function save(
  ctx: Context,
  contrato: Contrato,
  form: Form,
  known: readonly Block[],
  own?: number,
): Promise<Answer> {
  const blocks = await sentBlocks(ctx, form, known);
  if (!form.valid) {
    const forgets = ctx.isOn('quantities-lost-on-error');
    return formPage(ctx, contrato, form, forgets || blocks.length === 0 ? known : blocks);
  }
  if (blocks.every(isValid)) {
    if (own === undefined || !ctx.isOn('estimate-edit-lost')) {
      await saveAll(ctx, contrato, form, blocks, own);
    }
    return redirect(`/proyectos/contrato/detalle/${contrato.id}/`);
  }
  if (blocks.some(refusesImage) && ctx.isOn('half-saved-estimate')) {
    await saveAll(ctx, contrato, form, blocks.map(withoutImages).filter(isValid), own);
  }
  return formPage(ctx, contrato, form, blocks);
}

const withoutImages = (block: Block): Block => ({ ...block, images: [], imageErrors: [] });

async function saveAll(
  ctx: Context,
  contrato: Contrato,
  form: Form,
  blocks: readonly Block[],
  own?: number,
): Promise<void> {
  const sent = Number(ctx.sent.get('project'));
  const elsewhere = sent > 0 && sent !== contrato.id && own === undefined;
  const project = elsewhere && ctx.isOn('estimate-project-from-form') ? sent : contrato.id;
  await saveBlocks(ctx, await saveGeneral(ctx, form, project, own), blocks);
}

export const formRoutes: readonly Route[] = [
  { path: '/proyectos/estimacion/nuevo/:id/', access: {}, handle: create },
  { path: '/proyectos/editar/estimacion/:id/', access: {}, handle: edit },
];
