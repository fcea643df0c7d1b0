import { expect, test } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const read = (...path: string[]): string => readFileSync(join(root, ...path), 'utf8');

test('every dependency says in the table what it is for, in the version that is installed', () => {
  const { dependencies = {}, devDependencies = {} } = JSON.parse(read('package.json')) as Record<
    string,
    Record<string, string> | undefined
  >;
  const told = read('docs', 'dependencies.md')
    .split('\n')
    .filter((line) => /^\| [@\w]/.test(line) && !line.startsWith('| package '))
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .map(([, name, version, use]) => ({ name, version, isUsed: use !== '' }));
  const wanted = Object.entries({ ...dependencies, ...devDependencies })
    .map(([name, version]) => ({ name, version: version.replace(/^npm:/, ''), isUsed: true }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  expect(told).toEqual(wanted);
});
