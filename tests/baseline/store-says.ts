import { existsSync, mkdirSync, watch } from 'node:fs';
import { runsOf, type Measured } from '../../load/baseline/runs.ts';
import { readStore, storeFile } from '../../load/baseline/store.ts';

/** The runs that a store holds. */
export const runsIn = (folder: string): Measured[] => runsOf(readStore(folder).lines);

/**
 * Waits until the newest run of a store has so many blocks.
 *
 * @param folder of the store; made when it is not there
 */
export function blocksIn(folder: string, count: number): Promise<void> {
  mkdirSync(folder, { recursive: true });
  return new Promise((resolve) => {
    const look = (): void => {
      if (!existsSync(storeFile(folder))) return;
      if ((runsIn(folder).at(-1)?.blocks.length ?? 0) < count) return;
      watcher.close();
      resolve();
    };
    const watcher = watch(folder, look);
    look();
  });
}
