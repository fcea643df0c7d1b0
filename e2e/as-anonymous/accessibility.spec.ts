import { expect, test } from '../../fixtures/index.ts';

const pages = [
  { name: 'login page', path: '/accounts/login/' },
  { name: 'sign-up page', path: '/accounts/signup/' },
  { name: 'page for a forgotten password', path: '/accounts/password/reset/' },
  { name: 'page for what is not there', path: '/no-hay-nada-aqui/' },
] as const;

for (const { name, path } of pages) {
  test(
    `the ${name} has no new accessibility violation`,
    { tag: ['@AT-08', '@AT-02', '@observe'] },
    async ({ page, newViolations }) => {
      await page.goto(path);
      expect(await newViolations(name)).toEqual([]);
    },
  );
}
