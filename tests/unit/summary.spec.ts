import { expect, test } from '@playwright/test';
import { load, type CheerioAPI } from 'cheerio';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { oneLine } from '../../report/signoff/one-line.ts';
import { appendStepSummary, summaryOf } from '../../report/signoff/summary.ts';
import { everyVerdict, hostile } from '../report/every-verdict.ts';
import { sampleSignoff } from '../report/sample.ts';

/** Shows Markdown as GitHub does, but lets all HTML through. */
const shown = (markdown: string): CheerioAPI =>
  load(
    micromark(markdown, {
      extensions: [gfm()],
      htmlExtensions: [gfmHtml()],
      allowDangerousHtml: true,
      allowDangerousProtocol: true,
    }),
    {},
    false,
  );

/** All text but that of code spans: what GitHub looks through for mentions and addresses. */
function proseOf(page: CheerioAPI): string {
  const copy = load(page.html());
  copy('code').remove();
  return copy.text();
}

const ours = 'code details h1 h2 li ol p strong summary table tbody td th thead tr ul'.split(' ');

for (const language of ['en', 'es'] as const) {
  test(`no text of others becomes markup, a link or a mention (${language})`, () => {
    const signoff = everyVerdict();
    const page = shown(
      summaryOf({ ...signoff, run: hostile, suite: hostile, target: hostile }, language),
    );
    const tags = new Set(
      page('*')
        .toArray()
        .map((one) => page(one).prop('nodeName')?.toLowerCase()),
    );
    expect([...tags].sort()).toEqual(ours);
    expect(proseOf(page)).not.toMatch(/[@<>`#]|evil|script/);
    const spans = page('code')
      .toArray()
      .map((one) => page(one).text());
    expect(spans.filter((one) => one === oneLine(hostile)).length).toBeGreaterThan(4);
    expect(page('h1')).toHaveLength(1);
    expect(page('tr')).toHaveLength(2);
  });
}

const words = [
  {
    language: 'en',
    title: 'Acceptance of Construbot: NO-GO',
    headings: ['Most urgent', 'Exit criteria', 'Changes since the last sign-off'],
    folded: ['Waived lines (1)', 'Open lines (8)'],
    urgent:
      'AT-12 A Contrato can be entered with everything that belongs to it. (critical) — a check of AT-12: expected "7,605.16", seen "<b>7,605.17"',
    more: 'Other lines that fail: 2.',
    criterion: '✗ Every important line passes, is attested or waived. (3 of 68 open)',
    changes: 'Fails now: AT-12, AT-14',
  },
  {
    language: 'es',
    title: 'Aceptación de Construbot: NO SALE',
    headings: ['Lo más urgente', 'Condiciones de salida', 'Cambios desde la última aceptación'],
    folded: ['Líneas exceptuadas (1)', 'Líneas abiertas (8)'],
    urgent:
      'AT-12 Se puede capturar un Contrato con todo lo que le corresponde. (crítica) — a check of AT-12: se esperaba "7,605.16", se vio "<b>7,605.17"',
    more: 'Otras líneas que fallan: 2.',
    criterion: '✗ Cada línea importante pasa, está atestiguada o exceptuada. (3 de 68 abiertas)',
    changes: 'Ahora falla: AT-12, AT-14',
  },
] as const;

for (const { language, title, headings, folded, urgent, more, criterion, changes } of words) {
  test(`it says what matters, that which weighs most first (${language})`, () => {
    const page = shown(summaryOf(everyVerdict(), language));
    const texts = (selector: string): string[] =>
      page(selector)
        .toArray()
        .map((one) => page(one).text().trim());
    expect(texts('h1')).toEqual([title]);
    expect(texts('h2')).toEqual([...headings]);
    expect(texts('summary')).toEqual([...folded]);
    expect(texts('td')).toEqual(['6', '1', '1', '1', '1', '127']);
    expect(texts('ol > li').map((text) => text.slice(0, 5))).toEqual([
      'AT-07',
      'AT-12',
      'AT-14',
      'SC-04',
    ]);
    expect(texts('ol > li')[1]).toBe(urgent);
    expect(texts('p')).toContain(more);
    expect(texts('li')).toContain(criterion);
    expect(texts('li')).toContain(changes);
    expect(texts('details li')).toHaveLength(9);
  });
}

test('a clean run says so, and has nothing that is folded away', () => {
  const page = shown(summaryOf(sampleSignoff([]), 'en'));
  expect(page('h1').text()).toBe('Acceptance of Construbot: GO');
  expect(page('h2').first().text()).toBe('Nothing fails');
  expect(page('details')).toHaveLength(0);
});

test('a run that did not end says so', () => {
  expect(summaryOf({ ...sampleSignoff([]), complete: false }, 'en')).toContain(
    'did not come to its end',
  );
});

const limit = 1024 * 1024;

test('the summary of a step stands below what is there already', ({}, testInfo) => {
  const file = testInfo.outputPath('step');
  appendStepSummary('# one\n', file);
  appendStepSummary('# two\n', file);
  expect(readFileSync(file, 'utf8')).toBe('# one\n\n# two\n');
});

test('what is too long for a step is cut at a line, and says so', ({}, testInfo) => {
  const file = testInfo.outputPath('step');
  const line = '- ñandú €\n';
  writeFileSync(file, line);
  appendStepSummary(line.repeat(limit / 8), file);
  const lines = readFileSync(file, 'utf8').split('\n');
  expect(statSync(file).size).toBeLessThanOrEqual(limit);
  expect(statSync(file).size).toBeGreaterThan(limit - line.length * 2);
  expect(lines.at(-2)).toContain('Cut here');
  expect(new Set(lines.slice(0, -4))).toEqual(new Set([line.trim(), '']));
});

test('a step that is full already is left as it is', ({}, testInfo) => {
  const file = testInfo.outputPath('step');
  writeFileSync(file, '-'.repeat(limit - 10));
  appendStepSummary('# one\n'.repeat(9), file);
  expect(statSync(file).size).toBe(limit - 10);
});
