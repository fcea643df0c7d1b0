import { sections, type SectionId } from '../../checklist/index.ts';
import { html, type Html } from '../../fixtures/html.ts';
import { oneLine } from './one-line.ts';
import type { Signoff, SignoffLine } from './signoff.ts';
import { failuresOf, glimpseOf } from './urgent.ts';

/**
 * The sign-off for what shows test results: a suite for each section of the document, a case for each
 * line. It is valid under both schemas that are in use, Ant's
 * (https://github.com/windyroad/JUnit-Schema) and that of Jenkins's xUnit plugin
 * (https://github.com/jenkinsci/xunit-plugin, junit-10.xsd). Neither lets a case have properties, so
 * what people stand for is said by properties of the suite: `AT-11.who`, `AT-11.until`.
 *
 * Written with the project's own template: xmlbuilder2 takes text for XML already, so that an `&lt;`
 * that a page showed would arrive as `<`, and junit-report-builder drops the reason of what is skipped.
 *
 * @returns XML 1.0 without the characters that it forbids (https://www.w3.org/TR/xml/#charsets)
 */
export function junitOf(signoff: Signoff): string {
  const { text } = html`<?xml version="1.0" encoding="UTF-8"?>
<testsuites>
${(Object.keys(sections) as SectionId[]).map((id, index) => suite(id, index, signoff))}</testsuites>
`;
  return text.replace(/[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '');
}

// The timestamp has no zone in the schema, readers take it as UTC; `localhost` is what the schema asks
// for when the host is not known; the empty elements at the end have to be there.
function suite(id: SectionId, index: number, signoff: Signoff): Html {
  const cases = signoff.lines.filter(({ section }) => section === id).map(caseOf(signoff));
  const count = (wanted: Case['kind']): number =>
    cases.filter(({ kind }) => kind === wanted).length;
  const said = [...aboutRun(signoff), ...cases.flatMap(({ line }) => wordsOf(line))];
  return html`  <testsuite id="${index}" name="${sections[id].en}" package="${id}" timestamp="${signoff.startedAt.slice(0, 19)}" hostname="localhost" tests="${cases.length}" failures="${count('failure')}" errors="0" skipped="${count('skipped')}" time="${seconds(sum(cases.map(({ ms }) => ms)))}">
    <properties>
${said.map(([name, value]) => html`      <property name="${name}" value="${value}"/>\n`)}    </properties>
${cases.map(testcase)}    <system-out/>
    <system-err/>
  </testsuite>
`;
}

function testcase({ line, kind, ms, message, text }: Case): Html {
  const result = {
    passed: html``,
    failure: html`<failure message="${message}" type="failure">${text}</failure>`,
    skipped: html`<skipped message="${message}"/>`,
  }[kind];
  return html`    <testcase name="${line.id} ${line.line.en}" classname="${line.section}" time="${seconds(ms)}">${result}</testcase>\n`;
}

interface Case {
  readonly line: SignoffLine;
  readonly kind: 'passed' | 'failure' | 'skipped';
  readonly ms: number;
  readonly message: string;
  readonly text: string;
}

// A failure says that the target was seen to be wrong, and an error that something broke; of a line
// that is not run or inconclusive neither is known. Both would call people to a fault that nobody has
// seen. That such a line keeps the release back is said by the decision and by the exit code.
const kinds: Readonly<Record<SignoffLine['verdict'], Case['kind']>> = {
  pass: 'passed',
  waived: 'passed',
  attested: 'passed',
  fail: 'failure',
  inconclusive: 'skipped',
  'not run': 'skipped',
};

const caseOf =
  ({ checks }: Signoff) =>
  (line: SignoffLine): Case => {
    const kind = kinds[line.verdict];
    const own = checks.filter(({ check }) => line.checks.includes(check));
    const failures = kind === 'failure' ? failuresOf(line, checks) : [];
    const [first] = failures;
    const glimpse = first === undefined ? undefined : glimpseOf(first);
    const message =
      glimpse?.expected === undefined
        ? glimpse?.seen
        : `expected ${glimpse.expected}, seen ${glimpse.seen}`;
    return {
      line,
      kind,
      ms: sum(own.map(({ durationMs }) => durationMs)),
      message: oneLine(message ?? `${line.verdict}: ${line.reason ?? 'no reason was given'}`, 500),
      text: failures
        .map(({ check, where, message: seen }) => `${check}\n${where}\n${seen ?? ''}`.trim())
        .join('\n\n'),
    };
  };

const aboutRun = ({ run, target, decision, suite }: Signoff): [string, string][] => [
  ['run', run],
  ['target', target ?? 'stand-in'],
  ['decision', decision],
  ['suite', suite],
];

function wordsOf({ id, verdict, entry, expired }: SignoffLine): [string, string][] {
  if (entry === undefined) return [];
  const { who, second, why, link, until } = entry;
  const words = { entry: expired ? 'expired' : verdict, who, second, why, link, until };
  return Object.entries(words).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[`${id}.${name}`, oneLine(value, 500)]],
  );
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
const seconds = (ms: number): string => (ms / 1000).toFixed(3);
