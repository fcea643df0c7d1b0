import { html, raw, type Html } from '../../../fixtures/html.ts';
import type { Bilingual } from '../../../checklist/index.ts';
import type { HistoryEntry } from '../history.ts';
import { median } from '../median.ts';
import { worstFirst } from '../settle.ts';
import { momentOf } from '../times.ts';
import { both, decisions, verdicts } from './words.ts';

// What fails stands on the ground, where its height is compared best; what passes on top of all.
const order = worstFirst;
const rulings = ['NO-GO', 'GO with conditions', 'GO'] as const;

const most = 30;
// A history of two or three is not spread over the whole width.
const least = 12;
const leastHeight = 3;

// From top to bottom, in pixels: the durations, the decisions, the stacked lines.
const durations = { top: 20, bottom: 84 };
const decided = { top: 112, bottom: 128 };
const stack = { top: 160, bottom: 340 };
const height = 376;

/** The sign-offs that one column stands for: one, or several in a row. */
type Column = readonly HistoryEntry[];

/** A duration in words of both languages. */
function lasted(ms: number): string {
  const seconds = Math.round(ms / 1000);
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)];
  if (hours > 0) return minutes === 0 ? `${hours} h` : `${hours} h ${minutes} min`;
  return minutes > 0 && seconds % 60 === 0
    ? `${minutes} min`
    : `${minutes > 0 ? `${minutes} min ` : ''}${seconds % 60} s`;
}

/**
 * The sign-offs of a target as a picture: a column each with its lines by verdict, above it the
 * decision, and above that how long the run took, on an axis of its own. Beyond thirty, a column
 * stands for several in a row: the mean of their lines, the share of each decision, and the median
 * of their durations with the shortest and the longest.
 *
 * Across everything is in per cent and down in pixels, so that the text is as large on a telephone
 * as on a desk. Any two colours of the lines, of hatched ones the mean, are at least 14 apart (CIE
 * 1976) in simulated protanopia, deuteranopia and tritanopia (Machado, Oliveira, Fernandes, 2009);
 * what was not decided is hatched, for paper without colours.
 *
 * @param entries oldest first
 */
export function historyPicture(entries: readonly HistoryEntry[]): Html {
  const columns = columnsOf(entries);
  const [first, last] = [entries[0], entries.at(-1)];
  if (first === undefined || last === undefined) return html``;
  const slot = 100 / Math.max(columns.length, least);
  const lines = Math.max(...entries.map(linesOf));
  const top = axisTop(Math.max(...entries.map(({ durationMs }) => durationMs)));
  const name = { es: 'Historia de las aceptaciones', en: 'History of the sign-offs' };
  const said = summary(entries, columns);
  const levelOf = (ms: number): number =>
    round(durations.bottom - (ms / top) * (durations.bottom - durations.top));
  const centre = (index: number): string => `${round((index + 0.5) * slot)}%`;
  const medians = columns.map((of) => median(of.map(({ durationMs }) => durationMs)));
  const ticks = [0, 50, 100, lines].filter((tick, i) => i === 3 || lines - tick > 20);
  const column = (of: Column, index: number): Html => {
    const [left, width] = [`${round((index + 0.14) * slot)}%`, `${round(0.72 * slot)}%`];
    const [newest] = of.slice(-1);
    const failing = meanOf(of, 'fail');
    return html`<g><title>${tooltip(of)}</title>
<rect class="touch" x="${round(index * slot)}%" y="0" width="${round(slot)}%" height="${stack.bottom}"/>
${of.length > 1 && range(centre(index), of, levelOf)}
<circle class="${of.length > 1 || newest?.complete === true ? 'dot' : 'dot cut'}" cx="${centre(index)}" cy="${levelOf(medians[index] ?? 0)}" r="3"/>
${of.length > 1 || newest === undefined ? shares(of, left, width) : html`<use href="#mark-${decisions[newest.decision].kind}" x="${centre(index)}" y="${(decided.top + decided.bottom) / 2}"/>`}
${stacked(of, lines, left, width)}
${failing > 0 && html`<text class="count" x="${centre(index)}" y="${stack.bottom + 14}">${Number(failing.toPrecision(2))}</text>`}</g>
`;
  };
  return html`<figure class="picture">
<figcaption><strong id="history-name">${both(name)}</strong> <span id="history-words">${both(said)}</span></figcaption>
<div class="plot">
<svg role="img" aria-labelledby="history-name" aria-describedby="history-words" width="100%" height="${height}">
<title>${name.es} · ${name.en}</title>
<desc>${said.es} · ${said.en}</desc>
<defs>
<pattern id="hatch-not-run" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" class="ground"/><rect width="1.2" height="6" class="ink"/></pattern>
<pattern id="hatch-inconclusive" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)"><rect width="5" height="5" class="ground"/><rect width="2.5" height="5" class="ink"/></pattern>
${rulings.map((ruling) => html`<g id="mark-${decisions[ruling].kind}">${marks[ruling]}</g>`)}
</defs>
${panelName(durations.top, { es: 'Duración', en: 'Duration' })}
${[0, top / 2, top].map((ms) => rule(levelOf(ms), ms === top / 2 ? '' : ms === 0 ? '0' : lasted(ms)))}
${panelName(decided.top, { es: 'Decisión', en: 'Decision' })}
${panelName(stack.top, { es: 'Líneas del documento', en: 'Lines of the document' })}
${ticks.map((tick) => rule(stack.bottom - (tick / lines) * (stack.bottom - stack.top), String(tick)))}
${medians.slice(1).map((ms, i) => html`<line class="way" x1="${centre(i)}" y1="${levelOf(medians[i] ?? 0)}" x2="${centre(i + 1)}" y2="${levelOf(ms)}"/>`)}
${columns.map(column)}
${days(first, last, columns.length, slot)}
</svg>
</div>
${legend(entries, columns)}
</figure>`;
}

const round = (value: number): number => Math.round(value * 100) / 100;

const linesOf = ({ counts }: HistoryEntry): number =>
  order.reduce((sum, verdict) => sum + counts[verdict], 0);

const badOf = ({ counts }: HistoryEntry): number => counts.fail + counts.inconclusive;

function columnsOf(entries: readonly HistoryEntry[]): Column[] {
  const size = Math.ceil(entries.length / most);
  const columns: Column[] = [];
  // Counted from the end: only the oldest column may stand for fewer.
  for (let end = entries.length; end > 0; end -= size) {
    columns.unshift(entries.slice(Math.max(0, end - size), end));
  }
  return columns;
}

const meanOf = (of: Column, verdict: (typeof order)[number]): number =>
  of.reduce((sum, { counts }) => sum + counts[verdict], 0) / of.length;

const spanOf = (first: HistoryEntry, last: HistoryEntry): string =>
  dayOf(first) === dayOf(last) ? dayOf(first) : `${dayOf(first)} – ${dayOf(last)}`;

const dayOf = ({ startedAt }: HistoryEntry): string => startedAt.slice(0, 10);

const seconds = [10, 20, 30, 60, 120, 180, 240, 300, 360, 480, 600, 900, 1200, 1800, 2700, 3600];

/** The end of the axis: a round duration that holds the longest. */
function axisTop(longestMs: number): number {
  const fit = seconds.find((one) => one * 1000 >= longestMs);
  return fit === undefined ? Math.ceil(longestMs / 7_200_000) * 7_200_000 : fit * 1000;
}

const panelName = (top: number, { es, en }: Bilingual): Html =>
  html`<text x="0" y="${top - 10}" class="name"><tspan lang="es">${es}</tspan><tspan lang="en">${en}</tspan></text>`;

const rule = (y: number, label: string): Html =>
  html`<line class="rule" x1="0" y1="${round(y)}" x2="100%" y2="${round(y)}"/>${label !== '' && html`<text class="tick" x="-6" y="${round(y) + 4}">${label}</text>`}`;

const marks: Readonly<Record<HistoryEntry['decision'], Html>> = {
  GO: raw('<circle r="4" class="mark go"/>'),
  'GO with conditions': raw('<path d="M0-4.5 4.6 3.8h-9.2z" class="mark conditions"/>'),
  'NO-GO': raw('<path d="M-3.4-3.4 3.4 3.4M3.4-3.4-3.4 3.4" class="mark no-go"/>'),
};

/** The first and the last day, in one where they would lie upon each other on a telephone. */
function days(first: HistoryEntry, last: HistoryEntry, columns: number, slot: number): Html {
  const y = height - 4;
  if (columns < 8) return html`<text x="0" y="${y}">${spanOf(first, last)}</text>`;
  return html`<text x="0" y="${y}">${dayOf(first)}</text><text class="end" x="${round(columns * slot)}%" y="${y}">${dayOf(last)}</text>`;
}

function range(x: string, of: Column, levelOf: (ms: number) => number): Html {
  const all = of.map(({ durationMs }) => durationMs);
  return html`<line class="range" x1="${x}" y1="${levelOf(Math.max(...all))}" x2="${x}" y2="${levelOf(Math.min(...all))}"/>`;
}

/** How the sign-offs of a column were decided, the no-goes at the bottom. */
function shares(of: Column, x: string, width: string): Html {
  const full = decided.bottom - decided.top;
  let y = decided.bottom;
  return html`${rulings.map((ruling) => {
    const own = (of.filter(({ decision }) => decision === ruling).length / of.length) * full;
    y -= own;
    return (
      own > 0 &&
      html`<rect class="share ${decisions[ruling].kind}" x="${x}" y="${round(y)}" width="${width}" height="${round(own)}"/>`
    );
  })}`;
}

/** The lines of a column one above the other; a single one can be seen, too. */
function stacked(of: Column, lines: number, x: string, width: string): Html {
  const perLine = (stack.bottom - stack.top) / lines;
  const exact = order.map((verdict) => meanOf(of, verdict) * perLine);
  const heights = exact.map((one) => (one === 0 ? 0 : Math.max(one, leastHeight)));
  // What small parts are given is taken from the largest.
  const largest = heights.indexOf(Math.max(...heights));
  heights[largest] = (heights[largest] ?? 0) - (sumOf(heights) - sumOf(exact));
  let y = stack.bottom;
  return html`${order.map((verdict, i) => {
    const own = heights[i] ?? 0;
    y -= own;
    return (
      own > 0 &&
      html`<rect class="${classOf(verdict)}" x="${x}" y="${round(y)}" width="${width}" height="${round(own)}"/>`
    );
  })}`;
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0);

const classOf = (verdict: (typeof order)[number]): string => `part ${verdict.replace(' ', '-')}`;

/** What a pointer that rests on a column is told, in signs of both languages. */
function tooltip(of: Column): string {
  const [first, last] = [of[0], of.at(-1)];
  if (first === undefined || last === undefined) return '';
  const ways = rulings.flatMap((ruling) => {
    const n = of.filter(({ decision }) => decision === ruling).length;
    const said = `${decisions[ruling].es} / ${decisions[ruling].en}`;
    return n === 0 ? [] : [of.length > 1 ? `${n} × ${said}` : said];
  });
  const parts = order.flatMap((verdict) => {
    const mean = meanOf(of, verdict);
    return mean === 0 ? [] : [`${verdicts[verdict].sign} ${round(mean)}`];
  });
  return [
    of.length > 1 ? spanOf(first, last) : `${momentOf(last.startedAt)} · ${last.run}`,
    ...ways,
    parts.join('  '),
    lasted(median(of.map(({ durationMs }) => durationMs))),
  ].join('\n');
}

function summary(entries: readonly HistoryEntry[], columns: readonly Column[]): Bilingual {
  const n = entries.length;
  const [first, last] = [entries[0], entries.at(-1)];
  const bad = entries.map(badOf);
  const lengths = entries.map(({ durationMs }) => durationMs);
  const span = `${first === undefined ? '' : dayOf(first)} – ${last === undefined ? '' : dayOf(last)}`;
  const of = rulings.toReversed().flatMap((ruling) => {
    const count = entries.filter(({ decision }) => decision === ruling).length;
    return count === 0 ? [] : [{ count, ruling }];
  });
  const ways = (language: 'es' | 'en'): string =>
    of.map(({ count, ruling }) => `${count} ${decisions[ruling][language]}`).join(', ');
  const between = (
    values: readonly number[],
    say: (value: number) => string,
    to: string,
  ): string => {
    const [low, high] = [say(Math.min(...values)), say(Math.max(...values))];
    if (low === high) return low;
    return to === 'a' ? `de ${low} a ${high}` : `${low} ${to} ${high}`;
  };
  const size = columns.at(-1)?.length ?? 1;
  return {
    es: [
      `${n} ${n === 1 ? 'aceptación' : 'aceptaciones'}, ${span}: ${ways('es')}.`,
      `Líneas que fallan o no concluyen: ${between(bad, String, 'a')}; la última vez, ${bad.at(-1) ?? 0}.`,
      `Duran ${between(lengths, lasted, 'a')}, la última vez ${lasted(lengths.at(-1) ?? 0)}.`,
      ...(size > 1
        ? [
            `Cada columna reúne ${size} seguidas: la media de sus líneas, qué parte tuvo cada decisión, y la mediana de lo que duraron, con la más corta y la más larga.`,
          ]
        : []),
    ].join(' '),
    en: [
      `${n} ${n === 1 ? 'sign-off' : 'sign-offs'}, ${span}: ${ways('en')}.`,
      `Lines that fail or are inconclusive: ${between(bad, String, 'to')}, ${bad.at(-1) ?? 0} the last time.`,
      `They take ${between(lengths, lasted, 'to')}, ${lasted(lengths.at(-1) ?? 0)} the last time.`,
      ...(size > 1
        ? [
            `Each column is ${size} in a row: the mean of their lines, the share of each decision, and the median of their durations, with the shortest and the longest.`,
          ]
        : []),
    ].join(' '),
  };
}

/** What the signs of the picture mean, for those that occur. */
function legend(entries: readonly HistoryEntry[], columns: readonly Column[]): Html {
  const single = columns.every((of) => of.length === 1);
  const swatch = (inner: Html): Html =>
    html`<svg class="swatch" width="14" height="14" aria-hidden="true">${inner}</svg>`;
  const square = (kind: string): Html =>
    swatch(html`<rect class="${kind}" x=".5" y=".5" width="13" height="13"/>`);
  const own = {
    rulings: rulings.filter((ruling) => entries.some(({ decision }) => decision === ruling)),
    verdicts: order.filter((verdict) => entries.some(({ counts }) => counts[verdict] > 0)),
  };
  return html`<ul class="legend">${own.rulings.map(
    (ruling) =>
      html`<li>${single ? swatch(html`<use href="#mark-${decisions[ruling].kind}" x="7" y="7"/>`) : square(`share ${decisions[ruling].kind}`)} ${both(decisions[ruling])}</li>`,
  )}</ul>
<ul class="legend">${own.verdicts.map((verdict) => html`<li>${square(classOf(verdict))} ${both(verdicts[verdict])}</li>`)}${
    single &&
    entries.some(({ complete }) => !complete) &&
    html`<li>${swatch(html`<circle class="dot cut" cx="7" cy="7" r="3"/>`)} ${both({ es: 'No llegó a su fin', en: 'Did not come to its end' })}</li>`
  }</ul>`;
}
