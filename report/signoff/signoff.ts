import { z } from 'zod';
import { items, sections, type Item } from '../../checklist/index.ts';
import type { Verdict } from '../verdict.ts';
import { decide } from './decision.ts';
import type { Entry, Ledger } from './ledger.ts';
import { settle } from './settle.ts';

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
const check = z.strictObject({
  check: z.string(),
  status: z.enum(['passed', 'failed', 'timedOut', 'skipped', 'interrupted']),
  durationMs: z.number(),
  reason: z.string().optional(),
  message: z.string().optional(),
});

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
  lines: z.array(
    z.strictObject({
      id: z.string(),
      section: z.enum(Object.keys(sections) as [keyof typeof sections]),
      severity: z.enum(['critical', 'important', 'optional']),
      line: text,
      proof: text,
      verdict: z.enum(['pass', 'fail', 'inconclusive', 'not run', 'waived', 'attested']),
      reason: z.string().optional(),
      /** Whether an entry of the operator has run out. */
      expired: z.boolean(),
      entry: entry.optional(),
      checks: z.array(check),
    }),
  ),
});

/** A sign-off. */
export type Signoff = z.infer<typeof signoffShape>;
/** What a sign-off says of one line. */
export type SignoffLine = Signoff['lines'][number];

/** What a run leaves in `items.json`. */
export const runShape = z.object({
  status: z.string(),
  startedAt: z.iso.datetime(),
  durationMs: z.number(),
  items: z.array(
    z.object({
      id: z.string(),
      verdict: z.enum(['pass', 'fail', 'not run']),
      checks: z.number(),
      reason: z.string().optional(),
      outcomes: z.array(check),
    }),
  ),
});

/** Where a sign-off comes from. */
export interface Origin {
  readonly suite: string;
  readonly run: string;
  readonly target: string | undefined;
  /** The day of the sign-off, `YYYY-MM-DD`. */
  readonly today: string;
}

/**
 * Joins the results of a run with what people have put in writing.
 *
 * @param run the results
 * @param ledger the operator's files
 * @returns the sign-off: every line of the document, in its order
 */
export function signoffOf(run: z.infer<typeof runShape>, ledger: Ledger, origin: Origin): Signoff {
  const entryOf = (list: readonly Entry[], { id }: Item): Entry | undefined =>
    list.find(({ item }) => item === id);
  const settled = items.map((item) => {
    const found = run.items.find(({ id }) => id === item.id);
    const checked: Verdict = found ?? { verdict: 'not run', checks: 0 };
    const own = settle(
      checked,
      entryOf(ledger.attestations, item),
      entryOf(ledger.waivers, item),
      origin.today,
    );
    return { item, outcomes: found?.outcomes ?? [], settled: own };
  });
  const { suite, run: id, target } = origin;
  const { decision, criteria } = decide(settled);
  return {
    format: 'construbot-acceptance/signoff/1',
    suite,
    run: id,
    ...(target === undefined ? {} : { target }),
    startedAt: run.startedAt,
    durationMs: run.durationMs,
    complete: run.status === 'passed' || run.status === 'failed',
    decision,
    criteria: [...criteria],
    lines: settled.map(
      ({ item, outcomes, settled: { verdict, checked, entry: word, expired } }) => ({
        id: item.id,
        section: item.section,
        severity: item.severity,
        line: item.line,
        proof: item.proof,
        verdict,
        ...(checked.reason === undefined ? {} : { reason: checked.reason }),
        expired,
        ...(word === undefined ? {} : { entry: word }),
        checks: outcomes,
      }),
    ),
  };
}
