import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { NotRun } from '../../fixtures/accounts/role.ts';

/** What is wrong with a dump, in words that follow its name. */
export class BrokenDump extends Error {}

/** A dump as `pg_dump` writes it: SQL, or an archive that `pg_restore` turns into SQL. */
export interface Dump {
  readonly format: 'plain' | 'custom';
  readonly content: AsyncIterable<Buffer>;
}

const headLength = 4096;

/** How files begin that are packed or encrypted otherwise than this reads. */
const otherwisePacked: Readonly<Record<string, string>> = {
  '28b52ffd': 'zstd',
  fd377a58: 'xz',
  '425a68': 'bzip2',
  '504b0304': 'zip',
  '04224d18': 'lz4',
  '2d2d2d2d2d424547494e20504750': 'PGP',
  '85': 'PGP',
  '84': 'PGP',
  '8c': 'PGP',
  '6167652d656e6372797074696f6e': 'age',
  '53616c7465645f5f': 'openssl',
};

/**
 * Tells by its first bytes what a dump is, and unpacks it where it is in gzip (RFC 1952).
 *
 * @param source the file
 * @param mostBytes that it may have unpacked
 * @throws BrokenDump when it is none; its content throws this too, where it ends early or is corrupt
 * @throws NotRun when it is packed in a way that this does not read, or has more bytes
 */
export async function openDump(source: AsyncIterable<Buffer>, mostBytes: number): Promise<Dump> {
  const packed = await peek(source);
  const isPacked = packed.head.subarray(0, 2).toString('hex') === '1f8b';
  const { head, whole } = isPacked ? await peek(unpacked(packed.whole)) : packed;
  if (head.length === 0) throw new BrokenDump('holds nothing once it is unpacked');
  const content = bounded(whole, mostBytes);
  // The header of an archive, and the first lines of a script, as pg_dump writes them.
  if (head.subarray(0, 5).toString('latin1') === 'PGDMP') return { format: 'custom', content };
  const text = head.toString('latin1');
  if (text.includes('-- PostgreSQL database dump')) {
    return { format: 'plain', content: untilItsEnd(content) };
  }
  if (text.includes('-- PostgreSQL database cluster dump')) {
    throw new NotRun('what pg_dumpall writes is of a whole server, and is not tried: use pg_dump');
  }
  const start = head.toString('hex');
  const [, packing] =
    Object.entries(otherwisePacked).find(([magic]) => start.startsWith(magic)) ?? [];
  if (packing !== undefined) {
    throw new NotRun(`the newest dump is packed by ${packing}: only plain and gzip are read`);
  }
  throw new BrokenDump('is no dump of PostgreSQL');
}

/** The first bytes, and all of them again. */
export async function peek(
  source: AsyncIterable<Buffer>,
): Promise<{ readonly head: Buffer; readonly whole: AsyncIterable<Buffer> }> {
  const iterator = source[Symbol.asyncIterator]();
  let head = Buffer.alloc(0);
  let next = await iterator.next();
  while (next.done !== true) {
    head = Buffer.concat([head, next.value]);
    if (head.length >= headLength) break;
    next = await iterator.next();
  }
  async function* whole(): AsyncIterable<Buffer> {
    yield head;
    if (next.done !== true) yield* { [Symbol.asyncIterator]: () => iterator };
  }
  return { head: head.subarray(0, headLength), whole: whole() };
}

async function* unpacked(source: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  const gunzip = createGunzip();
  const fed = pipeline(source, gunzip);
  // What ends it is thrown to who reads.
  fed.catch(() => undefined);
  try {
    for await (const chunk of gunzip as AsyncIterable<Buffer>) yield chunk;
    await fed;
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code === 'Z_BUF_ERROR') throw new BrokenDump('is cut off within its gzip');
    if (code.startsWith('Z_')) throw new BrokenDump(`is corrupt within its gzip (${code})`);
    throw error;
  }
}

async function* bounded(source: AsyncIterable<Buffer>, most: number): AsyncIterable<Buffer> {
  let length = 0;
  for await (const chunk of source) {
    length += chunk.length;
    if (length > most) throw new NotRun(`the newest dump has more than ${most} bytes unpacked`);
    yield chunk;
  }
}

async function* untilItsEnd(source: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  let tail = Buffer.alloc(0);
  for await (const chunk of source) {
    tail = Buffer.concat([tail, chunk.subarray(-headLength)]).subarray(-headLength);
    yield chunk;
  }
  if (!tail.includes('-- PostgreSQL database dump complete')) {
    throw new BrokenDump('is cut off: it does not end as pg_dump ends it');
  }
}
