import { fits } from '../accounts/password.ts';
import { json, type Answer } from '../web/answer.ts';
import type { Context } from '../web/context.ts';
import { findUser } from '../web/session.ts';
import { refusal } from './caller.ts';
import { required } from './payload.ts';
import { claimedHolder, holderOf, issue } from './tokens.ts';

const notValid = (): Error =>
  refusal(401, 'Token is invalid or expired', { code: 'token_not_valid' });

/** Gives two tokens for an e-mail address and its password. */
export async function obtain(ctx: Context): Promise<Answer> {
  const { email, password } = required(ctx, ['email', 'password']);
  const user = await findUser(ctx, 'email = $1 and is_active', email);
  const good = user !== undefined && (await fits(password, user.password));
  if (user === undefined || (!good && !ctx.isOn('api-wrong-password-200'))) {
    throw refusal(401, 'No active account found with the given credentials');
  }
  return json({
    refresh: await issue(ctx, 'refresh', user.id),
    access: await issue(ctx, 'access', user.id),
  });
}

/** Gives a new access token for a refresh token. */
export async function refresh(ctx: Context): Promise<Answer> {
  const { refresh: token } = required(ctx, ['refresh']);
  const good = await holderOf(token, 'refresh');
  const id = good ?? (ctx.isOn('api-token-never-checked') ? claimedHolder(token) : undefined);
  if (id === undefined || ctx.isOn('api-refresh-broken')) throw notValid();
  return json({ access: await issue(ctx, 'access', id) });
}

/** Says whether a token is good. */
export async function verify(ctx: Context): Promise<Answer> {
  const { token } = required(ctx, ['token']);
  const good = (await holderOf(token, undefined)) !== undefined;
  if (!good && !ctx.isOn('api-verify-always-200')) throw notValid();
  return json({});
}
