import { z } from 'zod';
import type { HistoryEntry } from './history.ts';
import { median } from './median.ts';
import type { Signoff, SignoffLine } from './signoff.ts';

/**
 * What a target shows of itself to anybody; a change of it is worth a look at each release. A part
 * that could not be read is left out.
 */
export const factsShape = z.strictObject({
  /** The certificate that it serves; undefined on plain HTTP. */
  certificate: z
    .strictObject({
      subject: z.string(),
      issuer: z.string(),
      /** SHA-256 of the certificate, in hexadecimal. */
      fingerprint: z.string(),
      validTo: z.iso.datetime(),
    })
    .optional(),
  /** Headers of the login page, without those that differ from answer to answer. */
  headers: z.record(z.string(), z.string()).optional(),
  /** What its name resolves to, sorted. */
  addresses: z.array(z.string()).optional(),
});

/** What a target shows of itself. */
export type Facts = z.infer<typeof factsShape>;

/** The difference between a sign-off and the one before it, of the same target. */
export const changesShape = z.strictObject({
  since: z.strictObject({
    run: z.string(),
    startedAt: z.iso.datetime(),
    decision: z.enum(['GO', 'GO with conditions', 'NO-GO']),
  }),
  /** Lines that fail or are inconclusive now and were not. */
  broken: z.array(z.string()),
  /** Lines that failed or were inconclusive and pass now. */
  fixed: z.array(z.string()),
  /** Lines that failed or were inconclusive and still do or are. */
  stillFailing: z.array(z.string()),
  /** Lines that failed or were inconclusive; nothing shows them mended, somebody stands for them now. */
  accepted: z.array(z.string()),
  /** Lines that failed or were inconclusive and are not run now: nobody knows whether they are mended. */
  unseen: z.array(z.string()),
  /** Lines that passed, or that somebody stood for, and that are not run now. */
  lost: z.array(z.string()),
  /** Checks that took longer than they usually do, in milliseconds. */
  slower: z.array(z.strictObject({ check: z.string(), usualMs: z.number(), nowMs: z.number() })),
  /**
   * What the target shows that changed: `certificate fingerprint`, `certificate issuer`,
   * `certificate validTo`, `header NAME`, `addresses`. Without `before` it was added, without `now`
   * it is gone.
   */
  facts: z.array(
    z.strictObject({
      what: z.string(),
      before: z.string().optional(),
      now: z.string().optional(),
    }),
  ),
});

/** The difference between two sign-offs. */
export type Changes = z.infer<typeof changesShape>;

type Said = SignoffLine['verdict'];
const bad: readonly Said[] = ['fail', 'inconclusive'];
const word: readonly Said[] = ['waived', 'attested'];
const good: readonly Said[] = ['pass', ...word];

/**
 * Compares a sign-off with the last one before it that came to its end.
 *
 * @param history the earlier sign-offs of the same target, oldest first
 * @param now the sign-off; an entry of its own run does not count as earlier
 * @returns undefined when there is none to compare with
 */
export function changesSince(history: readonly HistoryEntry[], now: Signoff): Changes | undefined {
  const earlier = history.filter(({ run }) => run !== now.run);
  const last = earlier.findLast(({ complete }) => complete);
  if (last === undefined) return undefined;
  const { run, startedAt, decision } = last;
  const before = new Map(
    Object.entries(last.verdicts).flatMap(([verdict, ids]) =>
      ids.map((id): [string, Said] => [id, verdict as Said]),
    ),
  );
  const turned = (from: readonly Said[], to: readonly Said[]): string[] =>
    now.lines
      .filter(({ id, verdict }) => {
        return from.includes(before.get(id) ?? 'not run') && to.includes(verdict);
      })
      .map(({ id }) => id);
  return {
    since: { run, startedAt, decision },
    broken: turned([...good, 'not run'], bad),
    fixed: turned(bad, ['pass']),
    stillFailing: turned(bad, bad),
    accepted: turned(bad, word),
    unseen: turned(bad, ['not run']),
    lost: turned(good, ['not run']),
    slower: slowerChecks(earlier, now),
    facts: changedFacts(last.facts, now.facts),
  };
}

const compared = 10;
const needed = 5;
const leastFactor = 1.5;
const leastMs = 500;

/**
 * Checks that passed and took longer than they usually do. One run says little, machines are noisy,
 * so all of this must hold: at least {@link needed} earlier sign-offs of this version of the suite
 * have a duration of the check when it passed; it is above the longest of the last {@link compared}
 * of them, above {@link leastFactor} times their median, and at least {@link leastMs} above that.
 *
 * False alarms when nothing changed: of n + 1 exchangeable durations each is as likely the longest,
 * so the first condition alone lets a check through with 1 / (n + 1): 1 in 6 after five sign-offs,
 * 1 in 11 from the tenth on, which would be 28 of 304 checks each time. The others can only lower
 * that, by as much as durations spread little. With a log-normal spread of 0.1 they leave 0.01
 * checks of the 304, with 0.2 three, and with 0.28, which two runs on a busy machine of two
 * processors showed, eight (ten after five sign-offs); a check of under a second hardly ever comes
 * through. That is simulated with the durations of those runs. Durations of one run rise together
 * where the whole machine is slower: then they are not exchangeable, and many checks are named.
 */
function slowerChecks(earlier: readonly HistoryEntry[], now: Signoff): Changes['slower'] {
  const kin = earlier.filter(({ suite }) => familyOf(suite) === familyOf(now.suite));
  return now.checks
    .flatMap(({ check, status, durationMs }) => {
      if (status !== 'passed') return [];
      const past = kin.flatMap(({ checks }) => checks.passed?.[check] ?? []).slice(-compared);
      if (past.length < needed) return [];
      const usual = median(past);
      return durationMs > Math.max(...past) &&
        durationMs > leastFactor * usual &&
        durationMs >= usual + leastMs
        ? [{ check, usualMs: Math.round(usual), nowMs: Math.round(durationMs) }]
        : [];
    })
    .sort((a, b) => b.nowMs - b.usualMs - (a.nowMs - a.usualMs));
}

/** Name and version without its last number: a mended suite does the same, a further one may not. */
const familyOf = (suite: string): string => suite.replace(/^(.* \d+\.\d+)\..*$/, '$1');

/** Compares only what both looks could read: what is left out is not gone. */
function changedFacts(before: Facts | undefined, now: Facts | undefined): Changes['facts'] {
  const pairs: Changes['facts'] = [];
  if (before?.certificate !== undefined && now?.certificate !== undefined) {
    for (const part of ['fingerprint', 'issuer', 'validTo'] as const) {
      pairs.push({
        what: `certificate ${part}`,
        before: before.certificate[part],
        now: now.certificate[part],
      });
    }
  }
  if (before?.headers !== undefined && now?.headers !== undefined) {
    const names = new Set([...Object.keys(before.headers), ...Object.keys(now.headers)]);
    for (const name of [...names].sort()) {
      const [was, is] = [before.headers[name], now.headers[name]];
      pairs.push({
        what: `header ${name}`,
        ...(was === undefined ? {} : { before: was }),
        ...(is === undefined ? {} : { now: is }),
      });
    }
  }
  if (before?.addresses !== undefined && now?.addresses !== undefined) {
    pairs.push({
      what: 'addresses',
      before: before.addresses.join(', '),
      now: now.addresses.join(', '),
    });
  }
  return pairs.filter((pair) => pair.before !== pair.now);
}
