import { setTimeout as delay } from 'node:timers/promises';
import type { FaultId } from '../faults/index.ts';

let queue: Promise<unknown> = Promise.resolve();
const recent: number[] = [];
let kept = 0;

/**
 * What a deployment that holds few users does to one more request.
 *
 * @throws when it breaks under them
 */
export async function underLoad(
  { method, path }: { readonly method: string; readonly path: string },
  isOn: (fault: FaultId) => boolean,
): Promise<void> {
  if (isOn('saturates')) {
    queue = queue.then(() => delay(400));
    await queue;
  }
  if (isOn('leaks')) {
    // Of what is never given back the next one waits the longer; without the work, which would take the
    // processor from who measures.
    kept += 1;
    await delay(kept / 2);
  }
  if (isOn('breaks-under-load')) {
    const asked = askedIn(10_000);
    if (asked > 30 && asked % 10 === 0) throw new Error('Too many connections');
  }
  if (isOn('saving-slow-under-load')) {
    const saves = method === 'POST' && path.startsWith('/proyectos/editar/estimacion/');
    if (askedIn(5_000) > 25 && saves) await delay(2500);
  }
  if (isOn('script-slow-under-load')) {
    if (!path.startsWith('/static/')) askedIn(5_000);
    else if (path.startsWith('/static/js/site.') && recent.length > 25) await delay(3000);
  }
}

/** How many requests there were lately, this one included. */
function askedIn(ms: number): number {
  const now = performance.now();
  recent.push(now);
  while ((recent[0] ?? now) < now - ms) recent.shift();
  return recent.length;
}

let isSaving = false;

/**
 * What an application that counts before it saves does to who saves a contract beside somebody else.
 *
 * @param run answers the request
 * @throws when another one is being saved
 */
export async function inCollision<Answer>(
  { method, path }: { readonly method: string; readonly path: string },
  isOn: (fault: FaultId) => boolean,
  run: () => Promise<Answer>,
): Promise<Answer> {
  const saves = method === 'POST' && path === '/proyectos/contrato/nuevo/';
  if (!saves || !isOn('contratos-collide')) return run();
  if (isSaving) throw new Error('duplicate key value violates unique constraint');
  isSaving = true;
  try {
    await delay(200);
    return await run();
  } finally {
    isSaving = false;
  }
}
