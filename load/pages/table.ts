import { median } from '../../report/signoff/median.ts';
import { budgetMs, type Judged, type Visits } from './judge.ts';
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
  const [cold, warm] = [mediansOf(visits.cold), mediansOf(visits.warm)];
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
    `75th percentile, by ${visits.cold.length} visits each, in ms of ${budgetMs}:`,
    ...judged.map(({ what, low, high, verdict }) => row(what, [ms(low), '–', ms(high), verdict])),
    row('medians', ['cold', 'warm']),
    ...Object.keys(cold).map((name) => row(name, [show(name, cold[name]), show(name, warm[name])])),
    'slowest files of the last cold visit:',
    ...(files ?? []),
  ].join('\n');
}

/** The times that the visits do not decide, in one sentence. */
export function undecidedIn(visits: Visits, judged: readonly Judged[]): string {
  const open = judged
    .filter(({ verdict }) => verdict === 'open')
    .map(({ what, low, high }) => `${what} ${ms(low)} – ${ms(high)} ms`);
  return `${visits.cold.length} visits each do not tell whether three of four stay under ${budgetMs} ms: ${open.join(', ')}`;
}

const ms = (value: number): string => (Number.isFinite(value) ? String(Math.round(value)) : '?');
