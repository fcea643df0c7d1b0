import { expect, test } from '@playwright/test';
import { noticeOf, type Notice } from '../../report/notice.ts';
import { slackMessage, type SlackMessage } from '../../report/slack-message.ts';
import { everyVerdict, hostile } from '../report/every-verdict.ts';

const notice = noticeOf(everyVerdict(), 'signoff', 'results/runs/sample/signoff/index.html');

/** Every text that Slack reads as mrkdwn. */
const textsOf = ({ text, blocks }: SlackMessage): string[] => [
  text,
  ...blocks.flatMap((block) => {
    if (block.type === 'header') return [];
    return block.type === 'section' ? [block.text.text] : block.elements.map((one) => one.text);
  }),
];

const worst = (text: string): Notice => ({
  ...notice,
  run: text,
  target: text,
  report: text,
  urgent: notice.urgent.map((one) => ({
    ...one,
    id: text,
    line: { en: text, es: text },
    check: text,
    expected: text,
    seen: text,
  })),
});

for (const [what, text] of [
  ['markup of all kinds', hostile],
  ['an endless row of what is escaped', '&'.repeat(9000)],
] as const) {
  test(`${what} keeps within the limits of Slack and stays text`, () => {
    const message = slackMessage(worst(text));
    expect(message.blocks.length).toBeLessThanOrEqual(50);
    expect(Math.max(...textsOf(message).map(({ length }) => length))).toBeLessThanOrEqual(3000);
    expect(textsOf(message).join('')).not.toMatch(/[<>]|&(?!amp;|lt;|gt;)/);
    for (const block of message.blocks) {
      if (block.type === 'header') expect(block.text.text.length).toBeLessThanOrEqual(150);
      if (block.type === 'section') expect(block.text.verbatim).toBe(true);
    }
  });
}

test('it says the decision and what is urgent in both languages', () => {
  const { text, blocks } = slackMessage(notice);
  expect(text).toMatch(/^Construbot: NO-GO · NO SALE · https:\/\/obras\.example\.com · /);
  expect(blocks.map(({ type }) => type)).toEqual([
    'header',
    'section',
    'section',
    'section',
    'section',
    'section',
    'context',
  ]);
  expect(textsOf({ text, blocks })[3]).toBe(
    [
      '*AT-12* (critical · crítica)',
      'A Contrato can be entered with everything that belongs to it.',
      'Se puede capturar un Contrato con todo lo que le corresponde.',
      '`a check of AT-12`',
      'expected · se esperaba: `"7,605.16"`',
      'seen · se vio: `"&lt;b&gt;7,605.17"`',
    ].join('\n'),
  );
});

test('a smoke has no decision', () => {
  const smoke = noticeOf(everyVerdict(), 'smoke', 'results/runs/sample/report/index.html');
  expect(slackMessage(smoke).text).toMatch(/^Construbot: smoke · /);
});
