import { appendFileSync, existsSync, statSync } from 'node:fs';
import type { Bilingual } from '../../checklist/index.ts';
import { code, plain } from './markdown.ts';
import { decisions, severities, titleOf, verdicts } from './page/words.ts';
import { isOpen, worstFirst } from './settle.ts';
import type { Signoff, SignoffLine } from './signoff.ts';
import { inMinutes, inSeconds, momentOf } from './times.ts';
import { glimpseOf, mostUrgent, problemsOf, type Problem } from './urgent.ts';

type Language = keyof Bilingual;

/** Says a text of both languages in the one of the summary. */
type Say = (text: Bilingual) => string;

/**
 * The sign-off in short, as GitHub-flavoured Markdown (https://github.github.com/gfm/).
 *
 * @param signoff all of it; of its texts nothing becomes markup, a link or a mention
 * @param language of the summary
 */
export function summaryOf(signoff: Signoff, language: Language): string {
  const say: Say = (text) => plain(text[language]);
  const { decision, complete, lines, criteria } = signoff;
  const waived = lines.filter(({ verdict }) => verdict === 'waived');
  const open = lines.filter(isOpen);
  const parts = [
    `# ${say({ en: 'Acceptance of Construbot', es: 'Aceptación de Construbot' })}: ${say(decisions[decision])}`,
    about(signoff, say),
    complete
      ? ''
      : `**${say({ en: 'The run did not come to its end: what is missing is not run.', es: 'La corrida no llegó a su fin: lo que falta quedó sin revisar.' })}**`,
    counts(signoff, say),
    urgent(signoff, say),
    `## ${say({ en: 'Exit criteria', es: 'Condiciones de salida' })}`,
    criteria
      .map(
        ({ text, met, of, open: n }) =>
          `- ${met ? '✓' : '✗'} ${say(text)} ${met ? `(${of})` : say({ en: `(${n} of ${of} open)`, es: `(${n} de ${of} abiertas)` })}`,
      )
      .join('\n'),
    changes(signoff, say),
    folded(say({ en: 'Waived lines', es: 'Líneas exceptuadas' }), waived, say),
    folded(say({ en: 'Open lines', es: 'Líneas abiertas' }), open, say),
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

function about({ target, startedAt, durationMs, run, suite }: Signoff, say: Say): string {
  const place =
    target === undefined
      ? say({ en: 'Embedded stand-in', es: 'Simulador incluido' })
      : code(target);
  return `${place} · ${momentOf(startedAt)} · ${inMinutes(durationMs)} · ${code(run)} · ${code(suite)}`;
}

function counts({ counts: all }: Signoff, say: Say): string {
  const row = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
  return [
    row(worstFirst.map((verdict) => `${verdicts[verdict].sign} ${say(verdicts[verdict])}`)),
    row(worstFirst.map(() => '--:')),
    row(worstFirst.map((verdict) => all[verdict])),
  ].join('\n');
}

function urgent(signoff: Signoff, say: Say): string {
  const problems = problemsOf(signoff);
  if (problems.length === 0) return `## ${say({ en: 'Nothing fails', es: 'Nada falla' })}`;
  const shown = problems.slice(0, mostUrgent);
  const more = signoff.counts.fail - shown.length;
  return [
    `## ${say({ en: 'Most urgent', es: 'Lo más urgente' })}`,
    shown.map((problem, index) => `${index + 1}. ${problemText(problem, say)}`).join('\n'),
    ...(more > 0
      ? [say({ en: `Other lines that fail: ${more}.`, es: `Otras líneas que fallan: ${more}.` })]
      : []),
  ].join('\n\n');
}

function problemText({ line, check }: Problem, say: Say): string {
  const glimpse = glimpseOf(check);
  const seen =
    glimpse === undefined
      ? ''
      : glimpse.expected === undefined
        ? `: ${code(glimpse.seen)}`
        : `: ${say({ en: 'expected', es: 'se esperaba' })} ${code(glimpse.expected)}, ${say({ en: 'seen', es: 'se vio' })} ${code(glimpse.seen)}`;
  return `${nameOf(line, say)} — ${code(titleOf(check.check))}${seen}`;
}

const nameOf = ({ id, line, severity }: SignoffLine, say: Say): string =>
  `**${id}** ${say(line)} (${say(severities[severity])})`;

function changes({ changes: all }: Signoff, say: Say): string {
  if (all === undefined) return '';
  const { since, broken, fixed, stillFailing, accepted, unseen, lost, slower, facts } = all;
  const ids = (list: readonly string[], title: Bilingual): string[] =>
    list.length === 0 ? [] : [`- ${say(title)}: ${list.map((id) => code(id)).join(', ')}`];
  const rows = [
    ...ids(broken, { en: 'Fails now', es: 'Ahora falla' }),
    ...ids(fixed, { en: 'Passes now', es: 'Ahora pasa' }),
    ...ids(stillFailing, { en: 'Still fails', es: 'Sigue fallando' }),
    ...ids(unseen, { en: 'Failed, not run now', es: 'Fallaba, ahora sin revisar' }),
    ...ids(lost, { en: 'Held, not run now', es: 'Se cumplía, ahora sin revisar' }),
    ...ids(accepted, {
      en: 'Failed, a person stands for it now',
      es: 'Fallaba, ahora alguien responde',
    }),
    ...slower.map(
      ({ check, usualMs, nowMs }) =>
        `- ${say({ en: 'Slower', es: 'Más lento' })}: ${code(titleOf(check))}, ${inSeconds(usualMs)} → ${inSeconds(nowMs)}`,
    ),
    ...facts.map(
      ({ what, before = '–', now = '–' }) => `- ${code(what)}: ${code(before)} → ${code(now)}`,
    ),
  ];
  return [
    `## ${say({ en: 'Changes since the last sign-off', es: 'Cambios desde la última aceptación' })}`,
    `${code(since.run)} · ${momentOf(since.startedAt)} · ${code(since.decision)}`,
    rows.join('\n') || say({ en: 'None.', es: 'Ninguno.' }),
  ].join('\n\n');
}

function folded(title: string, lines: readonly SignoffLine[], say: Say): string {
  if (lines.length === 0) return '';
  const classes = Object.keys(severities);
  const rows = lines
    .toSorted((a, b) => classes.indexOf(a.severity) - classes.indexOf(b.severity))
    .map((line) => {
      const { verdict, reason, entry, expired } = line;
      const word =
        entry === undefined
          ? []
          : [
              `${expired ? `${say({ en: 'expired', es: 'vencida' })}: ` : ''}${code(entry.why)}, ${code([entry.who, entry.second].filter(Boolean).join(', '))}, ${entry.until}, ${code(entry.link)}`,
            ];
      const why = reason === undefined ? [] : [code(titleOf(reason))];
      return `- ${[`${verdicts[verdict].sign} ${nameOf(line, say)}: ${say(verdicts[verdict])}`, ...why, ...word].join(' — ')}`;
    });
  return `<details><summary>${title} (${lines.length})</summary>\n\n${rows.join('\n')}\n\n</details>`;
}

const stepSummaryBytes = 1024 * 1024;

/**
 * Adds a summary to the page of a GitHub Actions job. More than 1 MiB of one step is refused there as
 * a whole, so a longer one is cut at a line and says so.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#step-isolation-and-limits
 *
 * @param text Markdown
 * @param file what `GITHUB_STEP_SUMMARY` names; made when it is not there
 * @throws when the disk refuses
 */
export function appendStepSummary(text: string, file: string): void {
  const taken = existsSync(file) ? statSync(file).size : 0;
  appendFileSync(file, cut(taken === 0 ? text : `\n${text}`, stepSummaryBytes - taken));
}

function cut(text: string, bytes: number): string {
  const whole = Buffer.from(text);
  if (whole.length <= bytes) return text;
  // The cut may fall into a list that is folded away, where nobody would see the note.
  const note = '\n</details>\n\n**Cut here: the rest is in `summary.md` of the sign-off.**\n';
  const end = whole.lastIndexOf('\n', bytes - Buffer.byteLength(note) - 1);
  return end < 0 || bytes < Buffer.byteLength(note)
    ? ''
    : whole.subarray(0, end + 1).toString() + note;
}
