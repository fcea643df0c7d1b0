import type { Notice } from './notice.ts';
import { oneLine } from './signoff/one-line.ts';
import { decisions, severities, titleOf, verdicts } from './signoff/page/words.ts';
import type { SignoffLine } from './signoff/signoff.ts';
import { momentOf } from './signoff/times.ts';

/** Text that Slack shows; `verbatim` keeps it from making links and mentions of bare words. */
interface Mrkdwn {
  readonly type: 'mrkdwn';
  readonly text: string;
  readonly verbatim: true;
}

type Block =
  | { readonly type: 'header'; readonly text: { readonly type: 'plain_text'; text: string } }
  | { readonly type: 'section'; readonly text: Mrkdwn }
  | { readonly type: 'context'; readonly elements: readonly Mrkdwn[] };

/** What an incoming webhook of Slack takes. */
export interface SlackMessage {
  /** For notifications, and where blocks are not shown. */
  readonly text: string;
  readonly blocks: readonly Block[];
}

/**
 * A notice as a message of Slack, in both languages. The limits are those of a header (150
 * characters), a section and an element of a context (3000), and a message (50 blocks).
 * https://docs.slack.dev/reference/block-kit/blocks
 */
export function slackMessage(notice: Notice): SlackMessage {
  const { kind, decision, target, run, report, urgent, startedAt, durationMs } = notice;
  const title =
    decision === undefined
      ? `Construbot: ${kind}`
      : `Construbot: ${[...new Set([decisions[decision].en, decisions[decision].es])].join(' · ')}`;
  const place = foreign(target ?? 'stand-in');
  const counts = countsOf(notice);
  const when = `${momentOf(startedAt)}, ${Math.round(durationMs / 1000)} s`;
  return {
    text: `${title} · ${place} · ${counts}`,
    blocks: [
      { type: 'header', text: { type: 'plain_text', text: title } },
      section(counts),
      ...urgent.map(problem),
      {
        type: 'context',
        elements: [[place, foreign(run), when, foreign(report)].join(' · ')].map(mrkdwn),
      },
    ],
  };
}

const mrkdwn = (text: string): Mrkdwn => ({ type: 'mrkdwn', text, verbatim: true });
const section = (text: string): Block => ({ type: 'section', text: mrkdwn(text) });

function countsOf({ counts }: Notice): string {
  return (Object.keys(verdicts) as SignoffLine['verdict'][])
    .map((verdict) => ({ ...verdicts[verdict], n: counts[verdict] ?? 0 }))
    .filter(({ n }) => n > 0)
    .map(({ sign, en, es, n }) => `${sign} ${n} ${en} · ${es}`)
    .join('\n');
}

function problem({ id, severity, line, check, expected, seen }: Notice['urgent'][number]): Block {
  const said = [
    ...(expected === undefined ? [] : [`expected · se esperaba: ${code(expected)}`]),
    ...(seen === undefined ? [] : [`seen · se vio: ${code(seen)}`]),
  ];
  return section(
    [
      `*${foreign(id)}* (${severities[severity].en} · ${severities[severity].es})`,
      foreign(line.en),
      foreign(line.es),
      code(titleOf(check)),
      ...said,
    ].join('\n'),
  );
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/**
 * Text of others: what could start a link or a mention is escaped as Slack asks for
 * (https://docs.slack.dev/messaging/formatting-message-text#escaping). Short enough that a section
 * keeps its limit even if each character is an escape of five.
 */
const foreign = (text: string): string =>
  oneLine(text, 90).replace(/[&<>]/g, (c) => escapes[c] ?? c);

/** A backtick cannot be escaped there; one that looks alike takes its place. */
const code = (text: string): string => `\`${foreign(text).replaceAll('`', 'ˋ')}\``;
