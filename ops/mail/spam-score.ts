import { parseHeaders } from '../../fixtures/mailbox/headers.ts';

/** The points at which SpamAssassin begins to call a message spam, unless it is told otherwise. */
const limit = 5;

const number = String.raw`(-?\d+(?:\.\d+)?)`;

/**
 * Headers that hold points: of SpamAssassin (spamassassin.apache.org, "Mail::SpamAssassin::Conf"), of
 * Rspamd (docs.rspamd.com, "Milter headers module") and of those who write as they do.
 */
const scores: readonly (readonly [header: string, points: RegExp])[] = [
  ['x-spam-status', new RegExp(String.raw`\b(?:score|hits)=${number}`, 'i')],
  ['x-spam-score', new RegExp(`^${number}`)],
  ['x-spamd-result', new RegExp(String.raw`\[${number}\s*/`)],
  ['x-rspamd-score', new RegExp(`^${number}`)],
  ['x-spam-level', /^(\**)$/],
];

/**
 * What a filter has thought of a message.
 *
 * @param source the message as it arrived
 * @returns each header with its points; what is wrong; why it cannot be told
 */
export function judgeSpam(source: Buffer): {
  scores: Record<string, number>;
  findings: string[];
  lacks: string | undefined;
} {
  const headers = parseHeaders(source);
  const found: Record<string, number> = {};
  for (const [wanted, points] of scores) {
    const value = headers.find(({ name }) => name === wanted)?.value;
    const [, text] = points.exec(value ?? 'none') ?? [];
    if (text !== undefined) found[wanted] = /^\**$/.test(text) ? text.length : Number(text);
  }
  const high = Object.entries(found).filter(([, points]) => points >= limit);
  const flagged = headers.some(({ name, value }) => name === 'x-spam-flag' && /^yes/i.test(value));
  const findings = high.map(
    ([name, points]) => `${name} gives ${points} points, of less than ${limit}`,
  );
  if (flagged) findings.push('x-spam-flag says that it is spam');
  const told = Object.keys(found).length > 0 || flagged;
  const lacks = `no filter before the mailbox leaves its points: needs one of ${scores.map(([name]) => name).join(', ')}`;
  return { scores: found, findings, lacks: told ? undefined : lacks };
}
