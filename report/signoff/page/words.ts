import type { Bilingual } from '../../../checklist/index.ts';
import { html, type Html } from '../../../fixtures/html.ts';
import type { Signoff, SignoffCheck, SignoffLine } from '../signoff.ts';

/** The same text in both languages; the switch of the page shows one of them. */
export const both = ({ es, en }: Bilingual): Html =>
  html`<span lang="es">${es}</span><span lang="en">${en}</span>`;

/** How each verdict is called and marked. */
export const verdicts: Readonly<
  Record<SignoffLine['verdict'], Bilingual & { readonly sign: string }>
> = {
  pass: { es: 'Pasa', en: 'Pass', sign: '✓' },
  fail: { es: 'Falla', en: 'Fail', sign: '✗' },
  inconclusive: { es: 'No concluyente', en: 'Inconclusive', sign: '?' },
  'not run': { es: 'Sin revisar', en: 'Not run', sign: '–' },
  waived: { es: 'Exceptuada', en: 'Waived', sign: '!' },
  attested: { es: 'Atestiguada', en: 'Attested', sign: '✎' },
};

/** How each class of the document is called, the gravest first. */
export const severities: Readonly<Record<SignoffLine['severity'], Bilingual>> = {
  critical: { es: 'crítica', en: 'critical' },
  important: { es: 'importante', en: 'important' },
  optional: { es: 'opcional', en: 'optional' },
};

/** How each decision is called, and the colour of the page's head. */
export const decisions: Readonly<
  Record<Signoff['decision'], Bilingual & { readonly kind: string }>
> = {
  GO: { es: 'SALE', en: 'GO', kind: 'go' },
  'GO with conditions': {
    es: 'SALE CON CONDICIONES',
    en: 'GO WITH CONDITIONS',
    kind: 'conditions',
  },
  'NO-GO': { es: 'NO SALE', en: 'NO-GO', kind: 'no-go' },
};

/** The sign before a check. */
export const signOf = ({ status }: Pick<SignoffCheck, 'status'>): string =>
  ({ passed: '✓', failed: '✗', timedOut: '✗', inconclusive: '?', skipped: '–', interrupted: '–' })[
    status
  ];

/** The verdict of a line in colour and words. */
export const badge = ({ verdict }: Pick<SignoffLine, 'verdict'>): Html =>
  html`<span class="badge ${verdict.replace(' ', '-')}"><span aria-hidden="true">${verdicts[verdict].sign}</span> ${both(verdicts[verdict])}</span>`;

/** The class of a line. */
export const pill = ({ severity }: Pick<SignoffLine, 'severity'>): Html =>
  html`<span class="severity ${severity}">${both(severities[severity])}</span>`;

/** The title of a check without the browser project and the file it stands in. */
export const titleOf = (check: string): string => check.split(' › ').slice(2).join(' › ') || check;
