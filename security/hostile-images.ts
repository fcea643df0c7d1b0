import sharp from 'sharp';
import { crc32, deflateSync } from 'node:zlib';
import { jpeg, png } from '../fixtures/files/index.ts';
import type { Upload } from '../fixtures/http/session.ts';

/** Says on its own document that it has run; a browser that shows an image runs nothing. */
const script = '<html><script>document.documentElement.dataset.ran = "1"</script></html>';

/** A photograph with a web page in its comment. */
export async function jpegWithPage(height: number): Promise<Upload> {
  const { name, type, bytes } = await jpeg({ width: 120, height });
  const length = Buffer.alloc(2);
  length.writeUInt16BE(script.length + 2);
  const comment = [Buffer.from([0xff, 0xfe]), length, Buffer.from(script)];
  return {
    name,
    type,
    bytes: Buffer.concat([bytes.subarray(0, 2), ...comment, bytes.subarray(2)]),
  };
}

/** A PNG with a web page behind its end. */
export async function pngWithPage(): Promise<Upload> {
  const image = await png({ width: 120, height: 90 });
  return { ...image, bytes: Buffer.concat([image.bytes, Buffer.from(script)]) };
}

/** A GIF with a web page behind its end. */
export async function gifWithPage(): Promise<Upload> {
  const { bytes } = await png({ width: 120, height: 90 });
  const gif = await sharp(bytes).gif().toBuffer();
  return { name: 'foto.gif', type: 'image/gif', bytes: Buffer.concat([gif, Buffer.from(script)]) };
}

/** A PNG of some 100 kB that says, and keeps, 30,000 x 30,000 pixels (PNG specification, 5.3 and 11.2). */
export function pngBomb(): Upload {
  const side = 30_000;
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  // One bit a pixel, grey; each line has a byte more, for its filter.
  head[8] = 1;
  const pixels = deflateSync(Buffer.alloc(side * (side / 8 + 1)), { level: 9 });
  const bytes = Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ]);
  return { name: 'plano.png', type: 'image/png', bytes };
}

function chunk(name: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
