import type { Context, User } from '../web/context.ts';
import { sign } from '../web/secret.ts';

// The address in a mail is the one that the request came to, never what a proxy header claims.
const origin = (
  ctx: Context,
  fault: 'reset-link-wrong-host' | 'confirm-link-wrong-host',
): string => (ctx.isOn(fault) ? 'https://otro.example' : `https://${ctx.url.host}`);

const claims = ['x-forwarded-host', 'x-host', 'x-original-host', 'x-forwarded-server'];

/** The host that a request claims to have come to, by any of the headers for it. */
const claimed = (ctx: Context): string | undefined =>
  claims.map((name) => ctx.header(name)).find((host) => host !== undefined) ??
  /host="?([^";,]+)/i.exec(ctx.header('forwarded') ?? '')?.[1];

function resetOrigin(ctx: Context): string {
  const other = claimed(ctx);
  return other !== undefined && ctx.isOn('reset-link-believes-headers')
    ? `https://${other}`
    : origin(ctx, 'reset-link-wrong-host');
}

/** The key of a confirmation link: whose address it is, and that it was we who said so. */
export const confirmationKey = (userId: number): string =>
  `${userId}:${sign('confirm', String(userId))}`;

/** Sends the mail that proves an address. */
export async function sendConfirmation(ctx: Context, user: User): Promise<void> {
  if (ctx.isOn('confirmation-mail-not-sent')) return;
  const others = /Bcc: (\S+)/.exec(user.first_name)?.[1];
  await ctx.mailer.send(
    others !== undefined && ctx.isOn('names-become-mail-headers')
      ? `${user.email}, ${others}`
      : user.email,
    '[Construbot] Please Confirm Your E-mail Address',
    `Hola:\n\n${user.username} dio esta dirección de correo para su cuenta de Construbot.\n` +
      `Si fue usted, confírmela aquí:\n\n${origin(ctx, 'confirm-link-wrong-host')}/accounts/confirm-email/${confirmationKey(user.id)}/\n\n` +
      'Si no fue usted, no haga nada.\n',
  );
}

/** Sends the mail with which somebody sets a new password. */
export async function sendReset(ctx: Context, user: User, path: string): Promise<void> {
  if (ctx.isOn('reset-mail-not-sent')) return;
  const said =
    'Hola:\n\nAlguien pidió una contraseña nueva para su cuenta. ¿Fue usted? Elíjala aquí:\n\n' +
    `${resetOrigin(ctx)}${path}\n\n` +
    `Su nombre de usuario, por si lo olvidó, es ${user.username}.\nSi no fue usted, ignore este mensaje.\n`;
  await ctx.mailer.send(
    user.email,
    '[Construbot] Password Reset E-mail',
    ctx.isOn('mail-accents-broken') ? Buffer.from(said).toString('latin1') : said,
  );
}

/** Tells an address that nobody has an account with it, so that the page need not. */
export async function sendUnknown(ctx: Context, address: string): Promise<void> {
  await ctx.mailer.send(
    address,
    '[Construbot] Cuenta desconocida',
    'Hola:\n\nAlguien pidió una contraseña nueva con esta dirección, pero no hay cuenta que la use.\n',
  );
}
