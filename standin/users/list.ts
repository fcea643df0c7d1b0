import { page, type Answer } from '../web/answer.ts';
import type { Context, User } from '../web/context.ts';
import { html, type Html } from '../../fixtures/html.ts';
import { layout } from '../web/layout.ts';
import { detailPath, manage } from './access.ts';

/** What can be done with an entry of a list in this area. */
export const actions = (model: 'User' | 'Company', id: number, editPath: string): Html =>
  html`<a class="boton_edicion" href="${editPath}">Editar</a> / <a class="anchor_delete" data-model="${model}" data-id="${id}" data-area="users" href="#">Eliminar</a>`;

type Listed = Pick<User, 'id' | 'username'>;

const cards = (users: readonly Listed[]): Html =>
  html`<div class="list-group">${users.map(
    ({ id, username }) => html`<div class="div_list border_normal">
<h3 class="h4_div"><a class="anchor_div_list" href="${detailPath(username)}">${username}</a></h3>
${actions('User', id, `/users/update/${encodeURI(username)}/`)}
</div>`,
  )}</div>`;

/** The colleagues in the current company, and those of the customer who have none. */
export async function list(ctx: Context): Promise<Answer> {
  manage(ctx);
  const colleagues = await ctx.db.all<Listed>(
    `select id, username from users where id <> $1 and ($3 or exists
     (select 1 from user_company where user_id = users.id and company_id = $2)) order by id desc`,
    ctx.me.id,
    ctx.here.id,
    ctx.isOn('user-list-shows-other-company'),
  );
  const without = await ctx.db.all<Listed>(
    `select id, username from users where customer_id = $1
     and not exists (select 1 from user_company where user_id = users.id) order by id desc`,
    ctx.me.customer_id,
  );
  return page(
    layout(
      ctx,
      html`<div id="cont_danger"></div>
<h2>Listado de usuarios en ${ctx.here.company_name}</h2>
<a class="boton btn" href="/users/new/" aria-label="Agregar"><span class="oi oi-plus"></span></a>
${colleagues.length > 0 ? cards(colleagues) : html`<p>Usted no cuenta con usuarios aún.</p>`}
${without.length > 0 && html`<h2>Listado de usuarios que no tienen compañía registrada:</h2>${cards(without)}`}`,
      { title: `Usuarios en ${ctx.here.company_name}` },
    ),
  );
}
