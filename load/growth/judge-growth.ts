import { generateMersenne53Randomizer } from '@faker-js/faker';
import { thresholds } from '../profiles.ts';
import type { Interval, NotAvailable } from '../statistics/quantile-interval.ts';
import { slopeOf, type Point } from '../statistics/slope.ts';
import { judge, type Judgement } from '../statistics/verdict.ts';

/** A page at one of the sizes that are compared. */
export interface Sight {
  readonly page: string;
  /** How many rows it is made of. */
  readonly rows: number;
  /** Goes to where it is, before each visit. */
  readonly enter?: () => Promise<void>;
  /** Opens it and tells how long that took, in milliseconds. */
  readonly open: () => Promise<number>;
}

/** How the time of a page grows with what is on it. */
export interface Growth {
  readonly page: string;
  /** Rows and milliseconds of each visit. */
  readonly points: readonly Point[];
  /** Milliseconds a row. */
  readonly slope: Interval | NotAvailable;
  readonly judgement: Judgement;
}

/** After how many visits of each page at each size it is looked whether they decide: by doubling. */
const looks = [6, 12, 24];

/**
 * Opens pages at all their sizes again and again until the slopes decide. In each round all come once,
 * in an order drawn anew, so that what the machine does meanwhile meets each size alike.
 *
 * @param sights of some pages, at two sizes or more
 * @param seed the same seed gives the same orders
 * @throws whatever opening throws
 */
export async function grow(sights: readonly Sight[], seed: number): Promise<Growth[]> {
  const random = generateMersenne53Randomizer(seed);
  const points = new Map(sights.map(({ page }): [string, Point[]] => [page, []]));
  const round = async (): Promise<[page: string, point: Point][]> => {
    const order = sights.map((sight) => ({ sight, at: random.next() }));
    const seen: [string, Point][] = [];
    for (const { sight } of order.sort((a, b) => a.at - b.at)) {
      await sight.enter?.();
      seen.push([sight.page, { x: sight.rows, y: await sight.open() }]);
    }
    return seen;
  };
  // The first visits meet caches and connections that are still to be filled.
  await round();
  let rounds = 0;
  for (const [nth, look] of looks.entries()) {
    for (; rounds < look; rounds += 1) {
      for (const [page, point] of await round()) points.get(page)?.push(point);
    }
    const mayExtend = nth < looks.length - 1;
    const growths = [...points].map(([page, own]) => judgeGrowth(page, own, mayExtend));
    const has = (wanted: string): boolean =>
      growths.some(({ judgement }) => judgement.verdict === wanted);
    if (has('fail') || !has('extend')) return growths;
  }
  throw new RangeError('There is no last look');
}

/** Holds what a page takes for each further row against the threshold. */
export function judgeGrowth(page: string, points: readonly Point[], mayExtend: boolean): Growth {
  const slope = slopeOf(points);
  const say = (ms: number): string => `${ms.toFixed(3)} ms a row`;
  return { page, points, slope, judgement: judge(slope, thresholds.rowMs, { mayExtend, say }) };
}
