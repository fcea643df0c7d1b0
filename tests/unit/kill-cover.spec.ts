import { expect, test } from '@playwright/test';
import { coverOf } from '../kill-matrix/cover.ts';

const pairsOf = (cover: Readonly<Record<string, readonly string[]>>): number =>
  Object.values(cover).flat().length;

test('each fault and each check is there once, where that can be', () => {
  expect(coverOf({ a: ['1', '2'], b: ['1'] })).toEqual({ a: ['2'], b: ['1'] });
});

test('a check that only shares a fault stays with it', () => {
  expect(coverOf({ a: ['1', '2', '3'] })).toEqual({ a: ['1', '2', '3'] });
});

test('a fault whose checks all have another one keeps its first', () => {
  const cover = coverOf({ a: ['1'], b: ['1'], c: ['1'] });
  expect(cover).toEqual({ a: ['1'], b: ['1'], c: ['1'] });
});

test('there are no fewer pairs that would do', () => {
  // Two faults and three checks, of which no pair covers more than two: three pairs at least.
  const cover = coverOf({ a: ['1', '2'], b: ['2', '3'] });
  expect(pairsOf(cover)).toBe(3);
  expect(new Set(Object.values(cover).flat())).toEqual(new Set(['1', '2', '3']));
});

test('a fault that nothing finds stays without', () => {
  expect(coverOf({ a: [] })).toEqual({ a: [] });
});
