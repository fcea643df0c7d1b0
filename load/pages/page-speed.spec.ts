import { expect, test } from '../../fixtures/index.ts';
import { arrangeShown, keyPages } from './key-pages.ts';

for (const page of keyPages) {
  test(
    `the ${page.name} opens in under two seconds, cold and warm`,
    { tag: ['@PT-01', '@write'] },
    async ({ pageSpeed, construbot, make }) => {
      const { tooSlow, table } = await pageSpeed(page, await arrangeShown(construbot, make));
      expect(tooSlow, table).toEqual([]);
    },
  );
}
