import { arrivals, lengthOf } from '../../arrivals.ts';
import type { OpenProfile } from '../../profiles.ts';
import type { Point } from './points.ts';

/** An iteration of k6, or one that it could not start. */
export interface Arrival {
  /** When it was due, in milliseconds since the load began. */
  readonly dueMs: number;
  /** How much later than that it was started; of a dropped one 0. */
  readonly lagMs: number;
  readonly point: Point;
}

/** Iterations that k6 could not start: nobody was free. */
export const isDrop = ({ metric }: Point): boolean => metric === 'dropped_iterations';

/** When an answer's request was sent, or a dropped one was due. */
const startOf = (point: Point): number => point.atMs - (isDrop(point) ? 0 : point.value);

/**
 * When each iteration of a machine was due, by its number in the whole load. k6 gives a number to
 * those only that it starts, so that each one dropped shifts the schedule; of several machines, each
 * starts every n-th (execution segments of equal size, as k6-operator makes them).
 *
 * When the load began on the clock of that machine is not told to the millisecond: it is taken so
 * that the hundredth part of the iterations that is most punctual has no lag.
 *
 * @param points answers and drops of one machine
 * @param machines how many made the load
 */
export function arrivalsOf(
  points: readonly Point[],
  { stages }: Pick<OpenProfile, 'stages'>,
  machines: number,
): Arrival[] {
  const schedule = [...arrivals(stages, 'even')];
  const endMs = lengthOf(stages);
  // k6 starts a constant rate with an iteration, and a changing one after the first gap.
  const first = stages.length === 1 && stages[0]?.from === stages[0]?.to ? 0 : 1;
  const inOrder = [...points].sort((a, b) => startOf(a) - startOf(b));
  let dropped = 0;
  let next = 0;
  const raw = inOrder.map((point) => {
    const number = isDrop(point) ? next : (point.arrival ?? next);
    const dueMs = schedule[first + number + machines * dropped] ?? endMs;
    if (isDrop(point)) dropped += 1;
    else next = number + machines;
    return { point, dueMs, startMs: startOf(point) };
  });
  const began = mostPunctual(
    raw.flatMap(({ point, dueMs, startMs }) => (isDrop(point) ? [] : [startMs - dueMs])),
  );
  return raw.map(({ point, dueMs, startMs }) => ({
    point,
    dueMs,
    lagMs: isDrop(point) ? 0 : Math.max(0, startMs - dueMs - began),
  }));
}

// Not the very first: beside one that was dropped, rounding may have put one a place too far.
const mostPunctual = (offsets: readonly number[]): number =>
  [...offsets].sort((a, b) => a - b)[Math.floor(offsets.length / 100)] ?? 0;
