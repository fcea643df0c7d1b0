import { expect, test } from '@playwright/test';
import { parseEntries, readLedger } from '../../report/signoff/ledger.ts';

const entry = (change: Record<string, string | undefined> = {}): string => {
  const fields: Record<string, string | undefined> = {
    item: 'SC-04',
    who: 'Ana Peña',
    when: '2026-11-01',
    why: 'HSTS se enciende el lunes, ticket abierto.',
    link: 'https://tickets.construbot.test/7',
    until: '2026-12-01',
    ...change,
  };
  const lines = Object.entries(fields).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}: ${JSON.stringify(value)}`],
  );
  return `- ${lines.join('\n  ')}\n`;
};

const read =
  (text: string, kind: 'waivers' | 'attestations' = 'waivers') =>
  () =>
    parseEntries(kind, text, `${kind}.yaml`);

test('an entry is read as it was written', () => {
  expect(read(entry())()).toEqual([
    {
      item: 'SC-04',
      who: 'Ana Peña',
      when: '2026-11-01',
      why: 'HSTS se enciende el lunes, ticket abierto.',
      link: 'https://tickets.construbot.test/7',
      until: '2026-12-01',
    },
  ]);
});

test('days without quotes are read as days', () => {
  const text = entry().replaceAll(/"(\d{4}-\d{2}-\d{2})"/g, '$1');
  expect(read(text)()[0]).toMatchObject({ when: '2026-11-01', until: '2026-12-01' });
});

test('files that are not there, and files without entries, are empty', () => {
  const missing = { attestations: '/nowhere/a.yaml', waivers: '/nowhere/w.yaml' };
  expect(readLedger(missing)).toEqual({ attestations: [], waivers: [] });
  expect(read('')()).toEqual([]);
  expect(read('# nothing yet\n')()).toEqual([]);
});

const refusals: [what: string, text: string, said: string][] = [
  ['broken YAML', '- item: [SC-04\n', 'waivers.yaml, line 2: Flow sequence'],
  ['a mapping instead of a list', 'item: SC-04\n', 'line 1: a list of entries is expected'],
  ['a text instead of an entry', '- SC-04\n', 'line 1: Invalid input: expected object'],
  ['an unknown line', entry({ item: 'SC-99' }), 'line 1: item is no line of the checklist'],
  ['no name', entry({ who: '' }), 'line 2: who needs a name of at least 3 letters'],
  ['a day that there is not', entry({ when: '2026-02-30' }), 'line 3: when needs a day such as'],
  ['no reason', entry({ why: undefined }), 'line 1: why'],
  ['no address', entry({ link: 'ticket 7' }), 'line 5: link needs an address such as https://…'],
  ['an end before the start', entry({ until: '2026-10-01' }), 'line 6: until is before `when`'],
  ['a field that means nothing', entry({ reason: 'x' }), 'line 1: Unrecognized key: "reason"'],
  ['a line that is there twice', entry() + entry(), 'line 7: SC-04 is there twice'],
  ['a critical line and one name', entry({ item: 'CS-01' }), 'needs a `second` name'],
  [
    'a critical line and one person',
    entry({ item: 'CS-01', second: ' ana peña' }),
    'needs two different people',
  ],
];

for (const [what, text, said] of refusals) {
  test(`${what} is refused with file, line and reason`, () => {
    expect(read(text)).toThrow(said);
  });
}

test('two people may waive a critical line', () => {
  expect(read(entry({ item: 'CS-01', second: 'Luis Ñúñez' }))()).toHaveLength(1);
});

test('nobody attests what a check can prove', () => {
  expect(read(entry({ item: 'CS-01' }), 'attestations')).toThrow(
    "CS-01 is for a check to prove, nobody's word stands for it",
  );
});

test('a line that repeats others is decided by those', () => {
  expect(read(entry({ item: 'PL-01' }))).toThrow(/PL-01 repeats [A-Z]{2}-\d{2}/);
});
