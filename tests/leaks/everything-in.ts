import { unzipSync } from 'fflate';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Bytes that somebody can read, and where: `report/index.html > zip > report.json`. */
export interface Left {
  readonly where: string;
  readonly bytes: Buffer;
}

/**
 * All that is in a folder: its files, what is in the archives among them, and in archives that
 * pages carry in base64, as Playwright's report does; each as it is, and opened.
 *
 * @throws when an archive is damaged
 */
export function everythingIn(folder: string): Left[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .flatMap((one) => {
      const path = join(one.parentPath, one.name);
      return opened(relative(folder, path), readFileSync(path));
    });
}

function opened(where: string, bytes: Buffer): Left[] {
  const archives = bytes.toString('latin1').startsWith('PK\u0003\u0004')
    ? [bytes]
    : Array.from(
        bytes.toString('latin1').matchAll(/data:application\/zip;base64,([\w+/=]+)/g),
        ([, text = '']) => Buffer.from(text, 'base64'),
      );
  const within = archives.flatMap((archive) => Object.entries(unzipSync(archive)));
  return [
    { where, bytes },
    ...within.flatMap(([name, content]) => opened(`${where} > ${name}`, Buffer.from(content))),
  ];
}
