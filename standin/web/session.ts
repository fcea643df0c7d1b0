import { createHash, randomBytes } from 'node:crypto';
import { Ends, redirect, text } from './answer.ts';
import { asksNoToken, isExempt } from './csrf-exempt.ts';
import { unmask, type Company, type Context, type Flash, type User } from './context.ts';
import { isSigned, sign } from './secret.ts';

const userColumns = 'users.*, nivel.nivel, nivel.nombre as nivel_nombre';

const isRemembered = (ctx: Context, wanted: boolean): boolean =>
  wanted ? !ctx.isOn('remembered-never') : ctx.isOn('remembered-unasked');
const rememberSeconds = (ctx: Context): number =>
  ctx.isOn('remembered-for-years') ? 63_072_000 : 1_814_400;

type UserOfSession = User & { readonly auth: string; readonly data: Record<string, string> };

/** Who the session cookie belongs to, and what the last page wanted to say. */
export async function loadSession(ctx: Context): Promise<void> {
  const jar = cookiesOf(ctx);
  ctx.sessionKey = jar.get('sessionid') ?? '';
  ctx.csrfSecret = secretOf(jar.get('csrftoken'));
  ctx.flashes = readFlashes(jar.get('messages'));
  if (ctx.sessionKey === '' || isAtAnotherServer(ctx)) return;
  const row = await ctx.db.one<UserOfSession>(
    `select ${userColumns}, session.auth, session.data from session
     left join users on users.id = session.user_id
     left join nivel on nivel.id = users.nivel_id where session.key = $1`,
    ctx.sessionKey,
  );
  if (row === undefined) return;
  ctx.sessionData = row.data;
  // A session ends with the password it was opened with.
  const known =
    (row.id as number | null) !== null && (row.is_active || ctx.isOn('inactive-signs-in'));
  const current = known && (row.auth === authOf(row) || ctx.isOn('session-survives-new-password'));
  if (current) await become(ctx, row);
}

const inARow = new Map<string, { readonly path: string; readonly times: number }>();

// As where each server knows its own sessions only, and a balancer keeps to one for a while.
function isAtAnotherServer(ctx: Context): boolean {
  if (ctx.header('connection') !== 'close') return false;
  const before = inARow.get(ctx.sessionKey);
  const times = before?.path === ctx.path ? before.times + 1 : 1;
  inARow.set(ctx.sessionKey, { path: ctx.path, times });
  return times > 12 && ctx.isOn('session-at-one-server');
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

/**
 * Signs a user in: a new session key, so that one that was known before is worth nothing.
 *
 * @param remember keep the session when the browser closes
 */
export async function signIn(ctx: Context, user: User, remember = false): Promise<void> {
  const keep = ctx.sessionKey !== '' && ctx.isOn('session-not-rotated');
  await ctx.db.all('delete from session where key = $1', ctx.sessionKey);
  if (!keep) ctx.sessionKey = ctx.isOn('session-key-of-the-person') ? keyOf(user) : newKey();
  if (!ctx.isOn('csrf-token-survives-sign-in')) ctx.csrfSecret = '';
  ctx.csrfToken();
  await ctx.db.all(
    // Only the fault gives a key twice.
    `insert into session (key, user_id, auth) values ($1, $2, $3)
     on conflict (key) do update set auth = excluded.auth`,
    ctx.sessionKey,
    user.id,
    authOf(user),
  );
  setCookie(ctx, 'sessionid', ctx.sessionKey, {
    ...(isRemembered(ctx, remember) ? { maxAge: rememberSeconds(ctx) } : {}),
    shared: ctx.isOn('session-cookie-for-subdomains'),
    secure: !ctx.isOn('session-cookie-not-secure'),
    httpOnly: !ctx.isOn('session-cookie-not-httponly'),
    sameSite: !ctx.isOn('session-cookie-without-samesite'),
  });
}

/** Keeps the current session alive over a change of the user's own password. */
export async function keepSession(ctx: Context, user: User): Promise<void> {
  await ctx.db.all('update session set auth = $2 where key = $1', ctx.sessionKey, authOf(user));
}

/** Has the session keep something, also that of somebody who is not signed in. */
export async function remember(ctx: Context, data: Record<string, string>): Promise<void> {
  ctx.sessionData = { ...ctx.sessionData, ...data };
  const kept = await ctx.db.all(
    'update session set data = $2 where key = $1 returning 1',
    ctx.sessionKey,
    ctx.sessionData,
  );
  if (kept.length > 0) return;
  ctx.sessionKey = newKey();
  await ctx.db.all(
    'insert into session (key, data) values ($1, $2)',
    ctx.sessionKey,
    ctx.sessionData,
  );
  setCookie(ctx, 'sessionid', ctx.sessionKey);
}

/** Signs the current user out, on the server too. */
export async function signOut(ctx: Context): Promise<void> {
  if (!ctx.isOn('logout-keeps-session')) {
    await ctx.db.all('delete from session where key = $1', ctx.sessionKey);
  }
  if (!ctx.isOn('sign-out-leaves-cookie')) setCookie(ctx, 'sessionid', '""', { maxAge: 0 });
}

/** Has the next page say something once. */
export function say(ctx: Context, level: Flash['level'], said: string): void {
  ctx.flashes.push({ level, text: said });
  const value = Buffer.from(JSON.stringify(ctx.flashes)).toString('base64url');
  setCookie(ctx, 'messages', `${value}.${sign('messages', value)}`, {
    secure: !ctx.isOn('messages-cookie-not-secure'),
  });
}

/** What the last page wanted to say; it is said once. */
export function takeFlashes(ctx: Context): Flash[] {
  const flashes = ctx.flashes;
  if (flashes.length > 0 && !ctx.isOn('messages-repeat')) {
    setCookie(ctx, 'messages', '""', { maxAge: 0 });
  }
  ctx.flashes = [];
  return flashes;
}

/**
 * Django's rule for unsafe requests on HTTPS: the Origin or Referer is this host, and the token of
 * the form (or the header) unmasks to the secret of the cookie.
 */
export function checkCsrf(ctx: Context, refused: () => Ends): void {
  if (isExempt(ctx)) return;
  if (!isFromHere(ctx) && !ctx.isOn('csrf-origin-ignored')) throw refused();
  const token = ctx.sent.get('csrfmiddlewaretoken') || (ctx.header('x-csrftoken') ?? '');
  const secret = secretOf(cookiesOf(ctx).get('csrftoken'));
  const fits = secret !== '' && unmask(token) === secret;
  const taken =
    fits ||
    (token !== '' && ctx.isOn('csrf-any-token')) ||
    ctx.isOn('csrf-off') ||
    asksNoToken(ctx);
  if (!taken) throw refused();
}

function isFromHere(ctx: Context): boolean {
  const from = ctx.header('origin') ?? ctx.header('referer');
  if (from === undefined) return ctx.isOn('csrf-referer-optional');
  if (!URL.canParse(from)) return false;
  const { origin, hostname } = new URL(from);
  const begins = hostname.startsWith(ctx.url.hostname) && ctx.isOn('csrf-origin-by-beginning');
  return origin === ctx.url.origin || begins;
}

/** Sets the cookie that the tokens of an answer are checked against. */
export function setCsrfCookie(ctx: Context): void {
  if (!ctx.csrfUsed) return;
  setCookie(ctx, 'csrftoken', ctx.csrfToken(), {
    maxAge: ctx.isOn('csrf-cookie-for-years') ? 315_360_000 : 31_449_600,
    shared: ctx.isOn('csrf-cookie-for-subdomains'),
    sameSite: !ctx.isOn('csrf-cookie-without-samesite'),
    secure: !ctx.isOn('csrf-cookie-not-secure'),
    httpOnly: !ctx.isOn('csrf-cookie-not-httponly'),
  });
}

const badRequest = text(
  400,
  '<!doctype html><html lang="en"><head><title>Bad Request</title></head><body><h1>Bad Request (400)</h1></body></html>',
);

const ownHosts: readonly string[] = ['127.0.0.1', 'localhost', 'construbot.test'];

/** Only hosts that the deployment names are answered. */
export function checkHost(ctx: Context): void {
  const forwarded = ctx.header('x-forwarded-host');
  const host =
    forwarded !== undefined && ctx.isOn('forwarded-host-trusted') ? forwarded : ctx.header('host');
  const name = (host ?? '').replace(/:\d+$/, '');
  // A request line may name a host too, and then it is the one that counts (RFC 9112, 3.2.2).
  const lineFits = ownHosts.includes(ctx.url.hostname) || ctx.isOn('request-line-host-believed');
  if (ownHosts.includes(name) && lineFits) return;
  const looksOwn =
    (ownHosts.some((own) => name.startsWith(own)) && ctx.isOn('host-by-beginning')) ||
    (ownHosts.some((own) => name.endsWith(own)) && ctx.isOn('host-by-end'));
  if (looksOwn || ctx.isOn('any-host-accepted')) return;
  throw new Ends(
    ctx.isOn('debug-pages')
      ? text(
          400,
          `<!doctype html><html lang="en"><head><title>DisallowedHost</title></head><body><h1>DisallowedHost at ${encodeURI(ctx.path)}</h1><p>You're seeing this error because you have <code>DEBUG = True</code> in your Django settings file.</p></body></html>`,
        )
      : badRequest,
  );
}

/** Sends somebody who is not signed in to the login page, and back afterwards. */
export const toLogin = (ctx: Context): Ends =>
  new Ends(
    redirect(
      `/accounts/login/?next=${encodeURIComponent(ctx.path + ctx.url.search).replaceAll('%2F', '/')}`,
    ),
  );

interface CookieOptions {
  readonly maxAge?: number;
  readonly secure?: boolean;
  readonly httpOnly?: boolean;
  readonly sameSite?: boolean;
  /** Whether it goes to the subdomains of the host too. */
  readonly shared?: boolean;
}

function setCookie(ctx: Context, name: string, value: string, options: CookieOptions = {}): void {
  const { maxAge, secure = true, httpOnly = true, sameSite = true, shared = false } = options;
  // The last line for a name is the one that counts.
  const earlier = ctx.cookies.findIndex((line) => line.startsWith(`${name}=`));
  if (earlier !== -1) ctx.cookies.splice(earlier, 1);
  ctx.cookies.push(
    [
      `${name}=${value}`,
      // Not every client understands an age of nothing.
      maxAge === 0 ? 'Expires=Thu, 01 Jan 1970 00:00:00 GMT' : '',
      maxAge === undefined ? '' : `Max-Age=${maxAge}`,
      'Path=/',
      shared ? `Domain=${ctx.url.hostname}` : '',
      sameSite ? 'SameSite=Lax' : '',
      secure ? 'Secure' : '',
      httpOnly ? 'HttpOnly' : '',
    ]
      .filter(Boolean)
      .join('; '),
  );
}

const keyOf = ({ id }: User): string => sign('session', String(id)).slice(0, 32);

const newKey = (): string => randomBytes(16).toString('hex');

const authOf = ({ password }: User): string =>
  createHash('sha256').update(password).digest('base64url');

const secretOf = (token: string | undefined): string => (token === undefined ? '' : unmask(token));

function readFlashes(value: string | undefined): Flash[] {
  const [json = '', signature = ''] = (value ?? '').split('.');
  // Text that comes from outside is shown only when it is the stand-in's own.
  if (!isSigned('messages', json, signature)) return [];
  return JSON.parse(Buffer.from(json, 'base64url').toString()) as Flash[];
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
