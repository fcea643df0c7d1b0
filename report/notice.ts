import { z } from 'zod';
import { glimpseOf, mostUrgent, problemsOf } from './signoff/urgent.ts';
import type { Signoff } from './signoff/signoff.ts';

/** What a webhook is told of a sign-off or a smoke; as JSON it goes out in this shape. */
export const noticeShape = z.strictObject({
  format: z.literal('construbot-acceptance/notice/1'),
  kind: z.enum(['signoff', 'smoke']),
  run: z.string(),
  /** Where the application answered; undefined for the embedded stand-in. */
  target: z.url().optional(),
  /** Undefined for a smoke, which sees too little to decide. */
  decision: z.enum(['GO', 'GO with conditions', 'NO-GO']).optional(),
  /** How many lines have each verdict. */
  counts: z.record(z.string(), z.number()),
  /** What fails, the gravest first; not more than a message can hold. */
  urgent: z.array(
    z.strictObject({
      id: z.string(),
      severity: z.enum(['critical', 'important', 'optional']),
      line: z.strictObject({ en: z.string(), es: z.string() }),
      check: z.string(),
      expected: z.string().optional(),
      seen: z.string().optional(),
    }),
  ),
  /** Path of the page to read, on the machine of the run. */
  report: z.string(),
  startedAt: z.iso.datetime(),
  durationMs: z.number(),
});

/** What a webhook is told. */
export type Notice = z.infer<typeof noticeShape>;

/**
 * Says a sign-off in short.
 *
 * @param kind a smoke is a run like others; only its decision means nothing
 * @param report path of the page to read
 */
export function noticeOf(
  signoff: Pick<
    Signoff,
    'run' | 'target' | 'decision' | 'counts' | 'lines' | 'checks' | 'startedAt' | 'durationMs'
  >,
  kind: Notice['kind'],
  report: string,
): Notice {
  const { run, target, decision, counts, startedAt, durationMs } = signoff;
  return {
    format: 'construbot-acceptance/notice/1',
    kind,
    run,
    ...(target === undefined ? {} : { target }),
    ...(kind === 'smoke' ? {} : { decision }),
    counts,
    urgent: problemsOf(signoff)
      .slice(0, mostUrgent)
      .map(({ line: { id, severity, line }, check }) => ({
        id,
        severity,
        line,
        check: check.check,
        ...glimpseOf(check),
      })),
    report,
    startedAt,
    durationMs,
  };
}
