import { median } from '../../report/signoff/median.ts';
import type { Key } from './key.ts';
import type { Line } from './store.ts';

type Of<K extends Line['kind']> = Extract<Line, { kind: K }>;

/** A run as its lines in the store tell it. */
export interface Measured {
  readonly run: string;
  /** When it began. */
  readonly at: string;
  readonly key: Key;
  readonly blocks: readonly Of<'block'>[];
  /** Whether it came to its end with all of its blocks: only then it is compared, or accepted. */
  readonly complete: boolean;
  /** The run that was measured in turn with it. */
  readonly beside: string | undefined;
  /** Who has accepted it, and why. */
  readonly accepted: Of<'accept'> | undefined;
}

/**
 * The runs of a store.
 *
 * @param lines in the order of the store
 * @returns in the order in which they began
 */
export function runsOf(lines: readonly Line[]): Measured[] {
  return lines
    .filter((line) => line.kind === 'run')
    .map(({ run, at, key, blocks: planned, beside }) => {
      const own = lines.filter((line) => line.run === run);
      const blocks = own.filter((line) => line.kind === 'block');
      return {
        run,
        at,
        key,
        blocks,
        complete: blocks.length === planned && own.some(({ kind }) => kind === 'end'),
        beside,
        accepted: own.filter((line) => line.kind === 'accept').at(-1),
      };
    });
}

/** Every page that a run has asked for, in order of name. */
export const pagesOf = ({ blocks }: Pick<Measured, 'blocks'>): string[] =>
  [...new Set(blocks.flatMap(({ pages }) => Object.keys(pages)))].sort();

/**
 * The median of each block of a page, in milliseconds and in order of time.
 *
 * @returns undefined when a block has no right answer of that page
 */
export function mediansOf(
  { blocks }: Pick<Measured, 'blocks'>,
  page: string,
): readonly number[] | undefined {
  const medians = blocks.flatMap(({ pages }) => pages[page]?.medianMs ?? []);
  return medians.length === blocks.length && blocks.length > 0 ? medians : undefined;
}

/** How late the generator usually was in a run, in milliseconds. */
export const lagOf = ({ blocks }: Pick<Measured, 'blocks'>): number =>
  median(blocks.map(({ lagMs }) => lagMs));
