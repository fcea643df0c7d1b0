import { setImmediate, setTimeout } from 'node:timers/promises';

// A timer of Node wakes up to a millisecond late; the last stretch of a long wait is therefore spent
// in turns of the event loop. Only where gaps are ten times as long: it keeps a processor busy.
const finalMs = 1.5;
// Rates that people ask for are round: a gap of exactly the limit shall not miss it by rounding.
const longGapMs = 10 * finalMs - 0.001;

/**
 * Calls at each moment that is due, whatever became of the calls before: open loop. A moment that was
 * missed is made up for at once and never skipped, and who is called is told when it was due, so that
 * the delay counts as latency (no coordinated omission; Tene, "How NOT to Measure Latency", 2013).
 *
 * @param moments milliseconds since the start, in order
 * @param onDue told each moment as a time of `performance.now()`
 * @param signal ends it early
 * @returns when the last moment was called or the signal has come
 * @throws whatever `onDue` throws
 */
export async function pace(
  moments: Iterable<number>,
  onDue: (dueMs: number) => void,
  signal?: AbortSignal,
): Promise<void> {
  const startMs = performance.now();
  // One look at the clock a turn of the loop: answers that came in are read before the next burst.
  let now = startMs;
  let before = -Infinity;
  for (const moment of moments) {
    const fine = moment - before > longGapMs;
    while (startMs + moment > now && signal?.aborted !== true) {
      await turn(startMs + moment - now, fine, signal);
      now = performance.now();
    }
    if (signal?.aborted === true) return;
    onDue(startMs + moment);
    before = moment;
  }
}

/** Lets the event loop work for at most about as long as is left. */
async function turn(leftMs: number, fine: boolean, signal?: AbortSignal): Promise<void> {
  if (fine && leftMs <= finalMs + 1) {
    await setImmediate();
    return;
  }
  const waitMs = Math.max(1, leftMs - (fine ? finalMs : 0));
  // The signal is looked at by the caller; here it only ends the wait.
  await setTimeout(waitMs, undefined, { ...(signal === undefined ? {} : { signal }) }).catch(
    () => undefined,
  );
}
