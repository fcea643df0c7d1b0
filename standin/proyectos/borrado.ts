import { enter } from '../web/access.ts';
import { NotFound, forbidden, json, page, type Answer } from '../web/answer.ts';
import type { Context } from '../web/context.ts';
import { csrfField } from '../web/form.ts';
import { html } from '../../fixtures/html.ts';
import type { Route } from '../web/route.ts';
import { isAssigned } from './parties.ts';

interface Model {
  readonly table: string;
  /** The object's company, and the contract that it belongs to, if any. */
  readonly look: string;
  /** Least level that may delete any, and least level that may delete what is assigned to them. */
  readonly level: number;
  readonly assignedLevel: number;
}

const models: Readonly<Record<string, Model>> = {
  Contraparte: {
    table: 'contraparte',
    look: 'select company_id, null::int contrato_id, 0 folio from contraparte where id = $1',
    level: 3,
    assignedLevel: 3,
  },
  Sitio: {
    table: 'sitio',
    look: `select company_id, null::int contrato_id, 0 folio from sitio
      join contraparte on contraparte.id = cliente_id where sitio.id = $1`,
    level: 2,
    assignedLevel: 2,
  },
  Destinatario: {
    table: 'destinatario',
    look: `select company_id, null::int contrato_id, 0 folio from destinatario
      join contraparte on contraparte.id = contraparte_id where destinatario.id = $1`,
    level: 2,
    assignedLevel: 2,
  },
  Contrato: {
    table: 'contrato',
    look: `select company_id, contrato.id contrato_id, folio from contrato
      join contraparte on contraparte.id = contraparte_id where contrato.id = $1`,
    level: 3,
    assignedLevel: 2,
  },
  Estimate: {
    table: 'estimacion',
    look: `select company_id, contrato.id contrato_id, consecutive folio from estimacion
      join contrato on contrato.id = project_id join contraparte on contraparte.id = contraparte_id
      where estimacion.id = $1`,
    level: 3,
    assignedLevel: 2,
  },
};

interface Look {
  readonly company_id: number;
  readonly contrato_id: number | null;
  readonly folio: number;
}

async function remove(ctx: Context): Promise<Answer> {
  const model = models[ctx.params['model'] ?? ''];
  if (model === undefined) {
    throw ctx.isOn('unknown-kind-500') ? new Error('no such kind') : new NotFound();
  }
  const look = await ctx.db.one<Look>(model.look, ctx.id());
  if (look === undefined) throw new NotFound();
  await enter(ctx, look.company_id, !ctx.isOn('delete-foreign'));
  const assigned = look.contrato_id !== null && (await isAssigned(ctx, look.contrato_id));
  const level = assigned ? model.assignedLevel : model.level;
  if (ctx.me.nivel < level && !ctx.isOn('delete-level-unchecked')) throw forbidden();
  const deletes = ctx.isPost ? !ctx.isOn('delete-does-nothing') : ctx.isOn('delete-by-get');
  if (deletes) {
    await ctx.db.all(`delete from ${model.table} where id = $1`, ctx.id());
    await closeGap(ctx, model, look);
  }
  return ctx.isPost ? json({ exito: true }) : page(question(ctx));
}

/** Folios and consecutives have no holes: those that follow move up. */
async function closeGap(ctx: Context, model: Model, look: Look): Promise<void> {
  if (model.table === 'contrato' && !ctx.isOn('delete-leaves-gap')) {
    await ctx.db.all(
      `update contrato set folio = folio - 1 where parent_id is null and folio > $1 and contraparte_id in
       (select id from contraparte where company_id = $2)`,
      look.folio,
      look.company_id,
    );
  }
  if (model.table === 'estimacion' && !ctx.isOn('delete-leaves-gap')) {
    await ctx.db.all(
      `update estimacion set consecutive = consecutive - 1 where consecutive > $2 and (project_id = $1 or $3 and
       project_id in (select contrato.id from contrato join contraparte on contraparte.id = contraparte_id where company_id = $4))`,
      look.contrato_id,
      look.folio,
      ctx.isOn('delete-renumbers-others'),
      look.company_id,
    );
  }
}

/** The question that a list shows before it deletes; only a piece of a page. */
export const question = (ctx: Context): ReturnType<typeof html> =>
  html`<form id="delete_form" method="post" action="">${csrfField(ctx)}
<p>¿Está seguro de que quiere eliminar este elemento?</p>
<button id="button_confirm" class="btn btn-danger" type="submit">Confirmar</button>
<button id="button_cancel" class="btn btn-light" type="button">Cancelar</button></form>`;

export const borradoRoutes: readonly Route[] = [
  { path: '/proyectos/eliminar/:model/:id/', access: {}, handle: remove },
];
