import { generateMersenne53Randomizer } from '@faker-js/faker';

/**
 * The order of blocks of two sides: in pairs, one of each, and by chance which goes first. What the
 * machine does then meets both alike, so that slowdowns of a tenth are found on a shared one (Laaber,
 * Scheuner & Leitner, Empirical Software Engineering 24, 2019, 2469–2508).
 *
 * @param pairs how many
 * @param seed the same seed gives the same order
 */
export function interleave(pairs: number, seed: number): ('baseline' | 'candidate')[] {
  const random = generateMersenne53Randomizer(seed);
  return Array.from({ length: pairs }, () =>
    random.next() < 0.5
      ? (['baseline', 'candidate'] as const)
      : (['candidate', 'baseline'] as const),
  ).flat();
}
