import { expect, test } from '../../fixtures/index.ts';
import { openedFiles } from './opened-files.ts';

const pages = [
  { name: 'login page', role: 'anonymous', path: '/accounts/login/', tier: '@observe' },
  // The one with the most scripts: those of its dates and its searches.
  {
    name: 'form of a contract',
    role: 'director',
    path: '/proyectos/contrato/nuevo/',
    tier: '@write',
  },
] as const;

for (const { name, role, path, tier } of pages) {
  test(
    `the files of the ${name} arrive quickly and weigh little`,
    { tag: ['@PT-04', tier] },
    async ({ rounds }, testInfo) => {
      const beyond = await openedFiles(path, await rounds(role, path), testInfo);
      expect(beyond).toEqual([]);
    },
  );
}
