import { gaugesText, type Gauge, type Sample } from '../gauges.ts';
import type { Signoff } from './signoff.ts';
import { severities } from './page/words.ts';

const decisions: readonly Signoff['decision'][] = ['GO', 'GO with conditions', 'NO-GO'];

/**
 * The sign-off as metrics, see {@link gaugesText}.
 *
 * @returns the text; times are seconds, points in time seconds since 1970
 */
export function metricsOf(signoff: Signoff): string {
  const { target = 'stand-in', decision, counts, lines, startedAt, durationMs, facts } = signoff;
  const validTo = facts?.certificate?.validTo;
  const gauges: Gauge[] = [
    [
      'decision',
      'What the sign-off says: 1 for its decision, 0 for the others.',
      decisions.map((one): Sample => [{ decision: one }, one === decision ? 1 : 0]),
    ],
    [
      'lines',
      'How many lines of the checklist have a verdict.',
      Object.keys(counts).flatMap((verdict) =>
        Object.keys(severities).map((severity): Sample => {
          const own = lines.filter(
            (line) => line.verdict === verdict && line.severity === severity,
          );
          return [{ verdict, severity }, own.length];
        }),
      ),
    ],
    [
      'line',
      'The verdict of each line of the checklist.',
      lines.map(({ id, severity, verdict }): Sample => [{ id, severity, verdict }, 1]),
    ],
    ['duration_seconds', 'How long the run took.', [[{}, durationMs / 1000]]],
    [
      'finished_timestamp_seconds',
      'When the run ended.',
      [[{}, (Date.parse(startedAt) + durationMs) / 1000]],
    ],
  ];
  if (validTo !== undefined) {
    const at = Date.parse(validTo) / 1000;
    const help = 'When the certificate runs out.';
    gauges.push(['certificate_expiry_timestamp_seconds', help, [[{}, at]]]);
  }
  return gaugesText('construbot_acceptance', target, gauges);
}
