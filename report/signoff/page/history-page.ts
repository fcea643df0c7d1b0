import { html, type Html } from '../../../fixtures/html.ts';
import type { History, HistoryEntry } from '../history.ts';
import { worstFirst } from '../settle.ts';
import { momentOf } from '../times.ts';
import { historyPicture } from './history-picture.ts';
import { pageOf } from './shell.ts';
import { both, decisions, verdicts } from './words.ts';

/**
 * All sign-offs of a target as one page without anything outside of it, beside links to those whose
 * folder is still there.
 *
 * @param key name of the target's history
 * @param isThere tells whether the sign-off of a run can still be read
 */
export function historyPage(
  key: string,
  { entries, unread }: History,
  isThere: (run: string) => boolean,
): string {
  const last = entries.at(-1);
  return pageOf({
    title: key,
    kind: last === undefined ? 'no-go' : decisions[last.decision].kind,
    subject: { es: 'Aceptación de Construbot', en: 'Acceptance of Construbot' },
    heading: { es: 'Historia', en: 'History' },
    head: html`<p>${placeOf(key)}</p>
${last !== undefined && html`<p>${both({ es: 'La última vez', en: 'The last time' })}, ${momentOf(last.startedAt)}: <strong>${both(decisions[last.decision])}</strong></p>`}`,
    main: html`${
      unread > 0 &&
      html`<p class="warning">${both({
        es: `No se pudieron leer ${unread} renglones del archivo, por estar rotos o ser de una versión más nueva. Ahí siguen, pero aquí faltan.`,
        en: `${unread} lines of the file could not be read: torn, or of a newer version. They are kept, and missing here.`,
      })}</p>`
    }
<section class="history">${historyPicture(entries)}</section>
${table(entries, isThere)}`,
    footer: `results/history/${key}.jsonl`,
  });
}

const placeOf = (key: string): Html =>
  key === 'stand-in'
    ? both({ es: 'Simulador incluido', en: 'Embedded stand-in' })
    : html`${key.replace(/_(\d+)$/, ':$1')}`;

function table(entries: readonly HistoryEntry[], isThere: (run: string) => boolean): Html {
  return html`<section class="past"><h2>${both({ es: `Todas (${entries.length})`, en: `All (${entries.length})` })}</h2>
<table><thead><tr><th scope="col">${both({ es: 'Cuándo (UTC)', en: 'When (UTC)' })}</th><th scope="col">${both({ es: 'Decisión', en: 'Decision' })}</th>${worstFirst.map((verdict) => html`<th scope="col" class="n"><span class="sign" aria-hidden="true">${verdicts[verdict].sign}</span> <span class="word">${both(verdicts[verdict])}</span></th>`)}<th scope="col" class="n">${both({ es: 'Duró (min)', en: 'Took (min)' })}</th><th scope="col" class="suite">${both({ es: 'Suite', en: 'Suite' })}</th></tr></thead>
<tbody>
${entries.toReversed().map((entry) => row(entry, isThere(entry.run)))}</tbody></table></section>`;
}

function row(entry: HistoryEntry, isThere: boolean): Html {
  const { run, suite, decision, counts, durationMs, complete } = entry;
  const { kind } = decisions[decision];
  const [day = '', time = ''] = momentOf(entry.startedAt).split(' ');
  const moment = html`${day} <span class="time">${time}</span>`;
  return html`<tr><th scope="row">${isThere ? html`<a href="../runs/${encodeURIComponent(run)}/signoff/index.html">${moment}</a>` : moment} <span class="id">${run}</span></th><td class="${kind}">${both(decisions[decision])}</td>${worstFirst.map((verdict) => html`<td class="n${counts[verdict] === 0 && ' zero'}">${counts[verdict]}</td>`)}<td class="n">${inMinutes(durationMs)}${!complete && html` <span class="cut">${both({ es: 'cortada', en: 'cut short' })}</span>`}</td><td class="suite">${suite.replace(/^\S+ /, '')}</td></tr>
`;
}

function inMinutes(ms: number): string {
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
