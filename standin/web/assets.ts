import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { FaultId } from '../faults/index.ts';
import { file, type Answer } from './answer.ts';

interface Asset {
  /** Its address with the hash of its content in the name, and without. */
  readonly path: string;
  readonly plainPath: string;
  readonly type: string;
  readonly etag: string;
  readonly bytes: Readonly<Record<'br' | 'gzip' | 'identity', Buffer>>;
}

const encoded = (bytes: Buffer): Asset['bytes'] => ({
  br: brotliCompressSync(bytes),
  gzip: gzipSync(bytes),
  identity: bytes,
});

const folder = join(import.meta.dirname, '..', 'assets');
const types: Readonly<Record<string, string>> = {
  css: 'text/css; charset="utf-8"',
  js: 'text/javascript; charset="utf-8"',
  svg: 'image/svg+xml',
};

const assets = new Map(
  readdirSync(folder).map((name): [string, Asset] => {
    const bytes = readFileSync(join(folder, name));
    const hash = createHash('md5').update(bytes).digest('hex').slice(0, 12);
    const [, stem = name, extension = ''] = /^(.+)\.(\w+)$/.exec(name) ?? [];
    return [
      name,
      {
        path: `/static/${extension}/${stem}.${hash}.${extension}`,
        plainPath: `/static/${extension}/${name}`,
        type: types[extension] ?? 'application/octet-stream',
        etag: `"${hash}"`,
        bytes: encoded(bytes),
      },
    ];
  }),
);
const byPath = new Map(
  [...assets.values()].flatMap((asset): [string, Asset][] => [
    [asset.path, asset],
    [asset.plainPath, asset],
  ]),
);

/** The address of one of the stand-in's own files, with the hash of its content in the name. */
export function asset(name: string): string {
  const found = assets.get(name);
  if (found === undefined) throw new Error(`no asset ${name}`);
  return found.path;
}

/**
 * Answers `/static/…` as WhiteNoise does: compressed, with a validator, and for ever when the name
 * carries the hash. `/favicon.ico` is answered too, because browsers ask for it unasked.
 *
 * @returns undefined when the path is nothing of the kind
 */
export function serveAsset(
  path: string,
  header: (name: string) => string | undefined,
  isOn: (fault: FaultId) => boolean,
): Answer | undefined {
  const icon = path === '/favicon.ico';
  if (icon && isOn('favicon-missing')) return undefined;
  const found = icon ? assets.get('favicon.svg') : byPath.get(path);
  if (found === undefined) return undefined;
  if (found === assets.get('site.js') && isOn('script-missing')) return undefined;
  const forEver = path === found.path && !isOn('static-not-cached');
  const headers: Record<string, string> = {
    ...(isOn('static-without-vary') ? {} : { vary: 'Accept-Encoding' }),
    etag: found.etag,
    'cache-control': forEver ? 'max-age=315360000, public, immutable' : 'max-age=60, public',
    'access-control-allow-origin': '*',
  };
  if (header('if-none-match') === found.etag && !isOn('static-never-304'))
    return file(found.type, Buffer.of(), headers, 304);
  const accepted = header('accept-encoding') ?? '';
  const encoding = (['br', 'gzip'] as const).find((one) => accepted.includes(one));
  const type = isOn('static-as-text') ? 'text/plain' : found.type;
  const bytes = contentOf(found, isOn);
  if (encoding === undefined || isOn('static-not-compressed'))
    return file(type, bytes.identity, headers);
  const outdated = encoding === 'gzip' && isOn('static-gzip-outdated');
  return file(type, outdated ? gzipSync('/* older */') : bytes[encoding], {
    ...headers,
    'content-encoding': encoding,
  });
}

function contentOf(found: Asset, isOn: (fault: FaultId) => boolean): Asset['bytes'] {
  if (found === assets.get('site.js')) return withUnwanted(found, isOn);
  const isHeavy = found === assets.get('stand-in.css') && isOn('style-heavy');
  return isHeavy ? (heavyStyle ??= withBallast(found.bytes)) : found.bytes;
}

let heavyStyle: Asset['bytes'] | undefined;
const withBallast = ({ identity }: Asset['bytes']): Asset['bytes'] =>
  encoded(Buffer.concat([identity, Buffer.from(`\n/* ${incompressible(400 * 1024)} */\n`)]));

/** Nothing that a browser runs, and nothing that becomes smaller by compression than so many bytes. */
const incompressible = (bytes: number): string => randomBytes(bytes).toString('base64');
const heavy = `\n// ${incompressible(2 * 1024 * 1024)}\n`;

/** The script of every page, with what faults put before and behind it. */
function withUnwanted({ bytes }: Asset, isOn: (fault: FaultId) => boolean): Asset['bytes'] {
  const before = isOn('own-library-with-known-hole') ? '/*! jQuery v1.12.4 | (c) jQuery */\n' : '';
  const behind = [
    isOn('secret-in-script') ? `\nwindow.bucket = 'AKIAQAACCEPTANCE2345';` : '',
    isOn('source-map-served') ? `\n//# sourceMappingURL=/static/js/site.js.map\n` : '',
    isOn('script-heavy') ? heavy : '',
  ].join('');
  return before === '' && behind === ''
    ? bytes
    : encoded(Buffer.concat([Buffer.from(before), bytes.identity, Buffer.from(behind)]));
}
