import { generateMersenne53Randomizer } from '@faker-js/faker';

/** A stretch of a load: the rate goes in a straight line from one figure to the other. */
export interface Stage {
  readonly seconds: number;
  /** Arrivals a second at its start and at its end. */
  readonly from: number;
  readonly to: number;
}

/** How arrivals lie in time: one like the other, or as people come who know nothing of each other. */
export type Spacing = 'even' | 'poisson';

/** How long a load is, in milliseconds. */
export const lengthOf = (stages: readonly Stage[]): number =>
  stages.reduce((sum, { seconds }) => sum + seconds * 1000, 0);

/**
 * When each request of a load is due. An arrival is due where the integral of the rate reaches the
 * next whole number (even) or the next sum of exponential gaps of mean 1 (Poisson): the inversion of
 * the cumulative rate (Çinlar, Introduction to Stochastic Processes, 1975, chapter 4.7), which holds
 * for a rate that changes as well.
 *
 * @param stages one after the other
 * @param spacing even gaps, or those of a Poisson process
 * @param seed the same seed gives the same Poisson arrivals; even ones need none
 * @returns milliseconds since the start, in order; the first even one at 0
 * @throws RangeError when a rate or a length is negative or not finite
 */
export function* arrivals(
  stages: readonly Stage[],
  spacing: Spacing,
  seed = 0,
): Generator<number, void, undefined> {
  const figures = stages.flatMap(({ seconds, from, to }) => [seconds, from, to]);
  if (!figures.every((value) => Number.isFinite(value) && value >= 0)) {
    throw new RangeError('Rates and lengths of a load are finite numbers from 0 up');
  }
  const random = generateMersenne53Randomizer(seed);
  const gap = spacing === 'even' ? () => 1 : () => -Math.log(1 - random.next());
  let due = spacing === 'even' ? 0 : gap();
  let reached = 0;
  let startMs = 0;
  for (const { seconds, from, to } of stages) {
    const area = ((from + to) / 2) * seconds;
    const slope = seconds === 0 ? 0 : (to - from) / seconds;
    for (; due < reached + area; due += gap()) {
      const inside = due - reached;
      // The root that stays exact where the slope is next to nothing.
      const root = Math.sqrt(Math.max(0, from * from + 2 * slope * inside));
      yield startMs + (inside === 0 ? 0 : (2000 * inside) / (from + root));
    }
    reached += area;
    startMs += seconds * 1000;
  }
}
