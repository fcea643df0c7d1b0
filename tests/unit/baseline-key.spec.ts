import { expect, test } from '@playwright/test';
import { differences, keyOf, type Key } from '../../load/baseline/key.ts';
import { plans } from '../../load/baseline/plan.ts';
import { key } from './baseline-sample.ts';

const baseUrl = 'https://obras.example.com';

test('the key names target, pages, plan, machine, suite and Node', () => {
  const own = keyOf({ baseUrl, generator: 'cron host' }, plans.usual, false);
  expect(own).toMatchObject({ target: baseUrl, plan: '20 blocks of 3 rounds at 5/s' });
  expect(own.pages).toContain('dashboard × 3');
  expect(own.machine).toMatch(/^cron host, \d+ × ./);
  expect(own.suite).toMatch(/^construbot-acceptance \d/);
  expect(own.node).toBe(process.versions.node);
});

test('the embedded stand-in is one target, whatever its port', () => {
  const own = keyOf({ baseUrl: undefined, generator: undefined }, plans.usual, false);
  expect(own.target).toBe('stand-in');
});

test('a target that rests while another one is measured is measured otherwise', () => {
  const settings = { baseUrl, generator: undefined };
  const [alone, beside] = [false, true].map((one) => keyOf(settings, plans.usual, one)) as [
    Key,
    Key,
  ];
  expect(differences(alone, beside)).toEqual([expect.stringContaining('the way of measuring')]);
});

for (const [part, said] of [
  ['target', 'the target (https://obras.example.com, not other)'],
  ['pages', 'the pages (dashboard × 3, contract × 2, not other)'],
  ['plan', 'the way of measuring (16 blocks of 3 rounds at 5/s, not other)'],
  ['machine', 'the machine that measures (measures, 2 × Some Processor, not other)'],
  ['suite', 'the suite (construbot-acceptance 0.1.0, not other)'],
  ['node', 'Node (20.20.2, not other)'],
] as const) {
  test(`another ${part} is told as what differs`, () => {
    expect(differences(key, { ...key, [part]: 'other' })).toEqual([said]);
  });
}

test('nothing differs from the same', () => {
  expect(differences(key, { ...key })).toEqual([]);
});
