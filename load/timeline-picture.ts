import { html, type Html } from '../fixtures/html.ts';
import { thresholds } from './profiles.ts';
import type { Slice } from './timeline.ts';

const [width, left, right] = [960, 74, 18] as const;
const latency = { top: 76, height: 210 } as const;
const rates = { top: 330, height: 90 } as const;
const height = 470;
const colours = {
  half: '#2456a6',
  most: '#e07b00',
  rate: '#b9c7d8',
  wrong: '#b3261e',
  ink: '#1c2733',
  faint: '#5a6472',
} as const;

/**
 * A load over time: how long answers took, half of them and 95 of a hundred, on a logarithmic scale with
 * the budget marked, and below how many requests were due a second, and how many of them failed.
 *
 * @param slices in order; at least one
 * @param options `isIncomplete`: the load was interrupted, which is said in the picture
 * @returns an SVG document
 */
export function timelinePicture(
  slices: readonly Slice[],
  { isIncomplete = false }: { readonly isIncomplete?: boolean } = {},
): string {
  const last = slices.at(-1);
  const untilMs = last === undefined ? 1000 : last.fromMs + last.lengthMs;
  const x = (ms: number): number => round(left + ((width - left - right) * ms) / untilMs);
  const longest = Math.max(
    thresholds.pageMs * 2,
    ...slices.filter(answered).map((slice) => slice.latency.quantile(0.95)),
  );
  const y = (ms: number): number =>
    round(latency.top + latency.height * (1 - Math.log10(Math.max(1, ms)) / Math.log10(longest)));
  const most = Math.max(1, ...slices.map(perSecond));
  const bar = (rate: number): number => round((rates.height * rate) / most);
  const step = stepOf(untilMs / 1000);
  const seconds = Array.from({ length: Math.floor(untilMs / 1000 / step) + 1 }, (_, n) => n * step);
  const bottom = rates.top + rates.height;
  const middle = (slice: Slice): number => x(slice.fromMs + slice.lengthMs / 2);
  const line = (q: number, colour: string): Html[] =>
    runsOf(slices).map(
      (run) =>
        html`<polyline fill="none" stroke="${colour}" stroke-width="2" stroke-linejoin="round" points="${run.map((slice) => `${middle(slice)},${y(slice.latency.quantile(q))}`).join(' ')}"/>`,
    );
  return String(html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12" fill="${colours.ink}" role="img">
<title>Tiempo de respuesta y carga · Response time and load</title>
<rect width="100%" height="100%" fill="#fff"/>
<text x="${left}" y="24" font-size="15" font-weight="bold">Tiempo de respuesta y carga · Response time and load${isIncomplete && html`<tspan dx="14" fill="${colours.wrong}">interrumpida, incompleta · interrupted, incomplete</tspan>`}</text>
${key(left, 'p50', colours.half)}${key(left + 70, 'p95', colours.most)}${key(left + 140, 'límite · budget', colours.wrong)}${slices.some(({ isWarmUp }) => isWarmUp) && key(left + 270, 'calentamiento, no cuenta · warm-up, not counted', '#e3e8ee')}
${slices.filter(({ isWarmUp }) => isWarmUp).map((slice) => html`<rect x="${x(slice.fromMs)}" width="${round(x(slice.fromMs + slice.lengthMs) - x(slice.fromMs))}" y="${latency.top}" height="${bottom - latency.top}" fill="#f0f3f6"/>`)}
${[1, 10, 100, 1000, 10_000].filter((ms) => ms <= longest).map((ms) => html`<line x1="${left}" x2="${width - right}" y1="${y(ms)}" y2="${y(ms)}" stroke="#e3e8ee"/><text x="${left - 8}" y="${y(ms) + 4}" text-anchor="end" fill="${colours.faint}">${ms < 1000 ? `${ms} ms` : `${ms / 1000} s`}</text>`)}
<line x1="${left}" x2="${width - right}" y1="${y(thresholds.pageMs)}" y2="${y(thresholds.pageMs)}" stroke="${colours.wrong}" stroke-dasharray="6 4"/>
${line(0.95, colours.most)}${line(0.5, colours.half)}
<text x="${left}" y="${rates.top - 12}"><tspan font-weight="bold">Peticiones por segundo · Requests a second</tspan><tspan dx="14" fill="${colours.wrong}">errores · errors</tspan></text>
${slices.map((slice) => {
  const wide = Math.max(1, x(slice.fromMs + slice.lengthMs) - x(slice.fromMs) - 0.6);
  const [due, wrong] = [bar(perSecond(slice)), bar((1000 * slice.failures) / slice.lengthMs)];
  return html`<rect x="${x(slice.fromMs)}" width="${round(wide)}" y="${round(bottom - due)}" height="${due}" fill="${colours.rate}"/>${wrong > 0 && html`<rect x="${x(slice.fromMs)}" width="${round(wide)}" y="${round(bottom - wrong)}" height="${wrong}" fill="${colours.wrong}"/>`}`;
})}
<text x="${left - 8}" y="${rates.top + 8}" text-anchor="end" fill="${colours.faint}">${most.toFixed(0)}/s</text>
<text x="${left - 8}" y="${bottom + 2}" text-anchor="end" fill="${colours.faint}">0</text>
<line x1="${left}" x2="${width - right}" y1="${bottom}" y2="${bottom}" stroke="#9aa5b1"/>
${seconds.map((at) => html`<line x1="${x(at * 1000)}" x2="${x(at * 1000)}" y1="${bottom}" y2="${bottom + 5}" stroke="#9aa5b1"/><text x="${x(at * 1000)}" y="${bottom + 20}" text-anchor="middle" fill="${colours.faint}">${clock(at)}</text>`)}
<text x="${width - right}" y="${height - 6}" text-anchor="end" fill="${colours.faint}">minutos:segundos · minutes:seconds</text>
</svg>`);
}

const key = (x: number, name: string, colour: string): Html =>
  html`<rect x="${x}" y="40" width="14" height="10" rx="2" fill="${colour}"/><text x="${x + 20}" y="49" fill="${colours.faint}">${name}</text>`;

const round = (value: number): number => Math.round(value * 10) / 10;
const answered = ({ latency: of }: Slice): boolean => of.count > 0;
const perSecond = ({ due, lengthMs }: Slice): number => (1000 * due) / lengthMs;

/** Neighbours with answers: where there is none, the line is broken. */
function runsOf(slices: readonly Slice[]): Slice[][] {
  const runs: Slice[][] = [[]];
  for (const slice of slices) {
    if (answered(slice)) runs.at(-1)?.push(slice);
    else runs.push([]);
  }
  return runs.filter(({ length }) => length > 0);
}

/** Between the marks of the axis, in seconds: as many as can be read. */
const stepOf = (seconds: number): number =>
  [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1800].find((step) => seconds / step <= 14) ?? 3600;

const clock = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
