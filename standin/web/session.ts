import { randomBytes } from 'node:crypto';
import { Ends, redirect, text } from './answer.ts';
import { unmask, type Company, type Context, type Flash, type User } from './context.ts';

const userColumns = `users.*, nivel.nivel`;

/** Who the session cookie belongs to, and what the last page wanted to say. */
export async function loadSession(ctx: Context): Promise<void> {
  const jar = cookiesOf(ctx);
  ctx.sessionKey = jar.get('sessionid') ?? '';
  ctx.csrfSecret = secretOf(jar.get('csrftoken'));
  ctx.flashes = readFlashes(jar.get('messages'));
  const user = await ctx.db.one<User>(
    `select ${userColumns} from session join users on users.id = session.user_id
     join nivel on nivel.id = users.nivel_id where session.key = $1 and users.is_active`,
    ctx.sessionKey,
  );
  if (user !== undefined) await become(ctx, user);
  if (ctx.csrfSecret === '') {
    ctx.csrfSecret = randomBytes(16).toString('hex');
    setCookie(ctx, 'csrftoken', ctx.csrfToken(), 'Max-Age=31449600; ');
  }
}

/** A user by a condition, with their access level. */
export const findUser = (
  ctx: Context,
  where: string,
  ...values: unknown[]
): Promise<User | undefined> =>
  ctx.db.one<User>(
    `select ${userColumns} from users join nivel on nivel.id = users.nivel_id where ${where}`,
    ...values,
  );

/** Makes a user the current one of this request. */
export async function become(ctx: Context, user: User): Promise<void> {
  ctx.user = user;
  ctx.companies = await ctx.db.all<Company>(
    `select company.* from company join user_company on company_id = company.id
     where user_id = $1 order by company.id`,
    user.id,
  );
  ctx.company = ctx.companies.find(({ id }) => id === user.currently_at_id) ?? ctx.companies[0];
  if (ctx.company !== undefined && ctx.company.id !== user.currently_at_id) {
    await ctx.db.update('users', user.id, { currently_at_id: ctx.company.id });
  }
}

/** Signs a user in: a new session key, so that one that was known before is worth nothing. */
export async function signIn(ctx: Context, user: User): Promise<void> {
  const keep = ctx.isOn('session-not-rotated') && ctx.sessionKey !== '';
  await ctx.db.all('delete from session where key = $1', ctx.sessionKey);
  ctx.sessionKey = keep ? ctx.sessionKey : randomBytes(16).toString('hex');
  ctx.csrfSecret = randomBytes(16).toString('hex');
  await ctx.db.all(
    'insert into session (key, user_id, csrf) values ($1, $2, $3)',
    ctx.sessionKey,
    user.id,
    ctx.csrfSecret,
  );
  setCookie(ctx, 'sessionid', ctx.sessionKey, '', ctx.isOn('session-cookie-plain'));
  setCookie(ctx, 'csrftoken', ctx.csrfToken(), 'Max-Age=31449600; ');
}

/** Signs the current user out, on the server too. */
export async function signOut(ctx: Context): Promise<void> {
  if (!ctx.isOn('logout-keeps-session')) {
    await ctx.db.all('delete from session where key = $1', ctx.sessionKey);
  }
  ctx.cookies.push('sessionid=""; Max-Age=0; Path=/; Secure; HttpOnly; SameSite=Lax');
}

/** Has the next page say something once. */
export function say(ctx: Context, level: Flash['level'], said: string): void {
  ctx.flashes.push({ level, text: said });
  const value = Buffer.from(JSON.stringify(ctx.flashes)).toString('base64url');
  setCookie(ctx, 'messages', value);
}

/** What the last page wanted to say; it is said once. */
export function takeFlashes(ctx: Context): Flash[] {
  const flashes = ctx.flashes;
  if (flashes.length > 0)
    ctx.cookies.push('messages=""; Max-Age=0; Path=/; Secure; HttpOnly; SameSite=Lax');
  ctx.flashes = [];
  return flashes;
}

/**
 * Django's rule for unsafe requests on HTTPS: the Origin or Referer is this host, and the token of
 * the form (or the header) unmasks to the secret of the cookie.
 */
export function checkCsrf(ctx: Context, refused: () => Ends): void {
  if (ctx.isOn('csrf-off')) return;
  const origin = ctx.header('origin') ?? ctx.header('referer');
  const token = ctx.sent.get('csrfmiddlewaretoken') || (ctx.header('x-csrftoken') ?? '');
  const sameHost =
    origin !== undefined && URL.canParse(origin) && new URL(origin).host === ctx.url.host;
  const secret = secretOf(cookiesOf(ctx).get('csrftoken'));
  if (!sameHost || secret === '' || unmask(token) !== secret) throw refused();
}

/** Only hosts that the deployment names are answered. */
export function checkHost(host: string | undefined): void {
  const name = (host ?? '').replace(/:\d+$/, '');
  if (!['127.0.0.1', 'localhost', 'construbot.test'].includes(name)) {
    throw new Ends(
      text(
        400,
        '<!doctype html><html lang="en"><head><title>Bad Request</title></head><body><h1>Bad Request (400)</h1></body></html>',
      ),
    );
  }
}

/** Sends somebody who is not signed in to the login page, and back afterwards. */
export const toLogin = (ctx: Context): Ends =>
  new Ends(
    redirect(`/accounts/login/?next=${encodeURIComponent(ctx.path).replaceAll('%2F', '/')}`),
  );

function setCookie(ctx: Context, name: string, value: string, age = '', plain = false): void {
  const flags = plain ? '' : 'Secure; HttpOnly; ';
  ctx.cookies.push(`${name}=${value}; ${age}Path=/; ${flags}SameSite=Lax`);
}

const secretOf = (token: string | undefined): string => (token === undefined ? '' : unmask(token));

function readFlashes(value: string | undefined): Flash[] {
  if (value === undefined || value === '' || value === '""') return [];
  return JSON.parse(Buffer.from(value, 'base64url').toString()) as Flash[];
}

function cookiesOf(ctx: Context): Map<string, string> {
  const pairs = (ctx.header('cookie') ?? '').split(/;\s*/).filter(Boolean);
  return new Map(
    pairs.map((pair): [string, string] => {
      const [name = '', ...rest] = pair.split('=');
      return [name, rest.join('=')];
    }),
  );
}
