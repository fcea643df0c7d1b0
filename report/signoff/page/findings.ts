import { html, raw, type Html } from '../../../fixtures/html.ts';
import { isOpen } from '../settle.ts';
import type { Signoff, SignoffCheck, SignoffLine } from '../signoff.ts';
import { glimpseOf, mostUrgent, problemsOf } from '../urgent.ts';
import { both, pill, severities, signOf, titleOf } from './words.ts';

/** Pictures of the evidence by their path in the run, as addresses that a page can show. */
export type Pictures = ReadonlyMap<string, string>;

/** Findings that a print shows in full; nobody reads a hundred pages of paper. */
export const mostPrinted = 12;

/** A check that did not pass though it ran, and the lines that it decides. */
export interface Finding {
  readonly check: SignoffCheck;
  readonly lines: readonly SignoffLine[];
  /** Where the page speaks of it. */
  readonly anchor: string;
}

/** What was found, that which weighs most first. */
export function findingsOf({ checks, lines }: Pick<Signoff, 'checks' | 'lines'>): Finding[] {
  const classes = Object.keys(severities);
  const weight = ({ check, lines: own }: Omit<Finding, 'anchor'>): number =>
    (check.status === 'inconclusive' ? 10 : 0) +
    Math.min(...own.map(({ severity }) => classes.indexOf(severity)), classes.length);
  return checks
    .filter(({ status }) => ['failed', 'timedOut', 'inconclusive'].includes(status))
    .map((check) => ({
      check,
      lines: lines.filter(({ checks: names }) => names.includes(check.check)),
    }))
    .sort((a, b) => weight(a) - weight(b))
    .map((finding, index) => ({ ...finding, anchor: `finding-${index + 1}` }));
}

/** What a check saw in one line. */
function glimpse(check: SignoffCheck): Html {
  const { expected, seen } = glimpseOf(check) ?? {};
  if (seen === undefined) return html``;
  return expected === undefined
    ? html`<code>${seen}</code>`
    : html`${both({ es: 'se esperaba', en: 'expected' })} <code>${expected}</code>, ${both({ es: 'se vio', en: 'seen' })} <code>${seen}</code>`;
}

/** Everything that was found, once each, with its evidence. */
export function findingsSection(findings: readonly Finding[], pictures: Pictures): Html {
  if (findings.length === 0) return html``;
  return html`<section class="findings"><h2>${both({ es: `Hallazgos (${findings.length})`, en: `Findings (${findings.length})` })}</h2>
${findings.length > mostPrinted && html`<p class="in-print">${both({ es: `Aquí se imprimen completos los ${mostPrinted} de mayor peso; todos están en index.html.`, en: `Printed in full here are the ${mostPrinted} that weigh most; all are in index.html.` })}</p>`}
${findings.map((finding) => detail(finding, pictures))}</section>`;
}

function detail({ check, lines, anchor }: Finding, pictures: Pictures): Html {
  const { message, reason, replay, evidence, where } = check;
  const shots = evidence.flatMap(({ kind, path }) => {
    const picture = kind === 'screenshot' ? pictures.get(path) : undefined;
    return picture === undefined ? [] : [picture];
  });
  const files = evidence.filter(({ kind }) => kind !== 'screenshot');
  return html`<details id="${anchor}" class="finding">
<summary><span class="sign ${check.status}" aria-hidden="true">${signOf(check)}</span> <span class="title">${titleOf(check.check)}</span> <span class="id">${lines.map(({ id }) => id).join(', ')}</span></summary>
${message !== undefined && html`<p class="seen">${glimpse(check)}</p>`}
${reason !== undefined && html`<p class="seen">${reason}</p>`}
<dl>
<dt>${both({ es: 'Cómo se corrige', en: 'How to fix it' })}</dt><dd>${remediesOf(lines).map(remedyText)}</dd>
<dt>${both({ es: 'Líneas del documento', en: 'Lines of the document' })}</dt><dd>${lines.map((line) => html`<a href="#${line.id}"><strong>${line.id}</strong> ${both(line.line)}</a> ${pill(line)}<br>`)}</dd>
${message !== undefined && html`<dt>${both({ es: 'Lo que se vio', en: 'What was seen' })}</dt><dd><pre>${message}</pre></dd>`}
${shots.length > 0 && html`<dt>${both({ es: 'La pantalla', en: 'The screen' })}</dt><dd>${shots.map((shot) => html`<img src="${raw(shot)}" alt="${titleOf(check.check)}">`)}</dd>`}
${replay !== undefined && html`<dt>${both({ es: 'Para repetirlo', en: 'To replay it' })}</dt><dd><pre>${replay}</pre></dd>`}
${files.length > 0 && html`<dt class="on-screen">${both({ es: 'Evidencia', en: 'Evidence' })}</dt><dd class="on-screen">${files.map(({ kind, name, path }) => evidenceLink(kind, name, path))}</dd>`}
<dt>${both({ es: 'Dónde está la prueba', en: 'Where the check is' })}</dt><dd><code>${where}</code></dd>
</dl>
</details>`;
}

/** What mends a finding, each remedy once though several of its lines share it. */
function remediesOf(lines: readonly SignoffLine[]): RemedyOfLine[] {
  const all = lines.flatMap(({ remedies }) => remedies ?? []);
  return [...new Map(all.map((remedy) => [remedy.en, remedy])).values()];
}

type RemedyOfLine = NonNullable<SignoffLine['remedies']>[number];

const remedyText = (remedy: RemedyOfLine): Html => {
  const names = [...(remedy.settings ?? []), ...(remedy.django ?? [])];
  return html`<p>${both(remedy)}${names.map((name) => html` <code>${name}</code>`)}</p>`;
};

// The folder of the sign-off lies in the folder of its run.
function evidenceLink(kind: string, name: string, path: string): Html {
  const link = html`<a href="../${path}">${name}</a>`;
  return kind === 'trace'
    ? html`${link} <code>npx playwright show-trace ${path}</code> `
    : html`${link} `;
}

/** What a newcomer has to see first: the failures that weigh most. */
export function urgentSection(signoff: Signoff, findings: readonly Finding[]): Html {
  const { lines } = signoff;
  const problems = problemsOf(signoff);
  if (problems.length === 0) {
    const open = lines.filter((line) => isOpen(line) && line.severity !== 'optional').length;
    return html`<section><h2>${both({ es: 'Nada falla', en: 'Nothing fails' })}</h2>
<p>${open === 0 ? both({ es: 'Tampoco falta nada crítico ni importante por revisar.', en: 'Nothing critical or important is left to look at either.' }) : both({ es: `Líneas críticas o importantes sin revisar o sin concluir: ${open}.`, en: `Critical or important lines not run or inconclusive: ${open}.` })}</p></section>`;
  }
  const shown = problems.slice(0, mostUrgent);
  const more = problems.length - shown.length;
  return html`<section class="urgent"><h2>${both({ es: 'Lo más urgente', en: 'Most urgent' })}</h2>
<ol>${shown.map(({ line, check }) => {
    const anchor = findings.find((one) => one.check === check)?.anchor ?? line.id;
    return html`<li><a href="#${anchor}"><strong>${line.id}</strong> ${both(line.line)}</a> ${pill(line)}<p class="seen">${titleOf(check.check)}${check.message !== undefined && html`: ${glimpse(check)}`}</p></li>`;
  })}</ol>
${more > 0 && html`<p>${both({ es: `Otros problemas, abajo: ${more}.`, en: `Other problems, below: ${more}.` })}</p>`}</section>`;
}
