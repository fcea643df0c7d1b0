import { expect, test } from '../../fixtures/index.ts';
import { phone } from './devices.ts';
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

// The first page of a day; the others share its files, and one takes long enough on such a network.
const onPhone = keyPages.filter(({ name }) => name === 'dashboard');

for (const page of onPhone) {
  test(
    `the ${page.name} shows itself on ${phone.name} in two and a half seconds`,
    { tag: ['@PT-01', '@write'] },
    async ({ pageSpeed, construbot, make }) => {
      const shown = await arrangeShown(construbot, make);
      const { tooSlow, table } = await pageSpeed(page, shown, phone);
      expect(tooSlow, table).toEqual([]);
    },
  );
}
