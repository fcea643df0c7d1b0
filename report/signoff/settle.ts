import type { Item } from '../../checklist/index.ts';
import type { Verdict } from '../verdict.ts';
import type { Entry } from './ledger.ts';

/** What is finally said of a line. */
export interface Settled {
  readonly verdict: 'pass' | 'fail' | 'inconclusive' | 'not run' | 'waived' | 'attested';
  /** What the checks alone said. */
  readonly checked: Verdict;
  /** The word of a person that the verdict rests on, or that no longer counts. */
  readonly entry?: Entry;
  /** Whether that word is out of date. */
  readonly expired: boolean;
}

/**
 * Joins what the checks saw with what people put in writing. What a check saw goes before anybody's
 * word: what fails or cannot be told can only be waived, and an attestation only stands where no check
 * has looked.
 *
 * @param checked what the checks said
 * @param attestation the entry of attestations.yaml about this line
 * @param waiver the entry of waivers.yaml about this line
 * @param today the day of the sign-off, `YYYY-MM-DD`
 */
export function settle(
  checked: Verdict,
  attestation: Entry | undefined,
  waiver: Entry | undefined,
  today: string,
): Settled {
  if (checked.verdict === 'pass') return { verdict: 'pass', checked, expired: false };
  const counts = (entry: Entry | undefined): entry is Entry =>
    entry !== undefined && entry.when <= today && today <= entry.until;
  const looked = checked.verdict === 'fail' || checked.verdict === 'inconclusive';
  if (!looked && counts(attestation)) {
    return { verdict: 'attested', checked, entry: attestation, expired: false };
  }
  if (counts(waiver)) return { verdict: 'waived', checked, entry: waiver, expired: false };
  const stale = [waiver, looked ? undefined : attestation].find(
    (entry) => entry !== undefined && entry.until < today,
  );
  return {
    verdict: checked.verdict,
    checked,
    ...(stale === undefined ? {} : { entry: stale }),
    expired: stale !== undefined,
  };
}

/** The verdicts, what weighs most first. */
export const worstFirst = [
  'fail',
  'inconclusive',
  'not run',
  'waived',
  'attested',
  'pass',
] as const satisfies readonly Settled['verdict'][];

/**
 * What is said of a line that repeats others: what is said of the worst of them. A word about one of
 * those so reaches every line that says it again.
 *
 * @param checked what the checks of all of them said together
 * @param origins what is said of each, one at least
 */
export function settleRepeated(checked: Verdict, origins: readonly Settled[]): Settled {
  const [worst] = [...origins].sort(
    (a, b) => worstFirst.indexOf(a.verdict) - worstFirst.indexOf(b.verdict),
  );
  if (worst === undefined) throw new RangeError('A line that repeats others repeats one at least.');
  return { ...worst, checked };
}

/** Whether a line holds the release up: nobody and nothing stands for it. */
export const isOpen = ({ verdict }: Pick<Settled, 'verdict'>): boolean =>
  verdict === 'fail' || verdict === 'inconclusive' || verdict === 'not run';

/** A line of the document and what is said of it. */
export interface Line {
  readonly item: Item;
  readonly settled: Settled;
}
