import { unzipSync, zipSync } from 'fflate';
import { maskBytes } from './mask-bytes.ts';
import type { Mask } from './signoff/mask.ts';

/**
 * Hides secrets in the content of a file. A trace of Playwright is a zip of logs (`*.trace`,
 * `*.network`), snapshots of pages, bodies of requests and answers, and attachments; it is opened,
 * as is every zip within it.
 *
 * @param bytes the whole file
 * @returns the very same bytes when there is nothing to hide; a sentence instead of a damaged zip
 */
export function maskContent(bytes: Uint8Array, mask: Mask): Uint8Array {
  return isZip(bytes) ? maskZip(bytes, mask) : maskBytes(bytes, mask);
}

// The signature of a zip's first file (PKWARE's APPNOTE, 4.3.7).
const isZip = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.subarray(0, 4)).equals(Buffer.from('PK\u0003\u0004'));

function maskZip(zip: Uint8Array, mask: Mask): Uint8Array {
  const entries = entriesOf(zip);
  // Nobody may read what could not be looked through.
  if (entries === undefined)
    return Buffer.from('A damaged archive, not kept: nothing in it can be masked.');
  const masked = entries.map(([name, bytes]) => [name, maskContent(bytes, mask)] as const);
  const isClean = masked.every(([, bytes], at) => bytes === entries[at]?.[1]);
  return isClean ? zip : zipSync(Object.fromEntries(masked));
}

function entriesOf(zip: Uint8Array): [string, Uint8Array][] | undefined {
  try {
    return Object.entries(unzipSync(zip));
  } catch {
    return undefined;
  }
}
