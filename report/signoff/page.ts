import { sections, type Bilingual, type SectionId } from '../../checklist/index.ts';
import { html, raw, type Html } from '../../fixtures/html.ts';
import { isOpen } from './settle.ts';
import type { Signoff, SignoffLine } from './signoff.ts';
import { style } from './style.ts';

/** The same text in both languages; the switch of the page shows one of them. */
const both = ({ es, en }: Bilingual): Html =>
  html`<span lang="es">${es}</span><span lang="en">${en}</span>`;

const verdicts: Readonly<Record<SignoffLine['verdict'], Bilingual & { readonly sign: string }>> = {
  pass: { es: 'Pasa', en: 'Pass', sign: '✓' },
  fail: { es: 'Falla', en: 'Fail', sign: '✗' },
  inconclusive: { es: 'No concluyente', en: 'Inconclusive', sign: '?' },
  'not run': { es: 'Sin revisar', en: 'Not run', sign: '–' },
  waived: { es: 'Exceptuada', en: 'Waived', sign: '!' },
  attested: { es: 'Atestiguada', en: 'Attested', sign: '✎' },
};

const severities: Readonly<Record<SignoffLine['severity'], Bilingual>> = {
  critical: { es: 'crítica', en: 'critical' },
  important: { es: 'importante', en: 'important' },
  optional: { es: 'opcional', en: 'optional' },
};

const decisions: Readonly<Record<Signoff['decision'], Bilingual & { readonly kind: string }>> = {
  GO: { es: 'SALE', en: 'GO', kind: 'go' },
  'GO with conditions': {
    es: 'SALE CON CONDICIONES',
    en: 'GO WITH CONDITIONS',
    kind: 'conditions',
  },
  'NO-GO': { es: 'NO SALE', en: 'NO-GO', kind: 'no-go' },
};

const rank = ({ verdict, severity }: SignoffLine): number =>
  (verdict === 'fail' ? 0 : 10) + Object.keys(severities).indexOf(severity);

const badge = ({ verdict }: SignoffLine): Html =>
  html`<span class="badge ${verdict.replace(' ', '-')}"><span aria-hidden="true">${verdicts[verdict].sign}</span> ${both(verdicts[verdict])}</span>`;

/** What a check saw in one line: expected and received where the message has both, else its first. */
const glimpse = (message: string): Html => {
  const valueOf = (name: string): string | undefined =>
    new RegExp(`^\\s*${name}[^:\n]*:\\s*(\\S.*)$`, 'm').exec(message)?.[1];
  const [expected, received] = [valueOf('Expected'), valueOf('Received')];
  return expected === undefined || received === undefined
    ? html`<code>${short(message.split('\n').find((line) => line.trim() !== '') ?? '')}</code>`
    : html`${both({ es: 'se esperaba', en: 'expected' })} <code>${short(expected)}</code>, ${both({ es: 'se vio', en: 'seen' })} <code>${short(received)}</code>`;
};

const short = (text: string): string => (text.length > 160 ? `${text.slice(0, 159)}…` : text);

/** The title of a check without the browser project and the file it stands in. */
const titleOf = (check: string): string => check.split(' › ').slice(2).join(' › ') || check;

/**
 * The sign-off as one page without anything outside of it: no script, no font, no image. The
 * language switch is a pair of radio buttons; printed, the page shows the chosen language.
 */
export function signoffPage(signoff: Signoff): string {
  const { lines, decision } = signoff;
  const said = decisions[decision];
  const { text } = html`<!DOCTYPE html>
<html lang="es">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Construbot · ${said.es} · ${signoff.run}</title>
<style>${raw(style)}</style>
</head>
<body>
<header class="${said.kind}">
<fieldset class="languages"><legend>Idioma · Language</legend><input type="radio" name="language" id="es" checked><label for="es" lang="es">Español</label> <input type="radio" name="language" id="en"><label for="en" lang="en">English</label></fieldset>
<p class="subject">${both({ es: 'Aceptación de Construbot', en: 'Acceptance of Construbot' })}</p>
<h1>${both(said)}</h1>
<p>${where(signoff)}</p>
${bar(lines)}
</header>
<main>
${signoff.complete ? '' : html`<p class="warning">${both({ es: 'La corrida no llegó a su fin: lo que falta quedó sin revisar.', en: 'The run did not come to its end: what is missing is not run.' })}</p>`}
${urgent(lines)}
${criteria(signoff)}
<h2>${both({ es: 'Cada línea del documento', en: 'Every line of the document' })}</h2>
${(Object.keys(sections) as SectionId[]).map((id) => section(id, lines))}
${approvers}
</main>
<footer><p>${signoff.suite} · ${signoff.run} · ${signoff.startedAt}</p></footer>
</body>
</html>
`;
  return text;
}

function where({ target, startedAt, durationMs }: Signoff): Html {
  const minutes = Math.floor(durationMs / 60_000);
  const seconds = Math.round((durationMs % 60_000) / 1000);
  const place =
    target === undefined
      ? both({ es: 'Simulador incluido', en: 'Embedded stand-in' })
      : html`<a href="${target}">${target}</a>`;
  return html`${place} · <time datetime="${startedAt}">${startedAt.slice(0, 16).replace('T', ' ')} UTC</time> · ${minutes} min ${seconds} s`;
}

const order = ['fail', 'inconclusive', 'not run', 'waived', 'attested', 'pass'] as const;

/** How many lines have each verdict, as a picture and in words. */
function bar(lines: readonly SignoffLine[]): Html {
  const counts = order
    .map((verdict) => ({ verdict, n: lines.filter((line) => line.verdict === verdict).length }))
    .filter(({ n }) => n > 0);
  return html`<div class="bar" aria-hidden="true">${counts.map(({ verdict, n }) => html`<span class="${verdict.replace(' ', '-')}" style="flex-grow:${n}"></span>`)}</div>
<ul class="counts">${counts.map(({ verdict, n }) => html`<li><strong>${n}</strong> ${both(verdicts[verdict])}</li>`)}</ul>`;
}

/** What a newcomer has to see first: the failures that weigh most. */
function urgent(lines: readonly SignoffLine[]): Html {
  const failures = lines
    .filter(({ verdict }) => verdict === 'fail')
    .sort((a, b) => rank(a) - rank(b));
  if (failures.length === 0) {
    const open = lines.filter((line) => isOpen(line) && line.severity !== 'optional').length;
    return html`<section><h2>${both({ es: 'Nada falla', en: 'Nothing fails' })}</h2>
<p>${open === 0 ? both({ es: 'Tampoco falta nada crítico ni importante por revisar.', en: 'Nothing critical or important is left to look at either.' }) : both({ es: `Quedan ${open} líneas críticas o importantes sin revisar.`, en: `${open} critical or important lines are not run yet.` })}</p></section>`;
  }
  const shown = failures.slice(0, 3);
  const more = failures.length - shown.length;
  return html`<section class="urgent"><h2>${both({ es: 'Lo más urgente', en: 'Most urgent' })}</h2>
<ol>${shown.map((line) => html`<li><a href="#${line.id}"><strong>${line.id}</strong> ${both(line.line)}</a> <span class="severity">${both(severities[line.severity])}</span>${saw(line)}</li>`)}</ol>
${more > 0 && html`<p>${both({ es: `Otras que fallan, abajo: ${more}.`, en: `Others that fail, below: ${more}.` })}</p>`}</section>`;
}

function saw({ checks }: SignoffLine): Html {
  const failed = checks.find(({ message }) => message !== undefined);
  return html`${failed?.message !== undefined && html`<p class="seen">${titleOf(failed.check)}: ${glimpse(failed.message)}</p>`}`;
}

function criteria({ criteria: all }: Signoff): Html {
  return html`<section><h2>${both({ es: 'Condiciones de salida', en: 'Exit criteria' })}</h2>
<ul class="criteria">${all.map(
    ({ text, met, of, open }) =>
      html`<li class="${met ? 'met' : 'unmet'}"><span aria-hidden="true">${met ? '✓' : '✗'}</span> ${both(text)} <span class="numbers">${both(met ? { es: `cumplida (${of})`, en: `met (${of})` } : { es: `no cumplida: ${open} de ${of}`, en: `not met: ${open} of ${of}` })}</span></li>`,
  )}</ul></section>`;
}

function section(id: SectionId, lines: readonly SignoffLine[]): Html {
  const own = lines.filter((line) => line.section === id);
  return html`<section><h3>${both(sections[id])}</h3>${own.map(detail)}</section>`;
}

function detail(line: SignoffLine): Html {
  const { id, verdict, severity, reason, checks, entry, expired } = line;
  return html`<details id="${id}"${raw(verdict === 'fail' ? ' open' : '')}>
<summary>${badge(line)} <span class="id">${id}</span> <span class="line">${both(line.line)}</span> <span class="severity">${both(severities[severity])}</span></summary>
<dl>
<dt>${both({ es: 'Lo prueba', en: 'What proves it' })}</dt><dd>${both(line.proof)}</dd>
${reason !== undefined && checks.length === 0 && html`<dt>${both({ es: 'Por qué', en: 'Why' })}</dt><dd>${reason}</dd>`}
${entry !== undefined && html`<dt>${expired ? both({ es: 'Vencido', en: 'Expired' }) : both(verdicts[verdict])}</dt><dd>${entry.why} — ${entry.who}${entry.second !== undefined && html`, ${entry.second}`}, ${entry.when} → ${entry.until}, <a href="${entry.link}">${entry.link}</a></dd>`}
</dl>
${
  checks.length > 0 &&
  html`<ul class="checks">${checks.map(
    (one) =>
      html`<li class="${one.status}"><span aria-hidden="true">${one.status === 'passed' ? '✓' : one.status === 'skipped' || one.status === 'interrupted' ? '–' : '✗'}</span> ${titleOf(one.check)} <span class="numbers">${(one.durationMs / 1000).toFixed(1)} s</span>${one.reason !== undefined && html` <em>${one.reason}</em>`}${one.message !== undefined && html`<pre>${one.message}</pre>`}</li>`,
  )}</ul>`
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
