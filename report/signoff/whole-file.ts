import { renameSync, rmSync, writeFileSync } from 'node:fs';

/**
 * Writes a file so that a reader meets it whole or not at all; what was there before stays when the
 * disk refuses.
 *
 * @throws when the disk refuses
 */
export function writeWhole(path: string, content: string | Uint8Array): void {
  const draft = `${path}.${process.pid}.tmp`;
  try {
    writeFileSync(draft, content);
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}
