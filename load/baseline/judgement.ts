import type { Bilingual } from '../../checklist/index.ts';

/** What a comparison says of one page. Shares are of how long it usually takes: 0.1 is a tenth more. */
export interface PageJudgement {
  readonly page: string;
  readonly verdict: 'slower' | 'faster' | 'as fast' | 'undecided';
  /** How long it took and how long it usually takes, in milliseconds. */
  readonly ms: number;
  readonly usualMs: number;
  /** By how much it is slower, with the interval that holds the truth in nine of ten cases. */
  readonly shift: { readonly estimate: number; readonly low: number; readonly high: number };
  /** How often chance alone would bring so much, one-sided. */
  readonly p: number;
  /** How far a run is off by itself, or the difference of two targets. */
  readonly noise: number;
  /** The least slowdown that counts. */
  readonly least: number;
  /** From how many milliseconds on it would be called slower; only where there is a history. */
  readonly slowerFromMs?: number;
}

/** What a comparison says. */
export interface Judgement {
  readonly verdict: 'slower' | 'wrong answers' | 'as fast' | 'inconclusive';
  readonly pages: readonly PageJudgement[];
  /** Pages that too often answered wrong, and how. */
  readonly wrong: readonly Bilingual[];
  /** Why no page could be judged at all. */
  readonly missing: Bilingual | undefined;
}

/** What is asked of a comparison. */
export const rules = {
  /** How often a target is called slower that is not, whatever the number of its pages. */
  falseAlarms: 0.005,
  /** Less than this is never called slower, however sure it is. */
  leastEffect: 0.05,
  /** A page is only called as fast as usual when it can be no more than this much slower. */
  mustBeSeen: 0.1,
  /** One-sided confidence of that. */
  confidence: 0.95,
} as const;

/**
 * The least slowdown that counts: 5 %, or twice the noise, or twice what the generator's own lateness
 * may have added, whichever is most.
 *
 * @param noise of the comparison, as a share
 * @param lagShare how late the generator was, as a share of how long the page usually takes
 */
export const leastOf = (noise: number, lagShare: number): number =>
  Math.max(rules.leastEffect, 2 * noise, 2 * lagShare);

/** The risk of a false alarm that is left for each of so many pages (Bonferroni). */
export const riskOf = (pages: number): number => rules.falseAlarms / pages;

/**
 * The verdict on a page: slower or faster where that is neither chance nor noise; as fast as usual
 * where it cannot be a tenth slower; undecided else.
 *
 * @param figures of the comparison
 * @param pages how many are compared: each one more is one more chance to be wrong
 */
export function verdictOf(
  { p, shift, least }: Pick<PageJudgement, 'p' | 'shift' | 'least'>,
  pages: number,
): PageJudgement['verdict'] {
  const risk = riskOf(pages);
  if (p < risk && shift.estimate > least) return 'slower';
  if (1 - p < risk && shift.estimate < -least) return 'faster';
  return shift.high < rules.mustBeSeen ? 'as fast' : 'undecided';
}

/**
 * Joins the verdicts on pages: one that is slower decides, then wrong answers, which are no quick ones,
 * then what is missing or undecided.
 */
export function joined(
  pages: readonly PageJudgement[],
  wrong: readonly Bilingual[] = [],
  missing?: Bilingual,
): Judgement {
  const has = (wanted: PageJudgement['verdict']): boolean =>
    pages.some(({ verdict }) => verdict === wanted);
  const open = missing !== undefined || has('undecided');
  const verdict = has('slower')
    ? 'slower'
    : wrong.length > 0
      ? 'wrong answers'
      : open
        ? 'inconclusive'
        : 'as fast';
  return { verdict, pages, wrong, missing };
}
