import { page, type Answer } from '../web/answer.ts';
import type { Company, Context } from '../web/context.ts';
import { html } from '../../fixtures/html.ts';
import { layout } from '../web/layout.ts';
import { userOf } from './access.ts';
import { unescapedUnder } from '../web/unescaped.ts';

/** The page of one user. */
export async function detail(ctx: Context): Promise<Answer> {
  const user = await userOf(ctx);
  const companies = await ctx.db.all<Company>(
    `select company.* from company join user_company on company_id = company.id
     where user_id = $1 order by company.id`,
    user.id,
  );
  const title = `Detalle del usuario ${user.first_name || user.username}`;
  const editPath = `/users/update/${encodeURI(user.username)}/`;
  return page(
    layout(
      ctx,
      html`<h2 class="title">${title}</h2>
<table class="table_sample table_detalle"><tr><th colspan="2">${user.username}</th></tr>
<tr><td>Nombre</td><td>${user.first_name || html`No has definido tu nombre, hazlo <a href="${editPath}">aquí</a>`}</td></tr>
<tr><td>Apellidos</td><td>${unescapedUnder(ctx, 'user-name-unescaped', user.last_name)}</td></tr>
<tr><td>Correo electrónico</td><td>${user.email}</td></tr>
<tr><td>Nivel de Acceso</td><td>${user.nivel_nombre}</td></tr>
<tr><td>Fecha de registro</td><td></td></tr>
<tr><td><strong>Compañías de trabajo</strong></td><td>${
        companies.length > 0
          ? html`<ul>${companies.map(({ company_name }) => html`<li>${company_name}</li>`)}</ul>`
          : '¡Este usuario no cuenta con compañías!'
      }</td></tr>
<tr><td colspan="2"><a href="${editPath}">Editar Usuario</a></td></tr></table>`,
      { title, companySwitch: false },
    ),
  );
}
