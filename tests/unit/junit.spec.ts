import { expect, test } from '@playwright/test';
import { SaxesParser } from 'saxes';
import { items, sections } from '../../checklist/index.ts';
import { junitOf } from '../../report/signoff/junit.ts';
import { oneLine } from '../../report/signoff/one-line.ts';
import { everyVerdict, hostile } from '../report/every-verdict.ts';

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

/** Reads XML; whatever is not well formed throws. */
function parse(xml: string): Element {
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element: Element = { name, attributes, children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    const parent = open.at(-1);
    if (parent !== undefined) parent.text += text;
  });
  parser.on('closetag', () => open.pop());
  parser.write(xml).close();
  return root;
}

const any = /^[^]*$/;
const whole = /^\d+$/;
const decimal = /^\d+\.\d{3}$/;

/**
 * What Ant's schema and that of Jenkins's xUnit plugin both take, in the order of Ant's: elements with
 * their attributes, each of which must be there.
 */
const rules: Readonly<
  Record<string, { attributes: Readonly<Record<string, RegExp>>; children: readonly string[] }>
> = {
  '': { attributes: {}, children: ['testsuites'] },
  testsuites: { attributes: {}, children: ['testsuite'] },
  testsuite: {
    attributes: {
      id: whole,
      name: /./,
      package: /./,
      timestamp: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/,
      hostname: /./,
      tests: whole,
      failures: whole,
      errors: whole,
      skipped: whole,
      time: decimal,
    },
    children: ['properties', 'testcase', 'system-out', 'system-err'],
  },
  properties: { attributes: {}, children: ['property'] },
  property: { attributes: { name: /./, value: any }, children: [] },
  testcase: {
    attributes: { name: /./, classname: /./, time: decimal },
    children: ['failure', 'skipped'],
  },
  failure: { attributes: { message: any, type: any }, children: [] },
  skipped: { attributes: { message: any }, children: [] },
  'system-out': { attributes: {}, children: [] },
  'system-err': { attributes: {}, children: [] },
};

function problems({ name, attributes, children }: Element): string[] {
  const rule = rules[name];
  if (rule === undefined) return [`${name} is unknown`];
  const order = children.map((child) => rule.children.indexOf(child.name));
  return [
    ...Object.keys(attributes)
      .filter((key) => !(key in rule.attributes))
      .map((key) => `${name} has ${key}`),
    ...Object.entries(rule.attributes)
      .filter(([key, form]) => !(key in attributes && form.test(attributes[key] ?? '')))
      .map(([key]) => `${name} has ${key}="${attributes[key] ?? ''}"`),
    ...(order.includes(-1) || order.some((at, i) => at < (order[i - 1] ?? 0))
      ? [`${name} holds ${children.map((child) => child.name).join(' ')}`]
      : []),
    ...children.flatMap(problems),
  ];
}

const xml = junitOf(everyVerdict());
const suites = parse(xml).children[0]?.children ?? [];
const casesOf = ({ children }: Element): Element[] =>
  children.filter(({ name }) => name === 'testcase');
const cases = suites.flatMap(casesOf);
const caseOf = (id: string): Element | undefined =>
  cases.find(({ attributes }) => attributes['name']?.startsWith(`${id} `));

test('it is XML with the elements and attributes that the readers of JUnit know', () => {
  expect(problems(parse(xml))).toEqual([]);
});

test('each section is a suite and each line a case, in the order of the document', () => {
  expect(suites.map(({ attributes }) => attributes['name'])).toEqual(
    Object.values(sections).map(({ en }) => en),
  );
  expect(cases.map(({ attributes }) => attributes['name'])).toEqual(
    items.map(({ id, line }) => `${id} ${line.en}`),
  );
  expect(cases.map(({ attributes }) => attributes['classname'])).toEqual(
    items.map(({ section }) => section),
  );
});

test('the numbers of each suite add up', () => {
  for (const suite of suites) {
    const own = casesOf(suite);
    const holding = (kind: string): number =>
      own.filter(({ children }) => children.some(({ name }) => name === kind)).length;
    expect(suite.attributes).toMatchObject({
      tests: String(own.length),
      failures: String(holding('failure')),
      skipped: String(holding('skipped')),
      errors: '0',
      time: own.reduce((total, { attributes }) => total + Number(attributes['time']), 0).toFixed(3),
    });
  }
});

const results: [said: string, id: string, kind: string | undefined, message?: RegExp][] = [
  ['a line that passes', 'AT-01', undefined],
  ['a waived line', 'AT-11', undefined],
  ['an attested line', 'LD-01', undefined],
  ['a line that fails', 'AT-14', 'failure', /^expected "7,605.16", seen "<b>7,605.17"$/],
  ['a line that timed out', 'AT-07', 'failure', /^Test timeout of 60000ms exceeded/],
  ['a line that is inconclusive', 'AT-10', 'skipped', /^inconclusive: a\|b \| - .* <script>/],
  ['a line that is not run', 'PT-01', 'skipped', /^not run: .*interrupted$/],
];

for (const [said, id, kind, message = any] of results) {
  test(`${said} is ${kind ?? 'passed'}`, () => {
    const [child] = caseOf(id)?.children ?? [];
    expect(child?.name).toBe(kind);
    expect(child?.attributes['message'] ?? '').toMatch(message);
  });
}

test('a failure holds the texts of the checks', () => {
  expect(caseOf('AT-14')?.children[0]?.text).toBe(
    'director › as-director/sample.spec.ts › a check of AT-14\ne2e/as-director/sample.spec.ts:7\n' +
      'Error: expect(received)\n\nExpected: "7,605.16"\nReceived: "<b>7,605.17"',
  );
});

test('what XML forbids is left out, and all else arrives', () => {
  const [failure] = caseOf('AT-07')?.children ?? [];
  expect(failure?.text).toContain('<!channel> #1 `code`');
  expect(failure?.text).toContain(']]> &amp; "q" \\" \\\\ $x$ [31m\u202e <!-- -->\n</details>');
});

test('the time of a case is that of its checks, in seconds', () => {
  expect(caseOf('AT-14')?.attributes['time']).toBe('1.200');
  expect(caseOf('IN-10')?.attributes['time']).toBe('3.600');
});

test('a suite names the run, and who stands for what until when', () => {
  const propertiesOf = (suite: string): Record<string, string | undefined> =>
    Object.fromEntries(
      suites
        .filter(({ attributes }) => attributes['package'] === suite)
        .flatMap(({ children }) => children[0]?.children ?? [])
        .map(({ attributes }) => [attributes['name'], attributes['value']]),
    ) as Record<string, string>;
  expect(propertiesOf('application')).toEqual({
    run: 'sample',
    target: 'https://obras.example.com',
    decision: 'NO-GO',
    suite: 'construbot-acceptance 0.1.0',
    'AT-11.entry': 'waived',
    'AT-11.who': 'Ana Peña',
    'AT-11.second': 'Luis Ñúñez',
    'AT-11.why': oneLine(hostile, 500).replace('\ufffe', '').replace('\ud800', ''),
    'AT-11.link': 'https://tickets.construbot.test/7',
    'AT-11.until': '2026-12-24',
  });
  expect(propertiesOf('launch-day')).toMatchObject({ 'LD-01.entry': 'attested' });
  expect(propertiesOf('security')).toMatchObject({ 'SC-04.entry': 'expired' });
});
