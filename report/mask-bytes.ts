import { isUtf8 } from 'node:buffer';
import type { Mask } from './signoff/mask.ts';

/**
 * Hides secrets in bytes, whatever they are: a picture holds none and stays, a form body with a file
 * in it may hold some between its pictures.
 *
 * @returns the very same bytes when there is nothing to hide
 */
export function maskBytes(bytes: Uint8Array, mask: Mask): Uint8Array {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const encoding = isUtf8(buffer) ? 'utf8' : 'latin1';
  const text = buffer.toString(encoding);
  const masked = mask(text);
  if (masked === text) return bytes;
  // The sign that the mask leaves is none of latin1.
  return Buffer.from(encoding === 'utf8' ? masked : masked.replaceAll('•', '*'), encoding);
}
