import { itemById, isItemId, type Bilingual } from '../../../checklist/index.ts';
import { html, type Html } from '../../../fixtures/html.ts';
import type { Changes } from '../changes.ts';
import type { HistoryEntry } from '../history.ts';
import { inSeconds, momentOf } from '../times.ts';
import { historyPicture } from './history-picture.ts';
import { both, decisions, titleOf } from './words.ts';

const shownEntries = 30;
const shownLines = 6;
const shownChecks = 8;

/**
 * What is different from the last sign-off, and the last thirty as a picture.
 *
 * @param entries all sign-offs of the target, oldest first; the last is the one that the page is of
 * @param changes the difference; undefined when there is nothing to compare with
 */
export function historySection(
  entries: readonly HistoryEntry[],
  changes: Changes | undefined,
): Html {
  return html`<section class="history"><h2>${both({ es: 'Desde la última vez', en: 'Since the last time' })}</h2>
${changes === undefined ? nothingBefore(entries) : difference(changes)}
${entries.length > 1 && historyPicture(entries.slice(-shownEntries))}</section>`;
}

function nothingBefore(entries: readonly HistoryEntry[]): Html {
  return html`<p>${both(
    entries.length > 1
      ? {
          es: 'Ninguna aceptación anterior de esta instalación llegó a su fin: no hay con qué comparar.',
          en: 'No earlier sign-off of this target came to its end: there is nothing to compare with.',
        }
      : {
          es: 'Es la primera aceptación de esta instalación: la próxima se comparará con ella.',
          en: 'This is the first sign-off of this target: the next one is compared with it.',
        },
  )}</p>`;
}

/** The groups of lines, what weighs most first. */
const groups: readonly (readonly [
  keyof Pick<Changes, 'broken' | 'stillFailing' | 'unseen' | 'lost' | 'accepted' | 'fixed'>,
  Bilingual,
])[] = [
  [
    'broken',
    { es: 'Fallan o no concluyen, y antes no', en: 'Fail or are inconclusive, and did not' },
  ],
  ['stillFailing', { es: 'Siguen sin pasar', en: 'Still do not pass' }],
  [
    'unseen',
    {
      es: 'No pasaban y esta vez no se revisaron: nadie sabe si quedaron corregidas',
      en: 'Did not pass and are not run this time: nobody knows whether they are mended',
    },
  ],
  [
    'lost',
    {
      es: 'Pasaban, o alguien respondía por ellas, y esta vez no se revisaron',
      en: 'Passed, or somebody stood for them, and are not run this time',
    },
  ],
  [
    'accepted',
    {
      es: 'No pasaban; ahora alguien responde por ellas',
      en: 'Did not pass; somebody stands for them now',
    },
  ],
  ['fixed', { es: 'Corregidas', en: 'Fixed' }],
];

function difference(changes: Changes): Html {
  const { since, slower, facts } = changes;
  const told = groups.filter(([group]) => changes[group].length > 0);
  const same = told.length === 0 && slower.length === 0 && facts.length === 0;
  return html`<p>${both({ es: 'Comparada con la aceptación del', en: 'Compared with the sign-off of' })} <time datetime="${since.startedAt}">${momentOf(since.startedAt)}</time> (${since.run}): <strong>${both(decisions[since.decision])}</strong>.${same && html` ${both({ es: 'Nada cambió.', en: 'Nothing changed.' })}`}</p>
${told.map(([group, title]) => lineGroup(group, title, changes[group]))}
${slower.length > 0 && slowerGroup(slower)}
${facts.length > 0 && factsGroup(facts)}`;
}

function lineGroup(group: string, title: Bilingual, ids: readonly string[]): Html {
  const [first, rest] = [ids.slice(0, shownLines), ids.slice(shownLines)];
  return html`<div class="group ${group}"><h3>${both(title)} <span class="numbers">${ids.length}</span></h3>
<ul>${first.map((id) => html`<li><a href="#${id}"><strong>${id}</strong> ${isItemId(id) && both(itemById(id).line)}</a></li>`)}${rest.length > 0 && html`<li>${rest.map((id) => html`<a href="#${id}"><strong>${id}</strong></a> `)}</li>`}</ul></div>`;
}

function slowerGroup(slower: Changes['slower']): Html {
  const more = slower.length - shownChecks;
  return html`<div class="group slower"><h3>${both({ es: 'Pruebas más lentas que de costumbre', en: 'Checks slower than usual' })} <span class="numbers">${slower.length}</span></h3>
<ul>${slower
    .slice(0, shownChecks)
    .map(
      ({ check, usualMs, nowMs }) =>
        html`<li>${titleOf(check)} <span class="numbers">${inSeconds(usualMs)} → <strong>${inSeconds(nowMs)}</strong> (×${(nowMs / usualMs).toFixed(1)})</span></li>`,
    )}${
    more > 0 &&
    html`<li>${both({
      es: `Y otras ${more}. Cuando son tantas a la vez, suele ser la máquina y no la versión.`,
      en: `And ${more} more. When so many are slower at once, it is usually the machine rather than the release.`,
    })}</li>`
  }</ul></div>`;
}

function factsGroup(facts: Changes['facts']): Html {
  return html`<div class="group facts"><h3>${both({ es: 'Lo que la instalación muestra de sí cambió', en: 'What the target shows of itself changed' })} <span class="numbers">${facts.length}</span></h3>
<dl>${facts.map(
    ({ what, before, now }) =>
      html`<dt>${both(factOf(what))}</dt><dd>${before === undefined ? both({ es: 'no estaba', en: 'was not there' }) : html`<code>${shown(what, before)}</code>`} → ${now === undefined ? both({ es: 'ya no está', en: 'is gone' }) : html`<code>${shown(what, now)}</code>`}</dd>`,
  )}</dl></div>`;
}

/** A fact as people read it; the data beside the page has it whole. */
function shown(what: string, value: string): string {
  if (what === 'certificate fingerprint') return `${value.slice(0, 16)}…`;
  return what === 'certificate validTo' ? momentOf(value) : value;
}

function factOf(what: string): Bilingual {
  const known: Readonly<Record<string, Bilingual>> = {
    'certificate fingerprint': {
      es: 'Huella del certificado',
      en: 'Fingerprint of the certificate',
    },
    'certificate issuer': { es: 'Quién firmó el certificado', en: 'Issuer of the certificate' },
    'certificate validTo': { es: 'Hasta cuándo vale el certificado', en: 'End of the certificate' },
    addresses: { es: 'Direcciones en DNS', en: 'Addresses in DNS' },
  };
  const name = what.replace(/^header /, '');
  return known[what] ?? { es: `Encabezado ${name}`, en: `Header ${name}` };
}
