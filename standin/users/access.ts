import { admit, found } from '../web/access.ts';
import { forbidden } from '../web/answer.ts';
import type { Context, User } from '../web/context.ts';
import { findUser } from '../web/session.ts';

/**
 * Lets only those through who run the users and companies of their customer.
 *
 * @throws Ends with 403
 */
export function manage(ctx: Context): void {
  if (ctx.me.nivel === 2 && ctx.isOn('users-open-to-level-2')) return;
  admit(ctx, { level: 3, group: 'Users' });
}

/**
 * The user that an address names, or oneself when it names nobody.
 *
 * @throws Ends with 403 when it is not for the current user to see them, NotFound
 */
export async function userOf(ctx: Context): Promise<User> {
  const { username } = ctx.params;
  if (username === undefined || username === ctx.me.username) return ctx.me;
  if (!(ctx.me.nivel === 2 && ctx.isOn('users-open-to-level-2'))) {
    admit(ctx, { level: 3, group: null });
  }
  const known = await findUser(ctx, 'username = $1', username);
  if (known === undefined && ctx.isOn('unknown-user-500')) throw new Error('no such user');
  const user = found(known);
  const foreign = user.customer_id !== ctx.me.customer_id && ctx.me.nivel < 5;
  const open = foreign && ctx.isOn(ctx.isPost ? 'user-post-foreign' : 'user-detail-foreign');
  if (foreign && !open) throw forbidden();
  return user;
}

export const detailPath = (username: string): string => `/users/detalle/${encodeURI(username)}/`;
