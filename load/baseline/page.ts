import { html, raw, type Html } from '../../fixtures/html.ts';
import { pageOf } from '../../report/signoff/page/shell.ts';
import { both } from '../../report/signoff/page/words.ts';
import { momentOf } from '../../report/signoff/times.ts';
import { Latencies } from '../latencies.ts';
import { mostAccepted } from './judge-runs.ts';
import { differences } from './key.ts';
import { rules, type Judgement, type PageJudgement } from './judgement.ts';
import { baselinePicture } from './picture.ts';
import type { Measured } from './runs.ts';
import { findingsOf, ms, nameOf, pageVerdicts, percent, share, verdictWords } from './words.ts';

const kinds: Readonly<Record<Judgement['verdict'], string>> = {
  slower: 'no-go',
  'wrong answers': 'no-go',
  'as fast': 'go',
  inconclusive: 'conditions',
};

/**
 * A comparison and the history behind it as one page without anything outside of it, in both
 * languages.
 *
 * @param all runs of the store
 * @param run that was compared
 */
export function baselinePage(
  all: readonly Measured[],
  run: Measured,
  judgement: Judgement,
): string {
  const { failing, open } = findingsOf(judgement);
  const { target, pages, plan, machine, suite, node } = run.key;
  return pageOf({
    title: run.run,
    kind: kinds[judgement.verdict],
    subject: { es: 'Velocidad de Construbot', en: 'Speed of Construbot' },
    heading: verdictWords[judgement.verdict],
    head: html`<p>${target}</p>
<p>${momentOf(run.at)} · ${run.run}</p>`,
    main: html`${failing.length + open.length > 0 && html`<section><h2>${both({ es: 'Por qué', en: 'Why' })}</h2><ul>${[...failing, ...open].map((text) => html`<li>${both(text)}</li>`)}</ul></section>`}
${judgement.pages.length > 0 && table(judgement.pages, run)}
<section>${raw(baselinePicture(all, run, judgement))}
<p class="seen">${both({
      es: 'Cada punto es la mediana de una corrida; lleno, si alguien la aceptó. La banda verde es lo que la página puede tardar antes de que se le llame más lenta.',
      en: 'Each dot is the median of a run; full where somebody has accepted it. The green band is how long the page may take before it is called slower.',
    })}</p></section>
${acceptances(all, run)}
<section><h2>${both({ es: 'Cómo se midió y cómo se juzga', en: 'How it was measured, how it is judged' })}</h2>
<dl><dt>${both({ es: 'Páginas', en: 'Pages' })}</dt><dd>${pages}</dd><dt>${both({ es: 'Plan', en: 'Plan' })}</dt><dd>${plan}</dd><dt>${both({ es: 'Máquina que mide', en: 'Machine that measures' })}</dt><dd>${machine} · Node ${node} · ${suite}</dd></dl>
<p>${both(method)}</p></section>`,
    footer: 'baselines.jsonl',
  });
}

const method = {
  es: `Más lenta: si el azar solo lo daría menos de ${share(rules.falseAlarms)} de las veces entre todas las páginas, y pasa de ${share(rules.leastEffect)}, del doble del ruido y del doble del retraso de la propia máquina. Igual de rápida: si con 95 % de confianza no es más lenta por ${share(rules.mustBeSeen)} o más. Entre ambas no se sabe.`,
  en: `Slower: where chance alone would bring it less than ${share(rules.falseAlarms)} of the times over all pages, and it is more than ${share(rules.leastEffect)}, than twice the noise, and than twice the lateness of the machine itself. As fast: where with 95 % confidence it is not slower by ${share(rules.mustBeSeen)} or more. In between it is undecided.`,
};

function table(pages: readonly PageJudgement[], run: Measured): Html {
  const head = [
    { es: 'Página', en: 'Page' },
    { es: 'Usual', en: 'Usual' },
    { es: 'Ahora', en: 'Now' },
    { es: 'p95 ahora', en: 'p95 now' },
    { es: 'Más lenta por', en: 'Slower by' },
    { es: 'Intervalo de 90 %', en: 'Interval of 90 %' },
    { es: 'Veredicto', en: 'Verdict' },
  ];
  return html`<section class="past speeds"><table><thead><tr>${head.map((text, nth) => html`<th scope="col"${nth > 0 && raw(' class="n"')}>${both(text)}</th>`)}</tr></thead><tbody>
${pages.map(
  ({ page, usualMs, ms: now, shift, verdict }) =>
    html`<tr><th scope="row">${both(nameOf(page))}</th><td class="n">${ms(usualMs)}</td><td class="n">${ms(now)}</td><td class="n">${ms(p95Of(run, page))}</td><td class="n">${percent(shift.estimate)}</td><td class="n">${percent(shift.low)} – ${percent(shift.high)}</td><td class="n ${rowKinds[verdict]}">${pageVerdicts[verdict].sign} ${both(pageVerdicts[verdict])}</td></tr>
`,
)}</tbody></table></section>`;
}

const rowKinds: Readonly<Record<PageJudgement['verdict'], string>> = {
  slower: 'no-go',
  faster: 'go',
  'as fast': 'go',
  undecided: 'conditions',
};

/** Of all answers of a run, its blocks' histograms merged; without interval, and not judged. */
function p95Of({ blocks }: Measured, page: string): number {
  const merged = new Latencies();
  for (const { pages } of blocks) {
    const { histogram } = pages[page] ?? {};
    if (histogram !== undefined) merged.addEncoded(histogram);
  }
  return merged.quantile(0.95);
}

function acceptances(all: readonly Measured[], run: Measured): Html {
  const accepted = all
    .filter(({ key }) => differences(key, run.key).length === 0)
    .flatMap(({ accepted: by }) => by ?? []);
  if (accepted.length === 0) return html``;
  return html`<section class="past speeds"><h2>${both({ es: 'Corridas aceptadas', en: 'Accepted runs' })}</h2><table><tbody>${accepted
    .slice(-mostAccepted)
    .toReversed()
    .map(
      ({ run, at, who, why, newLevel }) =>
        html`<tr><th scope="row">${momentOf(at)} <span class="id">${run}</span></th><td>${who}</td><td>${why}${newLevel && html` <span class="cut">${both({ es: 'nivel nuevo', en: 'new level' })}</span>`}</td></tr>
`,
    )}</tbody></table></section>`;
}
