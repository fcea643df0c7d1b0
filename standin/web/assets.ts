import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { file, type Answer } from './answer.ts';
import type { Context } from './context.ts';

interface Asset {
  readonly path: string;
  readonly type: string;
  readonly etag: string;
  readonly bytes: Readonly<Record<'br' | 'gzip' | 'identity', Buffer>>;
}

const folder = join(import.meta.dirname, '..', 'assets');
const types: Readonly<Record<string, string>> = { css: 'text/css', js: 'text/javascript' };

const assets = new Map(
  readdirSync(folder).map((name): [string, Asset] => {
    const bytes = readFileSync(join(folder, name));
    const hash = createHash('md5').update(bytes).digest('hex').slice(0, 12);
    const [, stem = name, extension = ''] = /^(.+)\.(\w+)$/.exec(name) ?? [];
    return [
      name,
      {
        path: `/static/${extension}/${stem}.${hash}.${extension}`,
        type: `${types[extension] ?? 'application/octet-stream'}; charset="utf-8"`,
        etag: `"${hash}"`,
        bytes: { br: brotliCompressSync(bytes), gzip: gzipSync(bytes), identity: bytes },
      },
    ];
  }),
);
const byPath = new Map([...assets.values()].map((asset) => [asset.path, asset]));

/** The address of one of the stand-in's own files, with the hash of its content in the name. */
export function asset(name: string): string {
  const found = assets.get(name);
  if (found === undefined) throw new Error(`no asset ${name}`);
  return found.path;
}

/** Answers `/static/…` as WhiteNoise does: compressed, with a validator, for ever. */
export function serveAsset(ctx: Context): Answer | undefined {
  const found = byPath.get(ctx.path);
  if (found === undefined) return undefined;
  const headers = {
    etag: found.etag,
    vary: 'Accept-Encoding',
    'cache-control': 'max-age=315360000, public, immutable',
  };
  if (ctx.header('if-none-match') === found.etag)
    return file(found.type, Buffer.of(), headers, 304);
  const accepted = ctx.header('accept-encoding') ?? '';
  const encoding = (['br', 'gzip'] as const).find((one) => accepted.includes(one));
  return encoding === undefined
    ? file(found.type, found.bytes.identity, headers)
    : file(found.type, found.bytes[encoding], { ...headers, 'content-encoding': encoding });
}
