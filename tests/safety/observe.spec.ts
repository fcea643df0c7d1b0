import { expect, test } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { notObserving, trafficOf, withoutChance } from './requests.ts';

const root = join(import.meta.dirname, '..', '..');

test('the observe tier only reads, but for signing in and out, and its table says all it sends', () => {
  // BASE_URL is empty here: the target is the embedded stand-in.
  // Measuring pages sends what others do, again and again.
  const some = ['--grep', '@observe', '--grep-invert', '^performance '];
  execFileSync('npx', ['playwright', 'test', ...some], {
    cwd: root,
    env: { ...process.env, BASE_URL: '', RUN_ID: 'safeobserve' },
    stdio: 'pipe',
  });
  const kinds = trafficOf('safeobserve');
  expect(kinds.length).toBeGreaterThan(30);
  expect(notObserving(kinds)).toEqual([]);
  const table = readFileSync(join(root, 'docs', 'requests.md'), 'utf8');
  const missing = kinds
    .map(({ method, path }) => `| ${method} | \`${withoutChance(path)}\` | observe`)
    .filter((row) => !table.replace(/ +/g, ' ').includes(row));
  expect(missing).toEqual([]);
});

test('a check that posts elsewhere, uses another verb or changes a row is no observation', () => {
  const kind = { method: 'GET', path: '/proyectos/', by: ['smoke'], tables: [] };
  expect(notObserving([kind, { ...kind, method: 'POST', path: '/accounts/login/' }])).toEqual([]);
  for (const wrong of [
    { ...kind, method: 'POST' },
    { ...kind, method: 'DELETE' },
    { ...kind, tables: ['users'] },
  ]) {
    expect(notObserving([wrong])).toHaveLength(1);
  }
});
