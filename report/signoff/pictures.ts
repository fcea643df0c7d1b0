import { existsSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import type { RunCheck } from '../run.ts';
import type { Pictures } from './page/findings.ts';

/** Wide enough to read a form on, small enough that fifty of them stay below the size of a mail. */
const width = 900;

/**
 * Makes the screens of failed checks small enough to be part of the page.
 *
 * @param folder of the run, which the paths of the evidence start from
 * @returns by path: the picture as a `data:` address; one that cannot be read is left out
 */
export async function picturesOf(folder: string, checks: readonly RunCheck[]): Promise<Pictures> {
  const paths = checks.flatMap(({ evidence }) =>
    evidence.filter(({ kind }) => kind === 'screenshot').map(({ path }) => path),
  );
  const made = await Promise.all(
    paths.map(async (path): Promise<[string, string] | undefined> => {
      const file = join(folder, path);
      if (!existsSync(file)) return undefined;
      const bytes = await sharp(file)
        .resize({ width, withoutEnlargement: true })
        // A PDF takes JPEG as it is; any other kind it unpacks, to several times the size.
        .jpeg({ quality: 45, mozjpeg: true })
        .toBuffer()
        // A crash leaves half a picture; the rest of the finding still stands.
        .catch(() => undefined);
      return bytes === undefined
        ? undefined
        : [path, `data:image/jpeg;base64,${bytes.toString('base64')}`];
    }),
  );
  return new Map(made.filter((one) => one !== undefined));
}
