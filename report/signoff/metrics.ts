import type { Signoff } from './signoff.ts';
import { severities } from './page/words.ts';

type Labels = Readonly<Record<string, string>>;
type Sample = readonly [labels: Labels, value: number];

const decisions: readonly Signoff['decision'][] = ['GO', 'GO with conditions', 'NO-GO'];

/**
 * The sign-off as OpenMetrics 1.0 (https://prometheus.io/docs/specs/om/open_metrics_spec/), kept to
 * what the older text format of Prometheus has as well
 * (https://prometheus.io/docs/instrumenting/exposition_formats/), because the textfile collector of
 * the node exporter reads that one: gauges only, no units, no timestamps.
 *
 * Written here and not by prom-client: its registry answers with a promise and brings OpenTelemetry
 * along, for what is one template and three escapes.
 *
 * @returns the text; times are seconds, points in time seconds since 1970
 */
export function metricsOf(signoff: Signoff): string {
  const { target = 'stand-in', decision, counts, lines, startedAt, durationMs, facts } = signoff;
  const gauge = (name: string, help: string, samples: readonly Sample[]): string => {
    const full = `construbot_acceptance_${name}`;
    const rows = samples.map(
      ([labels, value]) => `${full}{${labelsOf({ target, ...labels })}} ${value}\n`,
    );
    return [`# HELP ${full} ${help}\n`, `# TYPE ${full} gauge\n`, ...rows].join('');
  };
  const validTo = facts?.certificate?.validTo;
  return [
    gauge(
      'decision',
      'What the sign-off says: 1 for its decision, 0 for the others.',
      decisions.map((one): Sample => [{ decision: one }, one === decision ? 1 : 0]),
    ),
    gauge(
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
    ),
    gauge(
      'line',
      'The verdict of each line of the checklist.',
      lines.map(({ id, severity, verdict }): Sample => [{ id, severity, verdict }, 1]),
    ),
    gauge('duration_seconds', 'How long the run took.', [[{}, durationMs / 1000]]),
    gauge('finished_timestamp_seconds', 'When the run ended.', [
      [{}, (Date.parse(startedAt) + durationMs) / 1000],
    ]),
    ...(validTo === undefined
      ? []
      : [
          gauge('certificate_expiry_timestamp_seconds', 'When the certificate runs out.', [
            [{}, Date.parse(validTo) / 1000],
          ]),
        ]),
    '# EOF\n',
  ].join('');
}

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '"': '\\"', '\n': '\\n' };

const labelsOf = (labels: Labels): string =>
  Object.entries(labels)
    .map(([name, value]) => `${name}="${value.replace(/[\\"\n]/g, (c) => escapes[c] ?? c)}"`)
    .join(',');
