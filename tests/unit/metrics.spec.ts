import { expect, test } from '@playwright/test';
import { metricsOf } from '../../report/signoff/metrics.ts';
import { everyVerdict } from '../report/every-verdict.ts';
import { sampleSignoff } from '../report/sample.ts';

interface Sample {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

const sampleForm = /^([a-z_]+)\{((?:[a-z]+="(?:[^"\\\n]|\\["\\n])*",?)+)(?<!,)\} (\d+(?:\.\d+)?)$/;
const labelForm = /([a-z]+)="((?:[^"\\]|\\.)*)"/g;
const unescaped: Readonly<Record<string, string>> = { '\\\\': '\\', '\\"': '"', '\\n': '\n' };

/**
 * Reads what both OpenMetrics 1.0 and the text format of Prometheus allow, and of that only what a
 * gauge without units and timestamps needs; anything else throws.
 */
function parse(text: string): Sample[] {
  expect(text.endsWith('\n# EOF\n')).toBe(true);
  const seen = new Set<string>();
  let family = '';
  return text
    .slice(0, -'\n# EOF\n'.length)
    .split('\n')
    .flatMap((line): Sample[] => {
      const help = /^# HELP ([a-z_]+) [^\\\n]+$/.exec(line)?.[1];
      if (help !== undefined) {
        expect(seen, 'a family stands together').not.toContain(help);
        seen.add(help);
        family = help;
        return [];
      }
      if (line === `# TYPE ${family} gauge`) return [];
      const [, name, labels = '', value] = sampleForm.exec(line) ?? [];
      expect(name, line).toBe(family);
      const pairs = [...labels.matchAll(labelForm)].map(([, key = '', said = '']) => [
        key,
        said.replace(/\\./g, (c) => unescaped[c] ?? c),
      ]);
      return [
        {
          name: family,
          labels: Object.fromEntries(pairs) as Record<string, string>,
          value: Number(value),
        },
      ];
    });
}

const signoff = everyVerdict();
const samples = parse(metricsOf(signoff));
const of = (name: string): Sample[] =>
  samples.filter((one) => one.name === `construbot_acceptance_${name}`);

test('no series is there twice, and each names the target', () => {
  const series = samples.map(({ name, labels }) => JSON.stringify([name, labels]));
  expect(new Set(series).size).toBe(series.length);
  expect(new Set(samples.map(({ labels }) => labels['target']))).toEqual(
    new Set(['https://obras.example.com']),
  );
});

test('one decision is on', () => {
  expect(of('decision').map(({ labels, value }) => [labels['decision'], value])).toEqual([
    ['GO', 0],
    ['GO with conditions', 0],
    ['NO-GO', 1],
  ]);
});

test('lines are counted by verdict and class, nought as well', () => {
  const total = (verdict: string): number =>
    of('lines')
      .filter(({ labels }) => labels['verdict'] === verdict)
      .reduce((all, { value }) => all + value, 0);
  expect(of('lines')).toHaveLength(18);
  for (const [verdict, count] of Object.entries(signoff.counts)) {
    expect(total(verdict), verdict).toBe(count);
  }
});

test('each line of the checklist has its verdict', () => {
  expect(of('line')).toEqual(
    signoff.lines.map(({ id, severity, verdict }) => ({
      name: 'construbot_acceptance_line',
      labels: { target: 'https://obras.example.com', id, severity, verdict },
      value: 1,
    })),
  );
});

test('times are seconds, and seconds since 1970', () => {
  const values = (name: string): number[] => of(name).map(({ value }) => value);
  expect(values('duration_seconds')).toEqual([131]);
  expect(values('finished_timestamp_seconds')).toEqual([Date.UTC(2026, 10, 24, 20, 40, 11) / 1000]);
  expect(values('certificate_expiry_timestamp_seconds')).toEqual([
    Date.UTC(2027, 0, 31, 23, 59, 59) / 1000,
  ]);
});

test('without a certificate nothing is said of one, without an address it was the stand-in', () => {
  const bare = parse(metricsOf({ ...sampleSignoff([]), target: undefined }));
  expect(bare.map(({ name }) => name).join()).not.toContain('certificate');
  expect(bare[0]?.labels['target']).toBe('stand-in');
});

test('quotes, backslashes and line breaks arrive', () => {
  const target = 'a"b\\c\nd,e="{}\\n # é 😀\\';
  const [first] = parse(metricsOf({ ...signoff, target }));
  expect(first?.labels).toEqual({ target, decision: 'GO' });
});
