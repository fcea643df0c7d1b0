import { html, type Html } from '../../fixtures/html.ts';
import { median } from '../../report/signoff/median.ts';
import type { Judgement, PageJudgement } from './judgement.ts';
import { differences } from './key.ts';
import { mediansOf, pagesOf, type Measured } from './runs.ts';
import { ms, nameOf } from './words.ts';

const most = 40;
const [width, left, right, panel, top] = [760, 70, 120, 112, 40];
const colours: Readonly<Record<PageJudgement['verdict'], string>> = {
  slower: '#b3261e',
  faster: '#1a7f4b',
  'as fast': '#1a7f4b',
  undecided: '#6b3fa0',
};

/**
 * The runs of a kind as a picture, a panel for each page: the median of each run in the order of time,
 * full where it was accepted, the run in question in the colour of its verdict, and as a band how
 * long the page may take before it is called slower. It stands by itself, in a page or as a file.
 *
 * @param all of the store
 * @param run the one in question; the others are those of its kind that came to their end
 * @param judgement on it
 * @returns an SVG document
 */
export function baselinePicture(
  all: readonly Measured[],
  run: Measured,
  judgement: Judgement,
): string {
  const runs = all
    .filter((one) => one === run || one.complete)
    .filter(({ key, at }) => differences(key, run.key).length === 0 && at <= run.at)
    .slice(-most);
  const pages = pagesOf(run);
  const height = top + panel * pages.length + 24;
  const verdicts = new Map(judgement.pages.map((page) => [page.page, page]));
  return String(html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="sans-serif" font-size="12" role="img" style="max-width: 100%; height: auto">
<title>Medianas de cada corrida · Medians of each run</title>
<rect width="100%" height="100%" fill="#fff"/>
<text x="12" y="20" font-weight="bold">Mediana de cada corrida · Median of each run</text>
${pages.map((page, nth) => panelOf(page, top + panel * nth, runs, run, verdicts.get(page)))}
<text x="${left}" y="${height - 8}" fill="#5a6472">${runs[0]?.at.slice(0, 10)}</text>
<text x="${width - right}" y="${height - 8}" text-anchor="end" fill="#5a6472">${run.at.slice(0, 10)}</text>
</svg>`);
}

function panelOf(
  page: string,
  y0: number,
  runs: readonly Measured[],
  newest: Measured,
  judged: PageJudgement | undefined,
): Html {
  const points = runs.flatMap((run, nth) => {
    const medians = mediansOf(run, page);
    return medians === undefined ? [] : { run, nth, value: median(medians) };
  });
  const band = bandOf(judged);
  const values = [...points.map(({ value }) => value), ...(band ?? [])];
  // A page without any right answer has nothing to be drawn to scale.
  const [low, high] =
    values.length === 0 ? [0, 1] : [Math.min(...values) * 0.97, Math.max(...values) * 1.03];
  const inner = panel - 34;
  const x = (nth: number): number =>
    left + ((nth + 0.5) / Math.max(runs.length, 12)) * (width - left - right);
  const y = (value: number): number => y0 + 22 + inner * (1 - (value - low) / (high - low || 1));
  const colour = judged === undefined ? '#5a6472' : colours[judged.verdict];
  const path = points.map(({ nth, value }) => `${round(x(nth))},${round(y(value))}`).join(' ');
  return html`<text x="12" y="${y0 + 12}" font-weight="bold" fill="#1c2430">${[...new Set(Object.values(nameOf(page)))].join(' · ')}</text>
${
  band !== undefined &&
  html`<rect x="${left}" y="${round(y(band[1]))}" width="${width - left - right}" height="${round(y(band[0]) - y(band[1]))}" fill="#e3efe8"/>
<text x="${width - right + 6}" y="${round(y(band[1]) + 4)}" font-size="10" fill="#1a7f4b">≤ ${ms(band[1])}</text>`
}
<polyline points="${path}" fill="none" stroke="#9db4cc"/>
${points.map(
  ({ run, nth, value }) =>
    html`<circle cx="${round(x(nth))}" cy="${round(y(value))}" r="${run === newest ? 5 : 3.5}" stroke="${run === newest ? colour : '#2456a6'}" fill="${run === newest ? colour : run.accepted === undefined ? '#fff' : '#2456a6'}"><title>${run.at.slice(0, 16).replace('T', ' ')} UTC · ${run.run} · ${ms(value)}${run.accepted !== undefined && ` · ${run.accepted.who}`}</title></circle>`,
)}
${points
  .filter(({ run }) => run === newest)
  .map(
    ({ nth, value }) =>
      html`<text x="${round(x(nth) + 9)}" y="${round(y(value) + 4)}" font-size="11" fill="${colour}">${ms(value)}</text>`,
  )}
<text x="${left - 6}" y="${round(y(low) + 4)}" text-anchor="end" font-size="10" fill="#5a6472">${ms(low)}</text>
<text x="${left - 6}" y="${round(y(high) + 4)}" text-anchor="end" font-size="10" fill="#5a6472">${ms(high)}</text>`;
}

/** From how long a page takes when it would be called faster, to when it would be called slower. */
function bandOf(judged: PageJudgement | undefined): readonly [number, number] | undefined {
  if (judged?.slowerFromMs === undefined) return undefined;
  return [judged.usualMs ** 2 / judged.slowerFromMs, judged.slowerFromMs];
}

const round = (value: number): number => Math.round(value * 10) / 10;
