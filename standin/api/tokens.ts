import { decodeJwt, errors, jwtVerify, SignJWT, type JWTPayload } from 'jose';
import { randomBytes } from 'node:crypto';
import type { Context, User } from '../web/context.ts';
import { findUser } from '../web/session.ts';

export type TokenType = 'access' | 'refresh';

const key = randomBytes(32);
const lifetimes: Readonly<Record<TokenType, number>> = { access: 300, refresh: 86_400 };
const year = 31_536_000;

/** What is wrong with a token. */
export class BadToken extends Error {}

export function issue(ctx: Context, user: Pick<User, 'id'>, type: TokenType): Promise<string> {
  const long = type === 'access' && ctx.isOn('api-tokens-never-expire');
  const now = Math.floor(Date.now() / 1000);
  return new SignJWT({ token_type: type, user_id: user.id })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setIssuedAt(now)
    .setExpirationTime(now + (long ? year : lifetimes[type]))
    .setJti(randomBytes(16).toString('hex'))
    .sign(key);
}

/**
 * Reads a token of the API.
 *
 * @param type the only one that will do; any when undefined
 * @throws BadToken
 */
export async function read(ctx: Context, token: string, type?: TokenType): Promise<JWTPayload> {
  const payload = await verified(token).catch((error: unknown) => {
    if (!(error instanceof errors.JOSEError)) throw error;
    const said = new BadToken('Token is invalid or expired');
    if (!ctx.isOn('api-token-never-checked')) throw said;
    try {
      return decodeJwt(token);
    } catch {
      throw said;
    }
  });
  const mistaken = type !== undefined && payload['token_type'] !== type;
  if (mistaken && !ctx.isOn('api-token-types-mixed')) throw new BadToken('Token has wrong type');
  return payload;
}

const verified = async (token: string): Promise<JWTPayload> =>
  (await jwtVerify(token, key, { algorithms: ['HS256'], requiredClaims: ['exp', 'jti'] })).payload;

/** The user that a token is about, if they are there. */
export const holder = (ctx: Context, payload: JWTPayload): Promise<User | undefined> =>
  typeof payload['user_id'] === 'number' && Number.isSafeInteger(payload['user_id'])
    ? findUser(ctx, 'users.id::bigint = $1', payload['user_id'])
    : Promise.resolve(undefined);
