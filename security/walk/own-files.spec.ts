import { expect, test } from '../../fixtures/index.ts';
import { brokenFiles } from './own-files.ts';
import { walkOf, walkOfStranger } from './walks.ts';

const mend =
  'The page is not what it should be without it. Remedy: collectstatic, then the compressed files of /static/CACHE/ where the web server looks, and types by the name of the file';

test(
  'every script, style and image that a stranger is shown is there, as what it is',
  { tag: ['@SM-01', '@observe', '@wide'] },
  async ({ as, acting }) => {
    const { seen } = await walkOfStranger({ as, acting });
    expect(brokenFiles(seen), mend).toEqual([]);
  },
);

test(
  'every script, style and image that a corporativo is shown is there, as what it is',
  { tag: ['@SM-01', '@write', '@wide'] },
  async ({ as, acting, construbot, make, personOf }) => {
    const { seen } = await walkOf('corporativo', { as, acting, construbot, make, personOf });
    expect(brokenFiles(seen), mend).toEqual([]);
  },
);
