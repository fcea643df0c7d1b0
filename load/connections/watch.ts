import { setTimeout as delay } from 'node:timers/promises';
import type { Database } from '../../fixtures/database/database.ts';
import { sessionsOf, type Sessions } from '../../fixtures/database/sessions.ts';

/** Who was connected at a moment of a load. */
export interface Moment extends Sessions {
  /** Since the load began, in milliseconds. */
  readonly atMs: number;
}

const everyMs = 500;

/**
 * Looks twice a second who is connected to the database while a load is on.
 *
 * @param send makes the load until the signal comes
 * @returns what `send` gave, and what was seen
 * @throws whatever either throws; the load has ended by then
 */
export async function watchConnections<T>(
  database: Database,
  send: (signal: AbortSignal) => Promise<T>,
): Promise<{ readonly load: T; readonly moments: readonly Moment[] }> {
  const moments: Moment[] = [];
  const [stop, over] = [new AbortController(), new AbortController()];
  const began = performance.now();
  const load = send(stop.signal).finally(() => {
    over.abort();
  });
  // Told of below: until then nobody waits for it.
  load.catch(() => undefined);
  const look = async (): Promise<void> => {
    moments.push({ atMs: performance.now() - began, ...(await sessionsOf(database)) });
  };
  try {
    while (!over.signal.aborted) {
      await look();
      await delay(everyMs, undefined, { signal: over.signal }).catch(() => undefined);
    }
    await look();
  } finally {
    stop.abort();
    // Told of below, or by what was thrown here.
    await load.catch(() => undefined);
  }
  return { load: await load, moments };
}
