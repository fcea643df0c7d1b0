import { monitorEventLoopDelay } from 'node:perf_hooks';

/**
 * How late the timers of this process may come, at the 99th percentile and in milliseconds, before
 * what it measures as slow may be its own machine's fault.
 */
export const mostLagMs = 100;

/**
 * Does some work and tells how late the timers of this process came meanwhile: on a machine that has
 * too much to do, all of its processes wait for their turn, the browser too.
 *
 * @returns what the work gave, and the 99th percentile of the lag in milliseconds
 */
export async function withLag<T>(work: () => Promise<T>): Promise<T & { readonly lagMs: number }> {
  const resolution = 10;
  const delay = monitorEventLoopDelay({ resolution });
  delay.enable();
  const result = await work();
  delay.disable();
  return { ...result, lagMs: Math.max(0, delay.percentile(99) / 1e6 - resolution) };
}

/** Why slow times of a machine that is late itself decide nothing, in words. */
export const lateTimers = (lagMs: number): string =>
  `this machine had too much to do to tell whose fault it is: its own timers came up to ${Math.round(lagMs)} ms late`;

/**
 * Whether a time is over its budget, whatever this machine has added: its own delay once at asking and
 * once at being answered. Where it was not late, it has added nothing.
 *
 * @param judged lower bound and budget of a time, in milliseconds
 * @param lagMs see {@link withLag}
 */
export const isBeyondLag = (
  { low, budget }: { readonly low: number; readonly budget: number },
  lagMs: number,
): boolean => lagMs <= mostLagMs || low - 2 * lagMs > budget;
