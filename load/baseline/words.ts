import type { Bilingual } from '../../checklist/index.ts';
import type { Judgement, PageJudgement } from './judgement.ts';

/** A duration of a page, such as `23.4 ms`. */
export const ms = (value: number): string => `${value.toFixed(value < 100 ? 1 : 0)} ms`;

/** A share, such as `4.2 %`. */
export const share = (value: number): string => `${(value * 100).toFixed(1)} %`;

/** A share as a difference, such as `+4.2 %`. */
export const percent = (value: number): string => `${value > 0 ? '+' : ''}${share(value)}`;

const spanish: Readonly<Record<string, string>> = {
  dashboard: 'tablero',
  'list of contracts': 'listado de contratos',
  contract: 'contrato',
  estimate: 'estimación',
  'printed estimate': 'estimación impresa',
  search: 'búsqueda',
};

/** How a page of the office is called. */
export const nameOf = (page: string): Bilingual => ({ es: spanish[page] ?? page, en: page });

/** How each verdict on a page is called, and its sign. */
export const pageVerdicts: Readonly<
  Record<PageJudgement['verdict'], Bilingual & { readonly sign: string }>
> = {
  slower: { es: 'más lenta', en: 'slower', sign: '✗' },
  faster: { es: 'más rápida', en: 'faster', sign: '✓' },
  'as fast': { es: 'igual de rápida', en: 'as fast', sign: '✓' },
  undecided: { es: 'no se sabe', en: 'undecided', sign: '?' },
};

/** How each verdict of a comparison is called. */
export const verdictWords: Readonly<Record<Judgement['verdict'], Bilingual>> = {
  slower: { es: 'MÁS LENTA', en: 'SLOWER' },
  'wrong answers': { es: 'RESPONDE MAL', en: 'WRONG ANSWERS' },
  'as fast': { es: 'IGUAL DE RÁPIDA', en: 'AS FAST' },
  inconclusive: { es: 'NO CONCLUYENTE', en: 'INCONCLUSIVE' },
};

/** What is said of a page, in one sentence. */
export function saidOf(one: PageJudgement): Bilingual {
  const { verdict, ms: now, usualMs, shift, p, least, noise } = one;
  const name = nameOf(one.page);
  const figures = `${ms(usualMs)} → ${ms(now)}, ${percent(shift.estimate)}`;
  const between = [percent(shift.low), percent(shift.high)] as const;
  const rule = `p ${p.toPrecision(2)}`;
  return {
    es: `${name.es}, ${pageVerdicts[verdict].es}: ${figures} (de ${between.join(' a ')}; ${rule}, ruido ${share(noise)}, cuenta desde ${share(least)})`,
    en: `${name.en}, ${pageVerdicts[verdict].en}: ${figures} (${between.join(' to ')}; ${rule}, noise ${share(noise)}, counts from ${share(least)} on)`,
  };
}

/** What a comparison found, in sentences: those for which it fails, and those that leave it open. */
export function findingsOf({ pages, wrong, missing }: Judgement): {
  readonly failing: readonly Bilingual[];
  readonly open: readonly Bilingual[];
} {
  const of = (verdict: PageJudgement['verdict']): Bilingual[] =>
    pages.filter((page) => page.verdict === verdict).map(saidOf);
  return {
    failing: [...of('slower'), ...wrong],
    open: [...(missing === undefined ? [] : [missing]), ...of('undecided')],
  };
}
