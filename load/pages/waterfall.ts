import { html, type Html } from '../../fixtures/html.ts';
import type { Parts, Transfer } from './transfer.ts';
import type { Visit } from './visit.ts';

const [width, names, row, top] = [960, 320, 18, 44] as const;

const parts: readonly { readonly name: 'queued' | keyof Parts; readonly colour: string }[] = [
  { name: 'queued', colour: '#d9dee5' },
  { name: 'dns', colour: '#2a9d8f' },
  { name: 'tcp', colour: '#e9a23b' },
  { name: 'tls', colour: '#b05cc6' },
  { name: 'server', colour: '#4a7fd4' },
  { name: 'transfer', colour: '#5aa55a' },
];

/** Between the lines of the axis, in milliseconds. */
const steps = [20, 50, 100, 200, 500, 1000, 2000, 5000];

const marks = [
  { name: 'fcp', colour: '#2a7d2a' },
  { name: 'lcp', colour: '#b3261e' },
  { name: 'dcl', colour: '#7a4fb5' },
  { name: 'load', colour: '#1c2733' },
] as const;

/**
 * A visit as a picture: a bar for each file over time, with its parts, and a line for each event of
 * the page.
 *
 * @param title said above it
 * @returns an SVG file that needs nothing beside it
 */
export function waterfall(title: string, visit: Visit): string {
  const { transfers } = visit;
  const until = Math.max(visit.lcp, visit.load, ...transfers.map(({ end }) => end));
  const x = (at: number): number =>
    Math.round((names + (at / until) * (width - names - 12)) * 10) / 10;
  const bottom = top + transfers.length * row;
  const step = steps.find((one) => until / one < 9) ?? until;
  const ticks = Array.from({ length: Math.floor(until / step) + 1 }, (_, i) => i * step);
  return html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${bottom + 42}" font-family="sans-serif" font-size="11" role="img">
<title>${title}</title>
<rect width="100%" height="100%" fill="#fff"/>
<text x="8" y="16" font-size="13">${title}</text>
${parts.map(({ name, colour }, i) => html`<rect x="${names + i * 80}" y="24" width="10" height="10" fill="${colour}"/><text x="${names + 14 + i * 80}" y="33">${name}</text>`)}
${ticks.map((at) => html`<line x1="${x(at)}" x2="${x(at)}" y1="${top}" y2="${bottom}" stroke="#e3e7ec"/><text x="${x(at)}" y="${bottom + 14}" text-anchor="middle">${at} ms</text>`)}
${transfers.map((one, i) => bars(one, top + i * row, x))}
${marks.map(({ name, colour }, i) => html`<line x1="${x(visit[name])}" x2="${x(visit[name])}" y1="${top}" y2="${bottom}" stroke="${colour}" stroke-dasharray="3 2"/><text x="${8 + i * 90}" y="${bottom + 34}" fill="${colour}">${name} ${Math.round(visit[name])} ms</text>`)}
</svg>
`.text;
}

function bars(transfer: Transfer, y: number, x: (at: number) => number): Html {
  const { url, start, end, bytes, dns, tcp, tls, server, transfer: arriving } = transfer;
  const lengths = { ...transfer, queued: end - start - dns - tcp - tls - server - arriving };
  let at = start;
  return html`<g><title>${url}: ${Math.round(end - start)} ms, ${bytes} bytes</title>
<text x="8" y="${y + 12}">${shortened(url)}</text>
${parts.map(({ name, colour }) => {
  const from = at;
  at += lengths[name];
  return html`<rect x="${x(from)}" y="${y + 3}" width="${Math.max(0, x(at) - x(from))}" height="11" fill="${colour}"/>`;
})}</g>
`;
}

const shortened = (url: string): string => {
  const { hostname, pathname } = new URL(url);
  const text = `${hostname}${pathname}`;
  return text.length > 50 ? `…${text.slice(-49)}` : text;
};
