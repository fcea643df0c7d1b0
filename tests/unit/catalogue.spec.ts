import { expect, test } from '@playwright/test';
import {
  accessVariables,
  isItemId,
  itemById,
  items,
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
  const texts = items.flatMap(({ id, line, proof }) => [
    { where: `${id} line`, ...line },
    { where: `${id} proof`, ...proof },
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
    for (const id of item.repeats ?? []) {
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
});

test('the compiler knows each id and no other', () => {
  const known: Item['id'] = 'DO-05';
  // @ts-expect-error -- SC-11 is no line of the document; this fails to compile if it became one.
  const unknown: Item['id'] = 'SC-11';
  expect([known, unknown].map(isItemId)).toEqual([true, false]);
});
