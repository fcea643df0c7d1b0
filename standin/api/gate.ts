import { Ends, json } from '../web/answer.ts';
import type { Context, User } from '../web/context.ts';
import { checkCsrf } from '../web/session.ts';
import { BadToken, holder, read } from './tokens.ts';

const challenge = { 'www-authenticate': 'Bearer realm="api"' };

/** Ends a request with 401 and the way to sign in. */
export const unauthorized = (said: Record<string, unknown>): Ends =>
  new Ends(json(said, 401, challenge));

export const denied = (detail: string): Ends => new Ends(json({ detail }, 403));

/** Ends a request whose fields are wrong. */
export const invalid = (said: Record<string, unknown>): Ends => new Ends(json(said, 400));

/** Only POST is understood. */
export function onlyPost(ctx: Context): void {
  only(ctx, ['POST']);
}

/** Only these methods are understood, beside the question which they are. */
export function only(ctx: Context, methods: readonly string[]): void {
  if (methods.includes(ctx.method) || ctx.isOn('api-any-verb-taken')) return;
  const allow = [...methods, 'OPTIONS'].join(', ');
  if (ctx.method === 'OPTIONS') throw new Ends(json({}, 200, { allow }));
  throw new Ends(json({ detail: `Método "${ctx.method}" no permitido.` }, 405, { allow }));
}

/**
 * Lets only those through who bring a token or a session.
 *
 * @returns undefined only when a fault lets anybody through
 * @throws Ends with 401, or with 403 when a session comes without its CSRF token
 */
export async function authenticated(ctx: Context): Promise<User | undefined> {
  const isCommon = ['GET', 'HEAD', 'POST'].includes(ctx.method);
  if (!isCommon && ctx.isOn('api-other-verbs-open')) return undefined;
  const user = (await byToken(ctx)) ?? bySession(ctx);
  if (user !== undefined) return user;
  if (ctx.isOn('api-anonymous-open')) return undefined;
  throw unauthorized({ detail: 'Las credenciales de autenticación no se proveyeron.' });
}

/** Somebody who is not there any more. */
const ghost = { id: 0, is_staff: false, is_active: true } as User;

/** Whether somebody may do what only staff may. */
export const isStaff = (user: User | undefined): boolean => user === undefined || user.is_staff;

/** Ends the request of somebody who is no staff. */
export const onlyStaff = (): Ends => denied('Usted no tiene permiso para realizar esta acción.');

async function byToken(ctx: Context): Promise<User | undefined> {
  const [scheme, token, ...more] = (ctx.header('authorization') ?? '').split(' ').filter(Boolean);
  if (scheme !== 'Bearer') return undefined;
  if (token === undefined || more.length > 0) {
    throw unauthorized({
      detail: 'Authorization header must contain two space-delimited values',
      code: 'bad_authorization_header',
    });
  }
  const payload = await read(ctx, token, 'access').catch((error: unknown) => {
    if (!(error instanceof BadToken)) throw error;
    throw unauthorized({
      detail: 'Given token not valid for any token type',
      code: 'token_not_valid',
      messages: [{ token_class: 'AccessToken', token_type: 'access', message: error.message }],
    });
  });
  const user = await holder(ctx, payload);
  if (user === undefined) {
    if (ctx.isOn('api-token-outlives-user')) return ghost;
    throw unauthorized({ detail: 'User not found', code: 'user_not_found' });
  }
  if (!user.is_active) throw unauthorized({ detail: 'User is inactive', code: 'user_inactive' });
  return user;
}

function bySession(ctx: Context): User | undefined {
  if (ctx.user !== undefined && ctx.isPost) {
    checkCsrf(ctx, () => denied('CSRF Failed: CSRF token missing or incorrect.'));
  }
  return ctx.user;
}

/** A field that was sent, as a form or as JSON; undefined when it was not. */
export function field(ctx: Context, name: string): unknown {
  const { json: body } = ctx.sent;
  if (typeof body === 'object' && body !== null) return (body as Record<string, unknown>)[name];
  return ctx.sent.has(name) ? ctx.sent.get(name) : undefined;
}

/**
 * Fields that must be there and hold text.
 *
 * @throws Ends with 400 and what is wrong with each
 */
export function texts<Name extends string>(
  ctx: Context,
  ...names: readonly Name[]
): Record<Name, string> {
  const isJson = ctx.header('content-type')?.startsWith('application/json') === true;
  if (isJson && ctx.sent.json === undefined) throw invalid({ detail: 'JSON parse error' });
  const wrongs = names.flatMap((name) => {
    const said = wrongWith(field(ctx, name));
    return said === undefined ? [] : [[name, [said]] as const];
  });
  if (wrongs.length > 0) throw invalid(Object.fromEntries(wrongs));
  return Object.fromEntries(names.map((name) => [name, textOf(field(ctx, name))])) as Record<
    Name,
    string
  >;
}

function wrongWith(value: unknown): string | undefined {
  if (value === undefined) return 'Este campo es requerido.';
  if (value === null) return 'Este campo no puede ser nulo.';
  if (typeof value !== 'string' && typeof value !== 'number') return 'No es una cadena válida.';
  const text = textOf(value);
  if (text === '') return 'Este campo no puede estar en blanco.';
  return text.includes('\0') ? 'Los caracteres nulos no están permitidos.' : undefined;
}

const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
