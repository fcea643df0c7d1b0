import { expect, test } from '../../fixtures/index.ts';
import { devices } from './devices.ts';
import { arrangeShown, keyPages } from './key-pages.ts';

for (const device of devices) {
  for (const page of keyPages) {
    test(
      `the ${page.name} opens in under two seconds on ${device.name}, cold and warm`,
      { tag: ['@PT-01', '@write'] },
      async ({ pageSpeed, construbot, make }) => {
        const shown = await arrangeShown(construbot, make);
        const { tooSlow, table } = await pageSpeed(page, shown, device);
        expect(tooSlow, table).toEqual([]);
      },
    );
  }
}
