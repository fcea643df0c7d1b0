import { code, plain } from '../../report/signoff/markdown.ts';
import { momentOf } from '../../report/signoff/times.ts';
import type { Judgement } from './judgement.ts';
import type { Measured } from './runs.ts';
import { findingsOf, ms, pageVerdicts, percent, verdictWords } from './words.ts';

/** A comparison as GitHub-flavoured Markdown, for the page of a CI job. */
export function baselineSummary(run: Measured, judgement: Judgement): string {
  const { failing, open } = findingsOf(judgement);
  const rows = judgement.pages.map(
    ({ page, verdict, usualMs, ms: now, shift }) =>
      `| ${pageVerdicts[verdict].sign} ${plain(page)} | ${ms(usualMs)} | ${ms(now)} | ${percent(shift.estimate)} | ${percent(shift.low)} to ${percent(shift.high)} |`,
  );
  const parts = [
    `# Baseline of Construbot: ${verdictWords[judgement.verdict].en}`,
    `${code(run.key.target)} · ${momentOf(run.at)} · ${code(run.run)} · ${code(run.key.machine)}`,
    [...failing, ...open].map(({ en }) => `- ${code(en)}`).join('\n'),
    rows.length === 0
      ? ''
      : [
          '| page | usual | now | slower by | interval of 90 % |',
          '|---|--:|--:|--:|---|',
          ...rows,
        ].join('\n'),
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}
