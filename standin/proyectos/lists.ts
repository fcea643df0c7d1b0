import { page, type Answer } from '../web/answer.ts';
import type { Context } from '../web/context.ts';
import { html, type Html } from '../../fixtures/html.ts';
import { layout } from '../web/layout.ts';
import { unescapedUnder } from '../web/unescaped.ts';

/** One object in a list. */
export interface Card {
  readonly id: number;
  readonly title: string;
  readonly path: string;
  readonly editPath: string;
  readonly lines: readonly (readonly [name: string, value: string])[];
  /** Whether it can be edited and deleted from here. */
  readonly actions: boolean;
  readonly extra?: Html | undefined;
}

export interface List {
  readonly title: string;
  /** Name that the delete flow knows the objects by. */
  readonly model: string;
  readonly newPath?: string | undefined;
  readonly cards: readonly Card[];
  readonly scripts?: Html;
}

const perPage = 10;

/** A list with ten objects a page. */
export function listPage(ctx: Context, list: List): Answer {
  const pages = Math.max(1, Math.ceil(list.cards.length / perPage));
  const current = Math.min(pages, Math.max(1, Number(ctx.query('page') ?? '1')));
  const from = ctx.isOn('paging-repeats') ? 0 : (current - 1) * perPage;
  const shown = list.cards.slice(from, from + perPage);
  return page(
    layout(
      ctx,
      html`<h2 class="title">${list.title}</h2>
${list.newPath !== undefined && html`<a class="boton btn" href="${list.newPath}" aria-label="Agregar"><span class="oi oi-plus"></span></a>`}
<div id="cont_danger"></div>
<div class="cont_divs_list">${shown.map((card) => cardOf(ctx, card, list.model))}</div>
${pages > 1 && pager(current, pages)}`,
      { title: list.title, ...(list.scripts === undefined ? {} : { scripts: list.scripts }) },
    ),
  );
}

function cardOf(ctx: Context, card: Card, model: string): Html {
  return html`<div class="div_list border_normal">
<h3 class="h4_div"><a class="anchor_div_list" href="${card.path}">${unescapedUnder(ctx, 'list-names-unescaped', card.title)}</a></h3>
${card.lines.map(([name, value]) => html`<p class="p_div_list"><strong>${name}: </strong>${value}</p>`)}
${card.actions && html`<a class="boton_edicion" href="${card.editPath}">Editar</a> / <a class="anchor_delete" data-model="${model}" data-id="${card.id}" href="#">Eliminar</a>`}
${card.extra}
</div>`;
}

function pager(current: number, pages: number): Html {
  const link = (to: number, text: string): Html =>
    html`<li class="page-item"><a class="page-link" href="?page=${to}"><span>${text}</span></a></li>`;
  return html`<nav aria-label="Páginas"><ul class="pagination">
${current > 1 && link(current - 1, 'Anterior')}
<li class="page-item active"><span class="page-link">Página ${current} de ${pages}</span></li>
${current < pages && link(current + 1, 'Siguiente')}
</ul></nav>`;
}
