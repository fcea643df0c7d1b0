import { median } from '../../report/signoff/median.ts';
import type { Judged, Visits } from './judge.ts';
import type { Visit } from './visit.ts';

const times = ['ttfb', 'fcp', 'lcp', 'dcl', 'load'] as const;
const parts = ['before', 'dns', 'tcp', 'tls', 'server', 'transfer', 'render'] as const;

const middle = (visits: readonly Visit[], of: (one: Visit) => number): number =>
  median(visits.map(of));

/**
 * The medians of visits of one kind, each by itself: times in milliseconds, the weight in bytes.
 */
export function mediansOf(visits: readonly Visit[]): Record<string, number> {
  return {
    ...Object.fromEntries(times.map((name) => [name, middle(visits, (one) => one[name])])),
    inp: middle(visits, ({ inp }) => inp),
    cls: middle(visits, ({ cls }) => cls),
    ...Object.fromEntries(parts.map((name) => [name, middle(visits, ({ split }) => split[name])])),
    bytes: middle(visits, ({ bytes }) => bytes),
    requests: middle(visits, ({ transfers }) => transfers.length),
  };
}

const slowest = 3;

/** What was measured, for people: bounds, medians, where the time went, and the slowest files. */
export function tableOf(visits: Visits, judged: readonly Judged[]): string {
  const row = (name: string, cells: readonly string[]): string =>
    [name.padEnd(11), ...cells.map((cell) => cell.padStart(9))].join('');
  const kinds = (['cold', 'warm'] as const).filter((kind) => visits[kind].length > 0);
  const medians = kinds.map((kind) => mediansOf(visits[kind]));
  const show = (name: string, value = NaN): string =>
    name === 'cls'
      ? value.toFixed(3)
      : name === 'bytes'
        ? `${Math.round(value / 1000)} kB`
        : String(Math.round(value));
  const files = visits.cold
    .at(-1)
    ?.transfers.toSorted((a, b) => b.end - b.start - (a.end - a.start))
    .slice(0, slowest)
    .map(({ url, start, end, bytes }) => `${ms(end - start)} ms, ${bytes} bytes: ${url}`);
  return [
    `percentiles by ${visits.cold.length} visits each, in ms:`,
    ...judged.map((one) => `${boundsIn(one)}, ${one.verdict}`),
    row('medians', kinds),
    ...Object.keys(medians[0] ?? {}).map((name) =>
      row(
        name,
        medians.map((of) => show(name, of[name])),
      ),
    ),
    'slowest files of the last cold visit:',
    ...(files ?? []),
  ].join('\n');
}

/** The times that the visits do not decide, in one sentence. */
export function undecidedIn(visits: Visits, judged: readonly Judged[]): string {
  const open = judged.filter(({ verdict }) => verdict === 'open').map(boundsIn);
  return `${visits.cold.length} visits each do not tell: ${open.join('; ')}`;
}

const boundsIn = ({ what, quantile, low, high, budget }: Judged): string =>
  `p${quantile * 100} of ${what}: ${ms(low)} to ${ms(high)} ms, budget ${budget}`;

const ms = (value: number): string => (Number.isFinite(value) ? String(Math.round(value)) : '?');
