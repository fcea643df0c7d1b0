import { generateMersenne53Randomizer } from '@faker-js/faker';
import { interleave } from '../interleave.ts';
import type { LoadRequest, LoadResult, LoadTarget } from '../load-request.ts';
import { mixLength } from '../office.ts';
import { openLoop } from '../open-loop.ts';
import { median } from '../../report/signoff/median.ts';
import type { Key } from './key.ts';
import type { Plan } from './plan.ts';
import { append, type Line } from './store.ts';

/** A target that is measured, under a run of its own. */
export interface Side {
  readonly run: string;
  readonly key: Key;
  readonly target: LoadTarget;
  /** Those of an office, in order of its people: see `officeRequests`. */
  readonly requests: readonly LoadRequest[];
}

/** Where and how it is measured. */
export interface MeasureOptions {
  readonly plan: Plan;
  /** The same seed gives the same order of pages, and of targets. */
  readonly seed: number;
  /** The folder of the store. */
  readonly folder: string;
  /** Ends it early; the blocks until then are kept. */
  readonly signal: AbortSignal;
}

/**
 * Measures a target block by block, and each block goes to the store as soon as there is one. With a
 * second target, blocks of both alternate, and by chance which goes first.
 *
 * @param side what is measured
 * @param beside measured in turn with it
 * @throws OperatorFailure when the store cannot be written
 */
export async function measure(
  side: Side,
  beside: Side | undefined,
  { plan, seed, folder, signal }: MeasureOptions,
): Promise<void> {
  // The target itself last, as the newest run is the one that is meant.
  const sides = beside === undefined ? [side] : [beside, side];
  for (const { run, key } of sides) {
    const other = sides.find((one) => one.run !== run);
    append(folder, {
      kind: 'run',
      run,
      key,
      blocks: plan.blocks,
      ...(other === undefined ? {} : { beside: other.run }),
    });
  }
  const order = interleave(plan.blocks, seed)
    .map((which) => (which === 'candidate' ? side : beside))
    .filter((one) => one !== undefined);
  const random = generateMersenne53Randomizer(seed);
  for (const { run, target, requests } of order) {
    const result = await blockOf(target, deckOf(requests, plan, random), plan, signal);
    if (result.interrupted) return;
    append(folder, { kind: 'block', run, ...figuresOf(result) });
  }
  for (const { run } of sides) append(folder, { kind: 'end', run });
}

type Random = ReturnType<typeof generateMersenne53Randomizer>;

/** The requests of a block: some rounds of the mix, the pages of each in random order. */
function deckOf(
  requests: readonly LoadRequest[],
  { rounds, warmUp }: Plan,
  random: Random,
): LoadRequest[] {
  const people = requests.length / mixLength;
  const first = Math.floor(random.next() * people);
  const round = (nth: number): LoadRequest[] => {
    const start = ((first + nth) % people) * mixLength;
    return shuffled(requests.slice(start, start + mixLength), random);
  };
  const measured = Array.from({ length: rounds }, (_, nth) => round(nth)).flat();
  return [...round(rounds).slice(0, warmUp), ...measured];
}

function shuffled<T>(values: readonly T[], random: Random): T[] {
  return values
    .map((value) => ({ value, at: random.next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ value }) => value);
}

function blockOf(
  target: LoadTarget,
  deck: readonly LoadRequest[],
  { perSecond, warmUp, deadlineSeconds }: Plan,
  signal: AbortSignal,
): Promise<LoadResult> {
  return openLoop(target, {
    // Half a gap less, so that rounding adds no arrival at the very end.
    stages: [{ seconds: (deck.length - 0.5) / perSecond, from: perSecond, to: perSecond }],
    spacing: 'even',
    next: (index) => {
      const request = deck[index];
      if (request === undefined) throw new RangeError('A block has no more requests');
      return request;
    },
    maxInFlight: deck.length,
    deadlineMs: deadlineSeconds * 1000,
    // Half a gap earlier, as the first arrival that counts is due exactly at its end.
    warmUpMs: (1000 * (warmUp - 0.5)) / perSecond,
    signal,
  });
}

/**
 * What a block says. Times are those from sending: in an open loop nothing is omitted by that, and
 * how late the generator sent is kept apart.
 */
function figuresOf({
  pages,
  audit,
}: LoadResult): Pick<Extract<Line, { kind: 'block' }>, 'lagMs' | 'invalid' | 'pages'> {
  const all = [...pages];
  const right = all.filter(([, { service }]) => service.count > 0);
  const lags = right.map(
    ([, { latency, service }]) => latency.quantile(0.5) - service.quantile(0.5),
  );
  return {
    invalid: [...audit.invalid],
    lagMs: lags.length === 0 ? 0 : Math.max(0, median(lags)),
    pages: Object.fromEntries(
      all.map(([name, { service, reasons }]) => [
        name,
        {
          count: service.count,
          ...(service.count === 0 ? {} : { medianMs: service.quantile(0.5) }),
          failures: Object.fromEntries(reasons),
          histogram: service.encoded(),
        },
      ]),
    ),
  };
}
