import { html, type Html } from '../fixtures/html.ts';
import type { Capacity, Step } from './capacity.ts';
import { Latencies } from './latencies.ts';
import { thresholds } from './profiles.ts';

const [width, height, left, right] = [760, 520, 78, 24] as const;
const panels = {
  rate: { top: 84, height: 150 },
  latency: { top: 278, height: 110 },
  errors: { top: 430, height: 40 },
} as const;
const colours = {
  rate: '#2456a6',
  most: '#e07b00',
  wrong: '#b3261e',
  knee: '#1b7f4b',
  ink: '#1c2733',
  faint: '#5a6472',
} as const;

/**
 * How much a target did with ever more users: right answers a second, p95 of the service time with its
 * budget, and the share of errors. The step whose rate is the capacity is marked.
 *
 * @param steps in order of their users; at least one
 * @param capacity see `capacityOf`
 * @returns an SVG document
 */
export function kneePicture(steps: readonly Step[], capacity: Capacity | undefined): string {
  const points = steps.map(({ connections, result: { pages, perSecond } }) => {
    const service = new Latencies();
    let failures = 0;
    for (const page of pages.values()) {
      service.add(page.service);
      failures += page.failures;
    }
    const all = service.count + failures;
    return {
      connections,
      perSecond,
      p95: service.count === 0 ? undefined : service.quantile(0.95),
      errors: all === 0 ? 0 : failures / all,
    };
  });
  const gap = (width - left - right) / points.length;
  const x = (nth: number): number => round(left + gap * (nth + 0.5));
  const fastest = 1.15 * Math.max(1, ...points.map(({ perSecond }) => perSecond));
  const slowest = Math.max(thresholds.pageMs * 2, ...points.map(({ p95 = 0 }) => p95));
  const { rate, latency, errors } = panels;
  const yRate = (value: number): number => round(rate.top + rate.height * (1 - value / fastest));
  const yMs = (ms: number): number =>
    round(latency.top + latency.height * (1 - Math.log10(Math.max(1, ms)) / Math.log10(slowest)));
  // Few errors shall be seen as well: a twentieth is as much as the panel shows at least.
  const worst = Math.max(0.05, ...points.map((point) => point.errors));
  const yShare = (share: number): number => round((errors.height * share) / worst);
  const bottom = errors.top + errors.height;
  const knee = points.findIndex(({ connections }) => connections === capacity?.connections);
  const timed = points.flatMap(({ p95 }, nth) => (p95 === undefined ? [] : [{ nth, p95 }]));
  const step =
    [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].find((one) => fastest / one < 6) ?? fastest;
  const grid = Array.from({ length: Math.floor(fastest / step) + 1 }, (_, nth) => nth * step);
  return String(html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12" fill="${colours.ink}" role="img">
<title>Capacidad · Capacity</title>
<rect width="100%" height="100%" fill="#fff"/>
<text x="${left}" y="26" font-size="15" font-weight="bold">Capacidad: lo que da con cada vez más usuarios · Capacity: what it does with ever more users</text>
${
  capacity === undefined || knee < 0
    ? html`<text x="${left}" y="48" fill="${colours.wrong}">ningún paso fue sano · no step was sound</text>`
    : html`<rect x="${round(x(knee) - gap / 2)}" width="${round(gap)}" y="${rate.top - 6}" height="${bottom - rate.top + 6}" fill="#e9f5ee"/>
<text x="${left}" y="48" fill="${colours.knee}">capacidad · capacity: ${capacity.perSecond.toFixed(1)}/s, ${capacity.connections} ${capacity.connections === 1 ? 'usuario · user' : 'usuarios · users'}</text>`
}
${title(rate.top, 'Respuestas correctas por segundo · Right answers a second', colours.rate)}
${grid.map((value) => html`<line x1="${left}" x2="${width - right}" y1="${yRate(value)}" y2="${yRate(value)}" stroke="#e3e8ee"/><text x="${left - 8}" y="${yRate(value) + 4}" text-anchor="end" fill="${colours.faint}">${value}</text>`)}
${curve(
  points.map(({ perSecond }, nth) => [x(nth), yRate(perSecond)]),
  colours.rate,
)}
${capacity !== undefined && knee >= 0 && html`<text x="${x(knee)}" y="${yRate(capacity.perSecond) + 22}" text-anchor="middle" font-weight="bold" fill="${colours.knee}">${capacity.perSecond.toFixed(0)}/s</text>`}
${title(latency.top, 'p95 del tiempo de servicio · p95 of the service time', colours.most)}
${[1, 10, 100, 1000, 10_000].filter((ms) => ms <= slowest).map((ms) => html`<line x1="${left}" x2="${width - right}" y1="${yMs(ms)}" y2="${yMs(ms)}" stroke="#e3e8ee"/><text x="${left - 8}" y="${yMs(ms) + 4}" text-anchor="end" fill="${colours.faint}">${ms < 1000 ? `${ms} ms` : `${ms / 1000} s`}</text>`)}
<line x1="${left}" x2="${width - right}" y1="${yMs(thresholds.pageMs)}" y2="${yMs(thresholds.pageMs)}" stroke="${colours.wrong}" stroke-dasharray="6 4"/>
<text x="${left + 4}" y="${yMs(thresholds.pageMs) - 5}" fill="${colours.wrong}">límite · budget 2 s</text>
${curve(
  timed.map(({ nth, p95 }) => [x(nth), yMs(p95)]),
  colours.most,
)}
${title(errors.top, 'Errores · Errors', colours.wrong)}
${points.map((point, nth) => html`<rect x="${round(x(nth) - 14)}" width="28" y="${round(bottom - yShare(point.errors))}" height="${yShare(point.errors)}" fill="${colours.wrong}"/><text x="${x(nth)}" y="${round(bottom - yShare(point.errors) - 4)}" text-anchor="middle" fill="${point.errors > 0 ? colours.wrong : colours.faint}">${percent(point.errors)}</text>`)}
<line x1="${left}" x2="${width - right}" y1="${bottom}" y2="${bottom}" stroke="#9aa5b1"/>
${points.map(({ connections }, nth) => html`<text x="${x(nth)}" y="${bottom + 18}" text-anchor="middle" font-weight="${nth === knee ? 'bold' : 'normal'}">${connections}</text>`)}
<text x="${width - right}" y="${height - 10}" text-anchor="end" fill="${colours.faint}">usuarios que preguntan sin pausa · users who ask without a pause</text>
</svg>`);
}

const round = (value: number): number => Math.round(value * 10) / 10;
const percent = (share: number): string =>
  `${(share * 100).toFixed(share > 0 && share < 0.1 ? 1 : 0)} %`;

const title = (top: number, text: string, colour: string): Html =>
  html`<text x="${left}" y="${top - 14}" font-weight="bold" fill="${colour}">${text}</text>`;

const curve = (points: readonly (readonly [x: number, y: number])[], colour: string): Html =>
  html`<polyline fill="none" stroke="${colour}" stroke-width="2.5" stroke-linejoin="round" points="${points.map((point) => point.join(',')).join(' ')}"/>${points.map(([cx, cy]) => html`<circle cx="${cx}" cy="${cy}" r="4.5" fill="#fff" stroke="${colour}" stroke-width="2.5"/>`)}`;
