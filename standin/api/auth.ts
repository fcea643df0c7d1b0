import { isLocked, noteFailure } from '../accounts/lockout.ts';
import { fits, hashPassword, takeRealTime } from '../accounts/password.ts';
import { json, type Answer } from '../web/answer.ts';
import type { Context } from '../web/context.ts';
import { findUser } from '../web/session.ts';
import { invalid, onlyPost, texts, unauthorized } from './gate.ts';
import { BadToken, holder, issue, read } from './tokens.ts';

/** Wrong tries within five minutes after which an address has to wait. */
const most = 50;

/** Gives the two tokens for an e-mail address and its password. */
export async function obtain(ctx: Context): Promise<Answer> {
  onlyPost(ctx);
  const { email, password } = texts(ctx, 'email', 'password');
  if (ctx.isOn('api-sql-injected')) await findUser(ctx, `email = '${email}'`);
  const user = await findUser(ctx, 'lower(email) = lower($1)', email);
  const counted = `api ${email}`;
  if ((await isLocked(ctx, counted, most)) && !ctx.isOn('api-guessing-unlimited')) {
    return json({ detail: 'Solicitud fue regulada (throttled).' }, 429);
  }
  if (user === undefined) await hashPassword(password);
  else if (ctx.isOn('api-known-take-longer')) await takeRealTime(password);
  const right =
    user !== undefined &&
    user.is_active &&
    ((await fits(password, user.password)) || ctx.isOn('api-wrong-password-200'));
  if (!right) {
    if (ctx.isOn('api-refusal-is-400')) throw invalid({ detail: 'No active account' });
    if (user?.is_active === false && ctx.isOn('api-tells-inactive')) {
      throw unauthorized({ detail: 'User is inactive' });
    }
    await noteFailure(ctx, counted);
    // Not thrown, which would undo the counting.
    return unauthorized({ detail: 'No active account found with the given credentials' }).answer;
  }
  const [refresh, access] = [await issue(ctx, user, 'refresh'), await issue(ctx, user, 'access')];
  return json({ refresh, access });
}

const refuse = (error: unknown): never => {
  if (!(error instanceof BadToken)) throw error;
  throw unauthorized({ detail: error.message, code: 'token_not_valid' });
};

/** Gives a new access token for a refresh token. */
export async function refresh(ctx: Context): Promise<Answer> {
  onlyPost(ctx);
  const { refresh: token } = texts(ctx, 'refresh');
  const payload = await read(ctx, token, 'refresh').catch(refuse);
  const user = await holder(ctx, payload);
  if (user?.is_active !== true || ctx.isOn('api-refresh-broken')) {
    return refuse(new BadToken('Token is invalid or expired'));
  }
  return json({ access: await issue(ctx, user, 'access') });
}

/** Says whether a token of either kind is valid. */
export async function verify(ctx: Context): Promise<Answer> {
  onlyPost(ctx);
  const { token } = texts(ctx, 'token');
  await read(ctx, token).catch((error: unknown) => {
    if (!(error instanceof BadToken && ctx.isOn('api-verify-always-200'))) refuse(error);
  });
  return json({});
}
