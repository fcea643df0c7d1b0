import sharp from 'sharp';
import type { Context, Uploaded } from '../../web/context.ts';
import { keepMedia, mediaPath } from '../../web/media.ts';

const tallest = 380;
/** What an image may weigh: 2 MB. */
export const heaviest = 2_097_152;
/** How many letters a name may have. */
const longest = 100;
/** How many pixels sharp agrees to read. */
const mostPixels = 0x3fff ** 2;

export const wrongImage = {
  broken:
    'Envíe una imagen válida. El fichero que ha enviado no era una imagen o se trataba de una imagen corrupta.',
  empty: 'El fichero enviado está vacío.',
  name: (length: number): string =>
    `Asegúrese de que este nombre de archivo tenga como máximo ${longest} caracteres (tiene ${length}).`,
  heavy: 'El tamaño de la imagen excede el tamaño permitido de 2MB.',
  extension: (extension: string): string =>
    `La extensión de archivo “${extension}” no esta permitida. Las extensiones permitidas son: ${[...formats.keys()].join(', ')}.`,
};

/** What is taken, by the ending of the name. */
const formats: ReadonlyMap<string, string> = new Map([
  ['gif', 'image/gif'],
  ['jpeg', 'image/jpeg'],
  ['jpg', 'image/jpeg'],
  ['png', 'image/png'],
  ['webp', 'image/webp'],
]);

const extensionOf = (name: string): string => /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';

/** What is wrong with an uploaded image, or undefined. */
export async function checkImage(ctx: Context, upload: Uploaded): Promise<string | undefined> {
  if (upload.bytes.length === 0) return wrongImage.empty;
  if (upload.name.length > longest) {
    if (ctx.isOn('long-file-name-500')) throw new Error('the name does not fit its column');
    return wrongImage.name(upload.name.length);
  }
  if (isSvg(upload) && ctx.isOn('svg-accepted')) return undefined;
  if (isBomb(upload) && ctx.isOn('image-bomb-accepted')) return undefined;
  if (!(await decodes(upload))) {
    if (ctx.isOn('non-image-500')) throw new Error('the formset has no cleaned data');
    return wrongImage.broken;
  }
  const extension = extensionOf(upload.name);
  return formats.has(extension) || ctx.isOn('image-any-extension')
    ? undefined
    : wrongImage.extension(extension);
}

const isSvg = ({ bytes }: Pick<Uploaded, 'bytes'>): boolean =>
  /^\s*(<\?xml|<!--|<!doctype svg|<svg)/i.test(bytes.subarray(0, 200).toString('latin1'));

// A PNG says its width and height right after its name.
const isBomb = ({ bytes }: Pick<Uploaded, 'bytes'>): boolean =>
  bytes.length > 24 &&
  bytes.toString('latin1', 12, 16) === 'IHDR' &&
  bytes.readUInt32BE(16) * bytes.readUInt32BE(20) > mostPixels;

/** Whether all of it can be read, not only its head: a cut one cannot. */
async function decodes({ bytes }: Uploaded): Promise<boolean> {
  try {
    const image = sharp(bytes);
    const { format } = await image.metadata();
    // sharp draws SVG too, which a browser would run.
    if (!['gif', 'jpeg', 'png', 'webp'].includes(format)) return false;
    await image.stats();
    return true;
  } catch {
    return false;
  }
}

/** Keeps an image, shrunk when it is taller than a generador has room for; gives its path. */
export async function keepImage(ctx: Context, upload: Uploaded): Promise<string> {
  const bytes = await shrunk(ctx, upload);
  const renamed =
    bytes !== upload.bytes &&
    extensionOf(upload.name) !== 'jpg' &&
    ctx.isOn('shrunk-image-named-jpg');
  const name = renamed ? upload.name.replace(/[^.]*$/, 'jpg') : upload.name;
  const path = await mediaPath(ctx, 'Imagenes_generadores', name);
  await keepMedia(ctx, path, upload.type, bytes);
  return path;
}

async function shrunk(ctx: Context, { name, bytes }: Uploaded): Promise<Buffer> {
  if (isSvg({ bytes }) || isBomb({ bytes })) return bytes;
  const image = sharp(bytes);
  const { height } = await image.metadata();
  if (height <= tallest || ctx.isOn('image-not-resized')) return bytes;
  if (['jpeg', 'webp'].includes(extensionOf(name)) && ctx.isOn('image-other-types-500')) {
    throw new Error(`no format ${name.slice(-3)}`);
  }
  return image
    .resize({ width: 3000, height: tallest, fit: 'inside' })
    .jpeg({ quality: 95, progressive: true, force: false })
    .toBuffer();
}
