import { sections, type Bilingual, type SectionId } from '../../../checklist/index.ts';
import { html, type Html } from '../../../fixtures/html.ts';
import { entryOf, type HistoryEntry } from '../history.ts';
import { isOpen, worstFirst } from '../settle.ts';
import { inMinutes, inSeconds, momentOf } from '../times.ts';
import type { Signoff, SignoffLine } from '../signoff.ts';
import {
  findingsOf,
  findingsSection,
  urgentSection,
  type Finding,
  type Pictures,
} from './findings.ts';
import { historySection } from './history.ts';
import { limitsSection } from './limits.ts';
import { pageOf } from './shell.ts';
import { badge, both, decisions, pill, signOf, titleOf, verdicts } from './words.ts';

/** What a page shows beside the sign-off itself. */
export interface PageParts {
  /** The screens that failed checks left, small enough to be part of the page. */
  readonly pictures?: Pictures;
  /** The earlier sign-offs of the same target, oldest first. */
  readonly history?: readonly HistoryEntry[];
}

/**
 * The sign-off as one page without anything outside of it: no script, no font, no image. The
 * language switch is a pair of radio buttons; printed, the page shows the chosen language.
 */
export function signoffPage(
  signoff: Signoff,
  { pictures = new Map(), history = [] }: PageParts = {},
): string {
  const { lines, decision } = signoff;
  const findings = findingsOf(signoff);
  return frame(
    signoff,
    decisions[decision],
    { es: 'Aceptación de Construbot', en: 'Acceptance of Construbot' },
    html`${urgentSection(signoff, findings)}
${criteria(signoff)}
${findingsSection(findings, pictures)}
${historySection([...history.filter(({ run }) => run !== signoff.run), entryOf(signoff)], signoff.changes)}
<h2>${both({ es: 'Cada línea del documento', en: 'Every line of the document' })}</h2>
${sectionsOf(lines, signoff, findings)}
${limitsSection(signoff)}
${approvers}`,
  );
}

const alive = { es: 'VIVA', en: 'ALIVE', kind: 'go' };
const failing = { es: 'FALLA', en: 'FAILING', kind: 'no-go' };
const unseen = { es: 'SIN REVISAR', en: 'NOT RUN', kind: 'conditions' };

/**
 * The short form of a smoke: whether the release is alive, what fails, and the lines that were
 * looked at. Nothing is decided or signed, as a smoke sees too little.
 *
 * @param pictures the screens that failed checks left
 */
export function smokePage(signoff: Signoff, pictures: Pictures = new Map()): string {
  const findings = findingsOf(signoff);
  const lines = signoff.lines.filter(({ checks }) => checks.length > 0);
  const failed = signoff.checks.some(({ status }) => status === 'failed' || status === 'timedOut');
  const seen =
    signoff.complete &&
    signoff.checks.some(({ status }) => status === 'passed') &&
    signoff.checks.every(({ status }) => status === 'passed' || status === 'skipped');
  return frame(
    { ...signoff, lines },
    failed ? failing : seen ? alive : unseen,
    { es: 'Construbot después del despliegue', en: 'Construbot after the deployment' },
    html`${failed && urgentSection(signoff, findings)}
${findingsSection(findings, pictures)}
<h2>${both({ es: 'Líneas que esta prueba toca', en: 'Lines that this smoke touches' })}</h2>
${sectionsOf(lines, signoff, findings)}`,
  );
}

/** What the pages of one run have in common. */
function frame(
  signoff: Signoff,
  said: Bilingual & { readonly kind: string },
  subject: Bilingual,
  body: Html,
): string {
  return pageOf({
    title: `${said.es} · ${signoff.run}`,
    kind: said.kind,
    subject,
    heading: said,
    head: html`<p>${where(signoff)}</p>
${bar(signoff.lines)}`,
    main: html`${signoff.complete ? '' : html`<p class="warning">${both({ es: 'La corrida no llegó a su fin: lo que falta quedó sin revisar.', en: 'The run did not come to its end: what is missing is not run.' })}</p>`}
${body}`,
    footer: `${signoff.suite} · ${signoff.run} · ${signoff.startedAt}`,
  });
}

const sectionsOf = (
  lines: readonly SignoffLine[],
  signoff: Signoff,
  findings: readonly Finding[],
): Html[] =>
  (Object.keys(sections) as SectionId[]).flatMap((id) => {
    const own = lines.filter((line) => line.section === id);
    return own.length === 0
      ? []
      : [
          html`<section><h3>${both(sections[id])}</h3>${own.map((line) => detail(line, signoff, findings))}</section>`,
        ];
  });

function where({ target, startedAt, durationMs }: Signoff): Html {
  const place =
    target === undefined
      ? both({ es: 'Simulador incluido', en: 'Embedded stand-in' })
      : html`<a href="${target}">${target}</a>`;
  return html`${place} · <time datetime="${startedAt}">${momentOf(startedAt)}</time> · ${inMinutes(durationMs)}`;
}

/** How many lines have each verdict, as a picture and in words. */
function bar(lines: readonly SignoffLine[]): Html {
  const counts = worstFirst
    .map((verdict) => ({ verdict, n: lines.filter((line) => line.verdict === verdict).length }))
    .filter(({ n }) => n > 0);
  return html`<div class="bar" aria-hidden="true">${counts.map(({ verdict, n }) => html`<span class="${verdict.replace(' ', '-')}" style="flex-grow:${n}"></span>`)}</div>
<ul class="counts">${counts.map(({ verdict, n }) => html`<li><strong>${n}</strong> ${both(verdicts[verdict])}</li>`)}</ul>`;
}

function criteria({ criteria: all }: Signoff): Html {
  return html`<section><h2>${both({ es: 'Condiciones de salida', en: 'Exit criteria' })}</h2>
<ul class="criteria">${all.map(
    ({ text, met, of, open }) =>
      html`<li class="${met ? 'met' : 'unmet'}"><span aria-hidden="true">${met ? '✓' : '✗'}</span> ${both(text)} <span class="numbers">${both(met ? { es: `cumplida (${of})`, en: `met (${of})` } : { es: `no cumplida: ${open} de ${of}`, en: `not met: ${open} of ${of}` })}</span></li>`,
  )}</ul></section>`;
}

function detail(line: SignoffLine, signoff: Signoff, findings: readonly Finding[]): Html {
  const { id, verdict, reason, checks: names, entry, expired } = line;
  const checks = signoff.checks.filter(({ check }) => names.includes(check));
  const why = isOpen(line) && verdict !== 'fail' ? reason : undefined;
  return html`<details id="${id}">
<summary>${badge(line)} <span class="id">${id}</span> <span class="line">${both(line.line)}</span> ${pill(line)}${why !== undefined && html`<span class="why">${why}</span>`}</summary>
<dl>
<dt>${both({ es: 'Lo prueba', en: 'What proves it' })}</dt><dd>${both(line.proof)}</dd>
${entry !== undefined && html`<dt>${expired ? both({ es: 'Vencida', en: 'Expired' }) : both(verdicts[verdict])}</dt><dd>${entry.why} — ${entry.who}${entry.second !== undefined && html`, ${entry.second}`}, ${entry.when} → ${entry.until}, <a href="${entry.link}">${entry.link}</a></dd>`}
</dl>
${
  checks.length > 0 &&
  html`<ul class="checks">${checks.map((check) => {
    const finding = findings.find((one) => one.check === check);
    const title = titleOf(check.check);
    return html`<li class="${check.status}"><span aria-hidden="true">${signOf(check)}</span> ${finding === undefined ? title : html`<a href="#${finding.anchor}">${title}</a>`} <span class="numbers">${inSeconds(check.durationMs)}</span>${check.reason !== undefined && html` <em>${check.reason}</em>`}</li>`;
  })}</ul>`
}
</details>`;
}

const approvers = html`<section class="approvers"><h2>${both({ es: 'Firmas', en: 'Signatures' })}</h2>
<table><thead><tr><th scope="col">${both({ es: 'Responde por', en: 'Stands for' })}</th><th scope="col">${both({ es: 'Nombre', en: 'Name' })}</th><th scope="col">${both({ es: 'Fecha', en: 'Date' })}</th><th scope="col">${both({ es: 'Firma', en: 'Signature' })}</th></tr></thead>
<tbody>${[
  { es: 'Calidad', en: 'Quality' },
  { es: 'Operación', en: 'Operations' },
  { es: 'Negocio', en: 'Business' },
].map(
  (role) => html`<tr><th scope="row">${both(role)}</th><td></td><td></td><td></td></tr>`,
)}</tbody></table></section>`;
