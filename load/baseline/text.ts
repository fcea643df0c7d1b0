import { median } from '../../report/signoff/median.ts';
import type { Judgement } from './judgement.ts';
import { mediansOf, pagesOf, type Measured } from './runs.ts';
import { findingsOf, ms, pageVerdicts, percent, verdictWords } from './words.ts';

/** A comparison for a terminal: a row for each page, then what fails or is open. */
export function judgementText(run: Measured, judgement: Judgement): string {
  const { pages, verdict } = judgement;
  const { failing, open } = findingsOf(judgement);
  const names = Math.max(...pages.map(({ page }) => page.length), 0);
  const rows = pages.map((one) =>
    [
      pageVerdicts[one.verdict].sign,
      one.page.padEnd(names),
      ms(one.usualMs).padStart(9),
      '→',
      ms(one.ms).padStart(9),
      percent(one.shift.estimate).padStart(9),
      `(${percent(one.shift.low)} to ${percent(one.shift.high)})`,
      pageVerdicts[one.verdict].en,
    ].join(' '),
  );
  return [
    ...rows,
    ...[...failing, ...open].map(({ en }) => `  ${en}`),
    `Run ${run.run} of ${run.key.target}: ${verdictWords[verdict].en}`,
  ].join('\n');
}

/** All runs of a store for a terminal, the newest last. */
export function listText(runs: readonly Measured[]): string {
  if (runs.length === 0) return 'Nothing has been measured yet: npm run baseline.';
  return runs
    .map((run) => {
      const state = !run.complete
        ? 'incomplete'
        : run.beside !== undefined
          ? `in turn with ${run.beside}`
          : run.accepted === undefined
            ? 'measured'
            : `accepted by ${run.accepted.who}: ${run.accepted.why}${run.accepted.newLevel ? ' (new level)' : ''}`;
      const medians = pagesOf(run).flatMap((page) => {
        const values = mediansOf(run, page);
        return values === undefined ? [] : median(values);
      });
      const span =
        medians.length === 0 ? '' : `, ${ms(Math.min(...medians))} to ${ms(Math.max(...medians))}`;
      return `${run.run}  ${run.at.slice(0, 16).replace('T', ' ')}  ${run.key.target}  ${run.blocks.length} blocks${span}  ${state}`;
    })
    .join('\n');
}
