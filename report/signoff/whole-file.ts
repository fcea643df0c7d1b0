import { renameSync, writeFileSync } from 'node:fs';

/**
 * Writes a file so that a reader meets it whole or not at all.
 *
 * @throws when the disk refuses
 */
export function writeWhole(path: string, content: string | Uint8Array): void {
  const draft = `${path}.${process.pid}.tmp`;
  writeFileSync(draft, content);
  renameSync(draft, path);
}
