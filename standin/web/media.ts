import { extname, posix } from 'node:path';
import { html } from '../../fixtures/html.ts';
import { file, forbidden, page, type Answer } from './answer.ts';
import type { Context } from './context.ts';

// By the name, as a web server does it: what the browser that uploaded said is not to be believed.
const types: Readonly<Record<string, string>> = {
  '.pdf': 'application/pdf',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.png': 'image/png',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
};

/** Keeps an uploaded file. */
export async function keepMedia(
  ctx: Context,
  path: string,
  type: string,
  bytes: Buffer,
): Promise<void> {
  if (ctx.isOn('upload-lost')) return;
  await ctx.db.all('insert into media (path, type, bytes) values ($1, $2, $3)', path, type, bytes);
}

/** Where a file of the current company is kept; the name begins with the local time. */
export async function mediaPath(ctx: Context, kind: string, name: string): Promise<string> {
  const customer = await ctx.db.one<{ customer_name: string | null }>(
    'select customer_name from customer where id = $1',
    ctx.here.customer_id,
  );
  const time = new Date(Date.now() - 6 * 3600 * 1000)
    .toISOString()
    .slice(0, 19)
    .replace(/[T:]/g, '-');
  const clean = name
    .replace(/^.*[\\/]/s, '')
    .replace(/[^\w.-]+/g, '_')
    .replace(/^\.+/, '');
  const unique = Math.random().toString(36).slice(2, 6);
  const folder = `${ctx.here.customer_id}-${customer?.customer_name ?? 'None'}/${ctx.here.company_name}/${kind}`;
  return ctx.isOn('upload-name-believed')
    ? posix.normalize(`${folder}/${time}-${unique}/${name}`)
    : `${folder}/${time}-${unique}-${clean}`;
}

/** The address of a kept file. */
export const mediaUrl = (path: string): string =>
  `/media/${path.split('/').map(encodeURIComponent).join('/')}`;

/** Answers `/media/…`: a customer's files are for that customer's people, folders for nobody. */
export async function serveMedia(ctx: Context): Promise<Answer | undefined> {
  if (!ctx.path.startsWith('/media/')) return undefined;
  let path: string;
  try {
    path = decodeURIComponent(ctx.path.slice('/media/'.length));
  } catch {
    return undefined;
  }
  if (path.includes('\0')) return undefined;
  if (path === '' || path.endsWith('/')) return listing(ctx, path);
  if (ctx.user === undefined) {
    if (!ctx.isOn('media-open')) throw forbidden();
  } else if (!path.startsWith(`${ctx.user.customer_id}-`) && !ctx.isOn('media-foreign-open')) {
    throw forbidden();
  }
  const found = await ctx.db.one<{ type: string; bytes: Uint8Array }>(
    'select type, bytes from media where path = $1',
    path,
  );
  if (found === undefined) return undefined;
  const type = ctx.isOn('media-type-believed')
    ? found.type
    : (types[extname(path).toLowerCase()] ?? 'application/octet-stream');
  return file(type, Buffer.from(found.bytes), {
    'cache-control': ctx.isOn('media-cached') ? 'public, max-age=31536000' : 'private',
  });
}

async function listing(ctx: Context, folder: string): Promise<Answer> {
  if (!ctx.isOn('media-listed')) throw forbidden();
  const rows = await ctx.db.all<{ path: string }>(
    'select path from media where starts_with(path, $1)',
    folder,
  );
  return page(
    html`<h1>Index of /media/${folder}</h1>${rows.map(({ path }) => html`<p>${path}</p>`)}`,
  );
}
