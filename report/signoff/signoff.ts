import { z } from 'zod';
import {
  items,
  remedyOf,
  resolveRepeats,
  sections,
  type Item,
  type ItemId,
} from '../../checklist/index.ts';
import { checksOf, checkShape, type Run } from '../run.ts';
import type { Verdict } from '../verdict.ts';
import { changesShape, factsShape, type Changes, type Facts } from './changes.ts';
import { decide } from './decision.ts';
import type { Entry, Ledger } from './ledger.ts';
import { settle, settleRepeated, type Line, type Settled } from './settle.ts';

const text = z.strictObject({ en: z.string(), es: z.string() });
const entry = z.strictObject({
  item: z.string(),
  who: z.string(),
  when: z.iso.date(),
  why: z.string(),
  link: z.url(),
  until: z.iso.date(),
  second: z.string().optional(),
});
const verdict = z.enum(['pass', 'fail', 'inconclusive', 'not run', 'waived', 'attested']);

/** The sign-off as data; `signoff.schema.json` in the folder of each says the same to others. */
export const signoffShape = z.strictObject({
  format: z.literal('construbot-acceptance/signoff/1'),
  suite: z.string(),
  run: z.string(),
  /** Where the application answered; undefined for the embedded stand-in. */
  target: z.url().optional(),
  startedAt: z.iso.datetime(),
  durationMs: z.number(),
  /** Whether the run came to its end. */
  complete: z.boolean(),
  decision: z.enum(['GO', 'GO with conditions', 'NO-GO']),
  criteria: z.array(z.strictObject({ text, met: z.boolean(), of: z.number(), open: z.number() })),
  /** How many lines have each verdict. */
  counts: z.record(verdict, z.number()),
  lines: z.array(
    z.strictObject({
      id: z.string(),
      section: z.enum(Object.keys(sections) as [keyof typeof sections]),
      severity: z.enum(['critical', 'important', 'optional']),
      line: text,
      proof: text,
      verdict,
      reason: z.string().optional(),
      /** Whether an entry of the operator has run out. */
      expired: z.boolean(),
      entry: entry.optional(),
      /** What mends it, when it does not hold. */
      remedies: z
        .array(
          text.extend({
            settings: z.array(z.string()).optional(),
            /** Ids of Django's own checks that say the same. */
            django: z.array(z.string()).optional(),
          }),
        )
        .optional(),
      /** Names of the checks that decide it. */
      checks: z.array(z.string()),
    }),
  ),
  checks: z.array(checkShape),
  /** What the target showed of itself: certificate, headers, addresses. */
  facts: factsShape.optional(),
  /** The difference to the sign-off before, of the same target. */
  changes: changesShape.optional(),
});

/** A sign-off. */
export type Signoff = z.infer<typeof signoffShape>;
/** What a sign-off says of one line. */
export type SignoffLine = Signoff['lines'][number];
/** What a sign-off says of one check. */
export type SignoffCheck = Signoff['checks'][number];

/** Where a sign-off comes from. */
export interface Origin {
  readonly suite: string;
  readonly run: string;
  readonly target: string | undefined;
  /** The day of the sign-off, `YYYY-MM-DD`. */
  readonly today: string;
  readonly facts?: Facts;
}

/**
 * Joins the results of a run with what people have put in writing.
 *
 * @param run the results
 * @param ledger the operator's files
 * @param changesSince tells what is different from the last sign-off
 * @returns the sign-off: every line of the document, in its order
 */
export function signoffOf(
  run: Run,
  ledger: Ledger,
  origin: Origin,
  changesSince: (now: Signoff) => Changes | undefined = () => undefined,
): Signoff {
  const checkedOf = (id: ItemId): Verdict =>
    run.items.find((one) => one.id === id) ?? { verdict: 'not run', checks: 0 };
  const settledOf = (id: ItemId): Settled => {
    const entryIn = (list: readonly Entry[]): Entry | undefined =>
      list.find(({ item }) => item === id);
    const { attestations, waivers } = ledger;
    return settle(checkedOf(id), entryIn(attestations), entryIn(waivers), origin.today);
  };
  const settled = items.map((item): Line => {
    const { id, repeats } = item;
    return {
      item,
      settled:
        repeats === undefined
          ? settledOf(id)
          : settleRepeated(checkedOf(id), resolveRepeats(id).map(settledOf)),
    };
  });
  const { suite, run: id, target, facts } = origin;
  const failed = run.checks.some(({ status }) => status === 'failed' || status === 'timedOut');
  // Playwright says "failed" as well when a worker or a reporter broke outside of every check.
  const complete = run.status === 'passed' || (run.status === 'failed' && failed);
  const { decision, criteria } = decide(settled, complete);
  const signoff: Signoff = {
    format: 'construbot-acceptance/signoff/1',
    suite,
    run: id,
    ...(target === undefined ? {} : { target }),
    startedAt: run.startedAt,
    durationMs: run.durationMs,
    complete,
    decision,
    criteria: [...criteria],
    counts: countOf(settled.map((one) => one.settled.verdict)),
    lines: settled.map(({ item, settled: { verdict: said, checked, entry: word, expired } }) => ({
      id: item.id,
      section: item.section,
      severity: item.severity,
      line: item.line,
      proof: item.proof,
      verdict: said,
      ...(checked.reason === undefined ? {} : { reason: checked.reason }),
      expired,
      ...(word === undefined ? {} : { entry: word }),
      ...(said === 'fail' || said === 'inconclusive' ? { remedies: remediesOf(item) } : {}),
      checks: checksOf(item.id, run.checks).map(({ check }) => check),
    })),
    checks: run.checks,
    ...(facts === undefined ? {} : { facts }),
  };
  const changes = changesSince(signoff);
  return changes === undefined ? signoff : { ...signoff, changes };
}

function countOf(verdicts: readonly SignoffLine['verdict'][]): Signoff['counts'] {
  return Object.fromEntries(
    verdict.options.map((one) => [one, verdicts.filter((said) => said === one).length]),
  ) as Signoff['counts'];
}

const remediesOf = ({ id }: Item): NonNullable<SignoffLine['remedies']> =>
  remedyOf(id).map(({ en, es, settings, django }) => ({
    en,
    es,
    ...(settings === undefined ? {} : { settings: [...settings] }),
    ...(django === undefined ? {} : { django: [...django] }),
  }));
