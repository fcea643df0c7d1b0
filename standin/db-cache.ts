import { PGlite } from '@electric-sql/pglite';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const packages = join(import.meta.dirname, '..', 'node_modules');

/**
 * A database cluster without any table. PostgreSQL takes seconds to make one, so it is made once and
 * kept beside the packages; where nothing can be kept there, each start makes its own.
 *
 * @returns what PGlite takes as `loadDataDir`, or undefined when it has to make its own
 */
export async function emptyCluster(): Promise<Blob | undefined> {
  const description = readFileSync(join(packages, '@electric-sql/pglite/package.json'), 'utf8');
  const { version } = JSON.parse(description) as { version: string };
  const folder = join(packages, '.cache', 'stand-in');
  const kept = join(folder, `cluster-${version}.tar`);
  if (existsSync(kept)) return new Blob([readFileSync(kept)]);
  const pg = await PGlite.create();
  const dump = await pg.dumpDataDir('none');
  await pg.close();
  try {
    mkdirSync(folder, { recursive: true });
    // Another start may read at the same time: the file is there whole or not at all.
    const draft = `${kept}.${process.pid}`;
    writeFileSync(draft, Buffer.from(await dump.arrayBuffer()));
    renameSync(draft, kept);
  } catch {
    // A read-only folder costs time, nothing else.
  }
  return dump;
}
