import { expect, test } from '../../fixtures/index.ts';
import { rules } from './rules.ts';
import { walkOf, walkOfStranger } from './walks.ts';

for (const { items, before, after, find, mend } of rules) {
  const lines = items.map((item) => `@${item}`);

  test(
    `${before} a stranger ${after}`,
    { tag: [...lines, '@observe', '@wide'] },
    async ({ as, acting }) => {
      const { seen } = await walkOfStranger({ as, acting });
      expect(find(seen), mend).toEqual([]);
    },
  );

  test(
    `${before} a corporativo ${after}`,
    { tag: [...lines, '@write', '@wide'] },
    async ({ as, acting, construbot, make, personOf }) => {
      const { seen } = await walkOf('corporativo', { as, acting, construbot, make, personOf });
      expect(find(seen), mend).toEqual([]);
    },
  );
}
