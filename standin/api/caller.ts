import { Ends, json } from '../web/answer.ts';
import type { Context, User } from '../web/context.ts';
import { checkCsrf, findUser } from '../web/session.ts';
import { claimedHolder, holderOf } from './tokens.ts';

/** Who calls the API. */
export interface Caller {
  readonly isStaff: boolean;
}

/** What tells a client how to say who it is. */
export const challenge = { 'www-authenticate': 'Bearer realm="api"' };

/** An answer that says what is wrong. */
export const refusal = (
  status: number,
  detail: string,
  more: Readonly<Record<string, unknown>> = {},
): Ends => new Ends(json({ detail, ...more }, status, status === 401 ? challenge : {}));

/**
 * Who calls: the holder of the token in the request, else the user of the session.
 *
 * @throws Ends with 401 for nobody or a bad token, 403 for a session without the CSRF token
 */
export async function callerOf(ctx: Context): Promise<Caller> {
  const [scheme, token, ...rest] = (ctx.header('authorization') ?? '').split(' ');
  if (scheme === 'Bearer') {
    if (token === undefined || rest.length > 0) {
      throw refusal(401, 'Authorization header must contain two space-delimited values', {
        code: 'bad_authorization_header',
      });
    }
    return callerBy(await byToken(ctx, token));
  }
  if (ctx.user !== undefined) {
    // A browser sends its cookies by itself, so a session has to show the token of a page too.
    if (ctx.isPost) checkCsrf(ctx, () => refusal(403, 'CSRF Failed: CSRF token missing.'));
    return callerBy(ctx.user);
  }
  if (ctx.isOn('api-anonymous-open')) return { isStaff: true };
  throw refusal(401, 'Las credenciales de autenticación no se proveyeron.');
}

const callerBy = (user: User): Caller => ({ isStaff: user.is_staff });

async function byToken(ctx: Context, token: string): Promise<User> {
  const good = await holderOf(token, 'access');
  const id = good ?? (ctx.isOn('api-token-never-checked') ? claimedHolder(token) : undefined);
  if (id === undefined) {
    throw refusal(401, 'Given token not valid for any token type', {
      code: 'token_not_valid',
      messages: [
        {
          token_class: 'AccessToken',
          token_type: 'access',
          message: 'Token is invalid or expired',
        },
      ],
    });
  }
  const user = await findUser(ctx, 'users.id = $1', id);
  if (user === undefined) throw refusal(401, 'User not found', { code: 'user_not_found' });
  if (!user.is_active) throw refusal(401, 'User is inactive', { code: 'user_inactive' });
  return user;
}

/**
 * Lets staff through only.
 *
 * @param open whether others come through all the same; asked only about them
 * @throws Ends with 403
 */
export function staffOnly(caller: Caller, open: () => boolean): void {
  if (caller.isStaff || open()) return;
  throw refusal(403, 'Usted no tiene permiso para realizar esta acción.');
}
