import { html, type Html } from '../fixtures/html.ts';
import type { PageResult } from './page-result.ts';
import { thresholds } from './profiles.ts';

const [width, left, row, top] = [760, 190, 34, 46];

/**
 * A picture of how long each page took: half of the answers, 95 of a hundred, and all, on a
 * logarithmic scale with the budget marked.
 *
 * @param pages what was measured, by name
 * @returns an SVG document
 */
export function latencyPicture(pages: ReadonlyMap<string, PageResult>): string {
  const shown = [...pages].filter(([, { latency }]) => latency.count > 0);
  const longest = Math.max(
    thresholds.pageMs * 1.5,
    ...shown.map(([, { latency }]) => latency.maxMs),
  );
  const x = (ms: number): number =>
    left + ((width - left - 40) * Math.log10(Math.max(1, ms))) / Math.log10(longest);
  const height = top + row * shown.length + 30;
  const grid = [1, 10, 100, 1000, 10_000].filter((ms) => ms < longest);
  const bars = shown.map(([name, { latency }], n): Html => {
    const y = top + row * n;
    const [half, most, all] = [latency.quantile(0.5), latency.quantile(0.95), latency.maxMs];
    return html`<text x="${left - 10}" y="${y + 18}" text-anchor="end">${name}</text>
<line x1="${x(half)}" x2="${x(all)}" y1="${y + 13}" y2="${y + 13}" stroke="#9db4cc" stroke-width="2"/>
<line x1="${x(half)}" x2="${x(most)}" y1="${y + 13}" y2="${y + 13}" stroke="#2456a6" stroke-width="9"/>
<text x="${x(all) + 6}" y="${y + 17}" font-size="10" fill="#5a6472">${half.toFixed(0)} / ${most.toFixed(0)} / ${all.toFixed(0)} ms</text>`;
  });
  const budget = x(thresholds.pageMs);
  return String(html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="sans-serif" font-size="12" role="img">
<title>Tiempo de cada página con carga · Latency of each page under load</title>
<rect width="100%" height="100%" fill="#fff"/>
<text x="12" y="20" font-weight="bold">Desde que tocaba cada petición · From when each request was due: p50 / p95 / máx</text>
${grid.map((ms) => html`<line x1="${x(ms)}" x2="${x(ms)}" y1="${top - 8}" y2="${height - 24}" stroke="#e3e8ee"/><text x="${x(ms)}" y="${height - 8}" text-anchor="middle" fill="#5a6472">${ms} ms</text>`)}
<line x1="${budget}" x2="${budget}" y1="${top - 14}" y2="${height - 24}" stroke="#b3261e" stroke-dasharray="5 4"/>
<text x="${budget}" y="${top - 16}" text-anchor="middle" fill="#b3261e">límite · budget</text>
${bars}
</svg>`);
}
