import { question } from '../proyectos/borrado.ts';
import { found } from '../web/access.ts';
import { file, forbidden, json, NotFound, page, text, type Answer } from '../web/answer.ts';
import type { Context } from '../web/context.ts';
import { toLogin } from '../web/session.ts';
import { manage } from './access.ts';

/** Deletes a colleague of the current company, or a company of the customer. */
export async function remove(ctx: Context): Promise<Answer> {
  manage(ctx);
  const { model } = ctx.params;
  if (model !== 'User' && model !== 'Company') throw new NotFound();
  const user = model === 'User';
  const row = found(
    await ctx.db.one<{ own: boolean }>(
      user
        ? `select exists (select 1 from user_company where user_id = users.id and company_id = $2) own
           from users where id = $1`
        : 'select customer_id = $2 own from company where id = $1',
      ctx.id(),
      user ? ctx.here.id : ctx.me.customer_id,
    ),
  );
  if (!row.own && !ctx.isOn(user ? 'user-delete-foreign' : 'company-delete-foreign')) {
    throw new NotFound();
  }
  if (!ctx.isPost) return page(question(ctx));
  if (!ctx.isOn(user ? 'user-delete-does-nothing' : 'company-delete-lost')) {
    await ctx.db.all(`delete from ${user ? 'users' : 'company'} where id = $1`, ctx.id());
  }
  return text(200, '');
}

/** Ends the tutorial of the current user. */
export async function endTutorial(ctx: Context): Promise<Answer> {
  if (!ctx.isPost) return file('', Buffer.of(), { allow: 'POST, OPTIONS' }, 405);
  if (ctx.user?.id !== ctx.id() && !ctx.isOn('remove-is-new-anonymous')) {
    throw ctx.user === undefined ? toLogin(ctx) : forbidden();
  }
  await ctx.db.update('users', ctx.id(), { is_new: false });
  return json({ exito: true });
}
