import type { Sample } from './modules.ts';

type Limit = string | { readonly threshold: string };

/** The end-of-test data that k6 hands to `handleSummary`, of the metrics that thresholds name. */
export function summaryDataOf(
  samples: readonly Sample[],
  thresholds: Readonly<Record<string, readonly Limit[]>>,
  durationMs: number,
): { data: object; crossed: boolean } {
  let crossed = false;
  const metrics = Object.entries(thresholds).map(([name, limits]) => {
    const own = samplesOf(samples, name);
    const judged = limits.map((limit) => {
      const rule = typeof limit === 'string' ? limit : limit.threshold;
      const ok = holds(rule, own);
      crossed ||= !ok;
      return [rule, { ok }] as const;
    });
    const figures = ['count', 'rate', 'med', 'p(95)', 'max'];
    const values = Object.fromEntries(figures.map((figure) => [figure, figureOf(figure, own)]));
    return [name, { values, thresholds: Object.fromEntries(judged) }] as const;
  });
  return {
    data: { state: { testRunDurationMs: durationMs }, metrics: Object.fromEntries(metrics) },
    crossed,
  };
}

function samplesOf(samples: readonly Sample[], name: string): readonly Sample[] {
  const [, metric = name, tags = ''] = /^(.*?)\{(.*)\}$/.exec(name) ?? [];
  const wanted = tags.split(',').flatMap((pair) => (pair === '' ? [] : [pair.split(':')]));
  return samples.filter(
    (one) => one.metric === metric && wanted.every(([key = '', value]) => one.tags[key] === value),
  );
}

function holds(rule: string, samples: readonly Sample[]): boolean {
  const [, figure = '', operator = '', limit = ''] = /^(.+?)(<=|>=|<|>)([\d.]+)$/.exec(rule) ?? [];
  const value = figureOf(figure, samples);
  const most = Number(limit);
  if (Number.isNaN(most) || operator === '') throw new Error(`"${rule}" is no threshold of k6`);
  if (samples.length === 0) return true;
  if (operator.startsWith('<')) return operator === '<' ? value < most : value <= most;
  return operator === '>' ? value > most : value >= most;
}

function figureOf(figure: string, samples: readonly Sample[]): number {
  const values = samples.map(({ value }) => value).sort((a, b) => a - b);
  const sum = values.reduce((all, one) => all + one, 0);
  if (values.length === 0) return 0;
  if (figure === 'count') return samples[0]?.kind === 'counter' ? sum : values.length;
  if (figure === 'rate') return sum / values.length;
  const share = { med: 0.5, max: 1 }[figure] ?? Number.parseFloat(figure.slice(2)) / 100;
  return values[Math.ceil(share * values.length) - 1] ?? NaN;
}
