import { expect, test } from '@playwright/test';
import {
  accessVariables,
  deployChecks,
  isItemId,
  itemById,
  items,
  remedyOf,
  resolveRepeats,
  sections,
} from '../../checklist/index.ts';
import type { Item, Severity } from '../../checklist/index.ts';

/** How many lines the document has under each code, in its order. */
const lengths = {
  CS: 8,
  SC: 10,
  DB: 12,
  SM: 8,
  EM: 8,
  RC: 8,
  MO: 11,
  IN: 13,
  AT: 17,
  PT: 4,
  ST: 5,
  PL: 23,
  LD: 5,
  DO: 5,
};

const expectedIds = Object.entries(lengths).flatMap(([code, length]) =>
  Array.from({ length }, (_, index) => `${code}-${String(index + 1).padStart(2, '0')}`),
);

const repeating = items.filter((item) => item.repeats !== undefined);
const unique = <T>(values: readonly T[]): T[] => [...new Set(values)];
const origins = (item: Item): Item[] => resolveRepeats(item.id).map(itemById);
const remedies = items.flatMap(({ id, remedy }) => (remedy === undefined ? [] : [{ id, remedy }]));

/** Settings, variables and directives, which no translation changes. */
const namesIn = (text: string): string[] => text.match(/\b[A-Za-z0-9]+_\w+/g) ?? [];

test('there are 137 lines with the ids of the document in its order', () => {
  expect(items).toHaveLength(137);
  expect(items.map((item) => item.id)).toEqual(expectedIds);
});

test('104 lines are ticked and 33 are boxes, which are AT-08 to AT-17 and all of PL', () => {
  const boxes = items.filter((item) => item.mark === 'box').map((item) => item.id as string);
  expect(items.filter((item) => item.mark === 'tick')).toHaveLength(104);
  expect(boxes).toHaveLength(33);
  expect(boxes).toEqual(expectedIds.filter((id) => /^(AT-(0[89]|1\d)|PL-\d\d)$/.test(id)));
});

test('the sections follow the document and each holds the lines of one code', () => {
  expect(unique(items.map((item) => item.section))).toEqual(Object.keys(sections));
  const pairs = unique(items.map((item) => `${item.section} ${item.id.slice(0, 2)}`));
  expect(pairs).toHaveLength(Object.keys(sections).length);
});

test('every text is there in both languages, trimmed, and the two differ', () => {
  const texts = items.flatMap(({ id, line, proof, remedy }) => [
    { where: `${id} line`, ...line },
    { where: `${id} proof`, ...proof },
    ...(remedy === undefined ? [] : [{ where: `${id} remedy`, ...remedy }]),
  ]);
  for (const { where, en, es } of texts) {
    for (const text of [en, es]) {
      expect(text, where).toMatch(/^\S.*[.]$/);
      expect(text, where).not.toMatch(/ {2}|\n/);
    }
    expect(en, where).not.toBe(es);
  }
  for (const [id, { en, es }] of Object.entries(sections)) {
    expect(en, id).not.toBe('');
    expect(es, id).not.toBe(en);
  }
});

test('no two lines ask the same in the same words', () => {
  for (const language of ['en', 'es'] as const) {
    const lines = items.map((item) => item.line[language]);
    expect(unique(lines)).toHaveLength(items.length);
  }
});

test('a repeated line exists, is not the line itself, and following it ends', () => {
  for (const item of items) {
    const walk = (id: string, path: readonly string[]): void => {
      expect(path, `${item.id} comes back to ${id}`).not.toContain(id);
      expect(isItemId(id), `${item.id} repeats ${id}`).toBe(true);
      const next = items.find((other) => other.id === id)?.repeats ?? [];
      for (const target of next) walk(target, [...path, id]);
    };
    walk(item.id, []);
    expect(item.repeats, item.id).not.toEqual([]);
  }
});

test('the verdict of a repeating line comes from lines with checks of their own', () => {
  expect(resolveRepeats('CS-01')).toEqual(['CS-01']);
  expect(resolveRepeats('AT-03')).toEqual(['AT-12']);
  expect(resolveRepeats('ST-05')).toEqual(['SC-07']);
  expect(resolveRepeats('PL-21')).toEqual(['IN-11', 'IN-12', 'IN-13']);
  for (const item of repeating) {
    for (const origin of origins(item)) expect(origin.repeats, item.id).toBeUndefined();
  }
});

test('a repeating line names its origins in both proofs and asks for what they ask', () => {
  const strength = ['observe', 'write', 'attack'];
  for (const item of repeating) {
    for (const id of item.repeats) {
      expect(item.proof.en, item.id).toContain(id);
      expect(item.proof.es, item.id).toContain(id);
    }
    const from = origins(item);
    const tiers = from.map(({ tier }) => strength.indexOf(tier));
    expect(item.tier, item.id).toBe(strength[Math.max(...tiers)]);
    expect(item.how, item.id).toEqual(unique(from.flatMap(({ how }) => how)));
    expect(item.needs, item.id).toEqual(unique(from.flatMap(({ needs }) => needs)));
    expect(unique(from.map(({ severity }) => severity)), item.id).toEqual([item.severity]);
  }
});

test('the boxes before the launch have the classes of the document', () => {
  const classes = items
    .filter((item) => item.section === 'pre-launch')
    .map((item): Severity => item.severity);
  expect(classes).toEqual([
    ...Array<Severity>(10).fill('critical'),
    ...Array<Severity>(8).fill('important'),
    ...Array<Severity>(5).fill('optional'),
  ]);
});

test('what a line needs opens a way that it can be seen by', () => {
  for (const item of items) {
    for (const name of item.needs) expect(item.how, item.id).toContain(accessVariables[name]);
    const withoutHelp = item.how.includes('out') || item.how.includes('attest');
    expect(withoutHelp || item.needs.length > 0, `${item.id} says how it is enabled`).toBe(true);
    expect(unique(item.how), item.id).toHaveLength(item.how.length);
    expect(item.how, item.id).not.toHaveLength(0);
  }
});

test('every access variable is used by some line', () => {
  const used = unique(items.flatMap((item) => item.needs));
  expect(used.toSorted()).toEqual(Object.keys(accessVariables).toSorted());
});

test('a line that only a person can prove is observed and needs no access', () => {
  const attested = items.filter((item) => item.how.length === 1 && item.how[0] === 'attest');
  expect(attested.map((item) => item.id)).toEqual(
    expect.arrayContaining(['DB-08', 'PL-22', 'PL-23', 'LD-01', 'DO-05']),
  );
  for (const item of attested) {
    expect(item.tier, item.id).toBe('observe');
    expect(item.needs, item.id).toEqual([]);
  }
});

test('a line has a remedy or repeats others, never both', () => {
  for (const item of items) {
    expect(item.remedy === undefined, item.id).toBe(item.repeats !== undefined);
  }
});

test('no two lines are mended by the same words', () => {
  for (const language of ['en', 'es'] as const) {
    const texts = remedies.map(({ remedy }) => remedy[language]);
    expect(unique(texts)).toHaveLength(texts.length);
  }
});

test('a remedy names settings and variables in capitals, each once', () => {
  for (const { id, remedy } of remedies) {
    const settings = remedy.settings ?? [];
    for (const name of settings) expect(name, id).toMatch(/^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/);
    expect(unique(settings), id).toEqual(settings);
    expect(remedy.settings, id).not.toEqual([]);
  }
});

test('a remedy sends to other lines by ids that exist, in both languages alike', () => {
  const named = (text: string): string[] => text.match(/\b[A-Z]{2}-\d\d\b/g) ?? [];
  for (const { id, remedy } of remedies) {
    for (const other of named(remedy.en)) {
      expect(isItemId(other), `${id} sends to ${other}`).toBe(true);
      expect(other, `${id} sends to itself`).not.toBe(id);
    }
    expect(named(remedy.es).toSorted(), id).toEqual(named(remedy.en).toSorted());
  }
});

test('a remedy names the same settings and directives in both languages', () => {
  for (const { id, remedy } of remedies) {
    for (const name of namesIn(remedy.en)) expect(remedy.es, id).toContain(name);
    for (const name of namesIn(remedy.es)) expect(remedy.en, id).toContain(name);
  }
});

test('every deployment check of Django 3.2 stands beside a line, and no other check does', () => {
  for (const check of deployChecks) expect(check).toMatch(/^[a-z]+\.[WE]\d{3}$/);
  // W007 left with Django 3.0, W017 with 1.11.
  const security = [1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12, 13, 14, 15, 16, 18, 19, 20, 21, 22];
  const known = security.map((number) => `security.W${String(number).padStart(3, '0')}`);
  const all = [...known, 'security.E023', 'caches.W002', 'async.E001'].toSorted();
  expect([...deployChecks].toSorted()).toEqual(all);
  for (const { id, remedy } of remedies) {
    const checks = remedy.django ?? [];
    expect(unique(checks), id).toEqual(checks);
    expect(remedy.django, id).not.toEqual([]);
  }
  const used = unique(remedies.flatMap(({ remedy }) => remedy.django ?? []));
  expect(used.toSorted()).toEqual(all);
});

test('what mends a repeating line is what mends the lines that it repeats', () => {
  expect(remedyOf('CS-01')).toEqual([itemById('CS-01').remedy]);
  expect(remedyOf('ST-05')).toEqual([itemById('SC-07').remedy]);
  // PL-21 repeats IN-10, which repeats the three.
  const balancer = (['IN-11', 'IN-12', 'IN-13'] as const).map((id) => itemById(id).remedy);
  expect(remedyOf('PL-21')).toEqual(balancer);
  for (const item of items) {
    expect(remedyOf(item.id), item.id).toEqual(origins(item).map(({ remedy }) => remedy));
    expect(unique(remedyOf(item.id)), item.id).toHaveLength(origins(item).length);
  }
});

test('an id is known exactly as written', () => {
  expect(isItemId('CS-01')).toBe(true);
  for (const text of ['cs-01', 'CS-1', 'CS-09', 'SC-11', ' CS-01', '', 'toString']) {
    expect(isItemId(text), text).toBe(false);
  }
});

test('a text forced into the type is refused by name', () => {
  const forced = 'XX-99' as Item['id'];
  expect(() => itemById(forced)).toThrow(/XX-99/);
  expect(() => resolveRepeats(forced)).toThrow(RangeError);
  expect(() => remedyOf(forced)).toThrow(RangeError);
});

test('the compiler asks for a remedy exactly where no line is repeated', () => {
  const { remedy, ...bare } = itemById('CS-01');
  // @ts-expect-error -- A line that repeats none needs a remedy.
  const without: Item = { ...bare, repeats: undefined };
  // @ts-expect-error -- A line that repeats others has none of its own.
  const both: Item = { ...bare, repeats: ['CS-02'], remedy };
  expect([without.remedy, both.remedy]).toEqual([undefined, remedy]);
});

test('the compiler knows each id and no other', () => {
  const known: Item['id'] = 'DO-05';
  // @ts-expect-error -- SC-11 is no line of the document; this fails to compile if it became one.
  const unknown: Item['id'] = 'SC-11';
  expect([known, unknown].map(isItemId)).toEqual([true, false]);
});
