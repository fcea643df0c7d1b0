import { expect, test } from '@playwright/test';
import { readFileSync, writeFileSync } from 'node:fs';
import { PassThrough } from 'node:stream';
import { ask } from '../../cli/attest.ts';
import { halfProved, seenIn } from '../../fixtures/half-proved.ts';
import { items } from '../../checklist/index.ts';
import { attest, openForAttestation } from '../../report/signoff/attest.ts';
import { readLedger, type Entry } from '../../report/signoff/ledger.ts';

const today = '2026-11-25';
const onlyPeople = openForAttestation([], new Set(), today);
const [first, second] = onlyPeople.map(({ id }) => id) as [Entry['item'], Entry['item']];

const entry = (change: Partial<Entry> = {}): Entry => ({
  item: first,
  who: 'Ana Peña',
  when: today,
  why: 'Visto en la consola del proveedor.',
  link: 'https://tickets.construbot.test/7',
  until: '2026-12-24',
  ...change,
});

const read = (file: string): readonly Entry[] =>
  readLedger({ attestations: file, waivers: '' }).attestations;

/** Answers of somebody who waits for each question, as they end with a colon and a space. */
function typist(answers: readonly string[]): {
  input: PassThrough;
  output: PassThrough;
  said: () => string;
} {
  const input = new PassThrough();
  const output = new PassThrough();
  let said = '';
  let next = 0;
  output.on('data', (chunk: Buffer) => {
    said += chunk.toString();
    if (!said.endsWith(': ')) return;
    const answer = answers[next++];
    if (answer === undefined) input.end();
    else input.write(`${answer}\n`);
  });
  return { input, output, said: () => said };
}

test('lines wait that only a person can tell and nobody has told yet', () => {
  expect(onlyPeople.every(({ how }) => how.includes('attest'))).toBe(true);
  const ids = (...rest: Parameters<typeof openForAttestation>): string[] =>
    openForAttestation(...rest).map(({ id }) => id);
  expect(ids([entry()], new Set(), today)).not.toContain(first);
  expect(ids([entry({ until: '2026-11-24', when: '2026-11-01' })], new Set(), today)).toContain(
    first,
  );
  expect(ids([entry({ when: '2026-11-26' })], new Set(), today)).toContain(first);
  expect(ids([], new Set([first]), today)).not.toContain(first);
  expect(ids([], new Set(items.map(({ id }) => id)), today)).toEqual([]);
});

test('an entry is added, an older one about the line gives way, comments stay', ({}, testInfo) => {
  const file = testInfo.outputPath('attestations.yaml');
  writeFileSync(file, '# ours\n');
  attest(file, entry());
  attest(file, entry({ item: second }));
  attest(file, entry({ who: 'Luis Ñúñez' }));
  expect(read(file)).toEqual([entry({ who: 'Luis Ñúñez' }), entry({ item: second })]);
  expect(readFileSync(file, 'utf8')).toMatch(/^# ours\n/);
});

test('an empty list in brackets takes an entry too', ({}, testInfo) => {
  const file = testInfo.outputPath('attestations.yaml');
  writeFileSync(file, '[]\n');
  attest(file, entry());
  expect(read(file)).toEqual([entry()]);
});

test('an entry that cannot count, and a file that was broken before, change nothing', ({}, testInfo) => {
  const file = testInfo.outputPath('attestations.yaml');
  attest(file, entry());
  const before = readFileSync(file, 'utf8');
  expect(() => {
    attest(file, entry({ item: second, link: 'tickets' }));
  }).toThrow('link needs an address');
  expect(readFileSync(file, 'utf8')).toBe(before);
  writeFileSync(file, 'item: [');
  expect(() => {
    attest(file, entry());
  }).toThrow('attestations.yaml, line 1');
  expect(readFileSync(file, 'utf8')).toBe('item: [');
});

test('who comes while somebody writes is told so, and nothing is lost', ({}, testInfo) => {
  const file = testInfo.outputPath('attestations.yaml');
  attest(file, entry());
  writeFileSync(`${file}.draft`, '');
  expect(() => {
    attest(file, entry({ item: second }));
  }).toThrow('attestations.yaml is being written by somebody else.');
  expect(read(file)).toEqual([entry()]);
});

const asked = (file: string, answers: readonly string[], seen = new Map<string, string>()) => {
  const { input, output, said } = typist(answers);
  const code = ask({ input, output, isTerminal: true, file, passed: new Set(), seen, today });
  return { code, said };
};

test('each line is asked, a wrong answer is asked again, the name is offered again', async ({}, testInfo) => {
  const file = testInfo.outputPath('attestations.yaml');
  const why = 'Visto en la consola del proveedor.';
  const link = 'https://tickets.construbot.test/7';
  const { code, said } = asked(file, [
    ...[why, 'Ana Peña', 'no address', ''],
    ...[why, 'Ana Peña', link, '2026-12-24'],
    ...[why, '', link, ''],
    'q',
  ]);
  expect(await code).toBe(0);
  expect(read(file)).toEqual([
    entry(),
    entry({ item: second, until: '2026-05-25'.replace('2026', '2027') }),
  ]);
  expect(said()).toContain('link needs an address');
  expect(said()).toContain('Your name [Ana Peña]');
});

test('a line that is left open stays open; the end of the input keeps what was answered', async ({}, testInfo) => {
  const file = testInfo.outputPath('attestations.yaml');
  const why = 'Visto en la consola del proveedor.';
  const { code, said } = asked(file, [
    '',
    ...[why, 'Ana Peña', 'https://tickets.construbot.test/7', '2026-12-24'],
    why,
  ]);
  expect(await code).toBe(130);
  expect(read(file)).toEqual([entry({ item: second })]);
  expect(said()).toContain('What was answered is kept.');
});

test('what the last run saw of a line is offered, and taken only by who says so', async ({}, testInfo) => {
  const file = testInfo.outputPath('attestations.yaml');
  const link = 'https://tickets.construbot.test/7';
  const full = halfProved('23 % of the space of / is used', 'who is told of a full disk').message;
  const seen = new Map([[first, seenIn(full) ?? '']]);
  const { code, said } = asked(
    file,
    ['=, alerta en 80 %', 'Ana Peña', link, '2026-12-24', 'q'],
    seen,
  );
  expect(await code).toBe(0);
  expect(said()).toContain('The last run saw: 23 % of the space of / is used.');
  expect(read(file)).toEqual([entry({ why: '23 % of the space of / is used, alerta en 80 %' })]);
  expect(seenIn('needs HOST_SHELL')).toBeUndefined();
});

test('without a terminal it says what to do', async ({}, testInfo) => {
  const { input, output } = typist([]);
  const file = testInfo.outputPath('attestations.yaml');
  await expect(
    ask({ input, output, isTerminal: false, file, passed: new Set(), seen: new Map(), today }),
  ).rejects.toThrow('needs a terminal');
});
