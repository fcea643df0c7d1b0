type Labels = Readonly<Record<string, string>>;

/** One value of a gauge. */
export type Sample = readonly [labels: Labels, value: number];

/** A gauge: its name without prefix, what it means, and its values. */
export type Gauge = readonly [name: string, help: string, samples: readonly Sample[]];

/**
 * Gauges as OpenMetrics 1.0 (https://prometheus.io/docs/specs/om/open_metrics_spec/), kept to
 * what the older text format of Prometheus has as well
 * (https://prometheus.io/docs/instrumenting/exposition_formats/), because the textfile collector of
 * the node exporter reads that one: gauges only, no units, no timestamps.
 *
 * Written here and not by prom-client: its registry answers with a promise and brings OpenTelemetry
 * along, for what is one template and three escapes.
 *
 * @param prefix of all names
 * @param target the label that all values have
 * @param gauges each once
 */
export function gaugesText(prefix: string, target: string, gauges: readonly Gauge[]): string {
  const texts = gauges.map(([name, help, samples]) => {
    const full = `${prefix}_${name}`;
    const rows = samples.map(
      ([labels, value]) => `${full}{${labelsOf({ target, ...labels })}} ${value}\n`,
    );
    return [`# HELP ${full} ${help}\n`, `# TYPE ${full} gauge\n`, ...rows].join('');
  });
  return [...texts, '# EOF\n'].join('');
}

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '"': '\\"', '\n': '\\n' };

const labelsOf = (labels: Labels): string =>
  Object.entries(labels)
    .map(([name, value]) => `${name}="${value.replace(/[\\"\n]/g, (c) => escapes[c] ?? c)}"`)
    .join(',');
