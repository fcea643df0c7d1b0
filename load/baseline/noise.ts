import { generateMersenne53Randomizer } from '@faker-js/faker';
import { median } from '../../report/signoff/median.ts';

const splits = 200;

/**
 * What a run says of its own noise, as an A/A test: its blocks are split in two halves, of each pair
 * of neighbours one in either, by chance, and the halves compared; over and over. The root mean square
 * of those differences, halved, is how far the median of all blocks is off by chance alone: a half
 * has twice the variance of the whole, and the difference of two halves four times.
 *
 * @param values of the blocks in order of time, as logarithms, so that differences are shares
 * @returns the standard error of their median; NaN of fewer than two blocks
 */
export function halvesNoise(values: readonly number[]): number {
  const random = generateMersenne53Randomizer(1);
  const pairs = Math.floor(values.length / 2);
  if (pairs === 0) return NaN;
  let square = 0;
  for (let split = 0; split < splits; split += 1) {
    const one: number[] = [];
    const other: number[] = [];
    for (let pair = 0; pair < pairs; pair += 1) {
      const [first = NaN, second = NaN] = values.slice(2 * pair, 2 * pair + 2);
      const swapped = random.next() < 0.5;
      one.push(swapped ? second : first);
      other.push(swapped ? first : second);
    }
    square += (median(one) - median(other)) ** 2;
  }
  return Math.sqrt(square / splits) / 2;
}
