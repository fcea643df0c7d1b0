import { normalBy } from '../../bench/simulated-baselines.ts';
import { Latencies } from '../../load/latencies.ts';
import type { Key } from '../../load/baseline/key.ts';
import { append } from '../../load/baseline/store.ts';

/** A key as keyOf makes it. */
export const key: Key = {
  target: 'https://obras.example.com',
  pages: 'dashboard × 3, contract × 2',
  plan: '16 blocks of 3 rounds at 5/s',
  machine: 'measures, 2 × Some Processor',
  suite: 'construbot-acceptance 0.1.0',
  node: '20.20.2',
};

/** A run that could have been measured. */
export interface Sample {
  readonly run: string;
  /** The usual median of each page, in milliseconds. */
  readonly pages: Readonly<Record<string, number>>;
  /** How far blocks are off, as a standard deviation; a share. */
  readonly within?: number;
  readonly key?: Key;
  /** Of the 16 that it should have. */
  readonly blocks?: number;
  readonly beside?: string;
  readonly failures?: Readonly<Record<string, number>>;
  /** Why the generator is not to be believed. */
  readonly invalid?: string;
}

const planned = 16;

/** Writes a run into a store, as measuring it does. */
export function write(folder: string, sample: Sample): void {
  const { run, pages, within = 0.01, blocks = planned, beside, failures = {}, invalid } = sample;
  const deviate = normalBy(Buffer.from(run).reduce((sum, byte) => sum * 31 + byte, 7));
  append(folder, {
    kind: 'run',
    run,
    key: sample.key ?? key,
    blocks: planned,
    ...(beside === undefined ? {} : { beside }),
  });
  for (let block = 0; block < blocks; block += 1) {
    append(folder, {
      kind: 'block',
      run,
      lagMs: 0.2,
      invalid: invalid === undefined ? [] : [invalid],
      pages: Object.fromEntries(
        Object.entries(pages).map(([page, usual]) => {
          const medianMs = usual * Math.exp(within * deviate());
          const latencies = new Latencies();
          latencies.record(medianMs);
          return [page, { count: 9, medianMs, failures, histogram: latencies.encoded() }];
        }),
      ),
    });
  }
  if (blocks === planned) append(folder, { kind: 'end', run });
}

/** Writes and accepts six runs that are one like the other, but for 1 % from one to the next. */
export function writeHistory(
  folder: string,
  pages: Readonly<Record<string, number>>,
  of: Key = key,
): void {
  for (const [nth, off] of [0.99, 1.005, 1.01, 0.995, 1, 1.002].entries()) {
    const run = `night${nth}`;
    const own = Object.entries(pages).map(([page, usual]) => [page, usual * off] as const);
    write(folder, { run, pages: Object.fromEntries(own), key: of });
    append(folder, { kind: 'accept', run, who: 'Ana', why: 'release 1', newLevel: false });
  }
}
