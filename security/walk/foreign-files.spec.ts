import { env } from '../../fixtures/env.ts';
import { expect, test } from '../../fixtures/index.ts';
import type { Seen } from './crawl.ts';
import { findIn } from './findings.ts';
import { unpinnedFiles } from './foreign-files.ts';
import { walkOf, walkOfStranger } from './walks.ts';

const unpinned = (one: Seen): string[] => unpinnedFiles(one, env().assetHosts);

const mend =
  'Whoever runs that host can change the page. Remedy: in the base template an address with its full version, and its integrity and crossorigin="anonymous"; a file that the network makes on request, as jsDelivr does when .min is not in the package, has no lasting hash: name the one in the package';

test(
  'every script and style of another host that a stranger is shown is pinned',
  { tag: ['@ST-02', '@observe', '@wide'] },
  async ({ as, acting }) => {
    const { seen } = await walkOfStranger({ as, acting });
    expect(findIn(seen, unpinned), mend).toEqual([]);
  },
);

test(
  'every script and style of another host that a corporativo is shown is pinned',
  { tag: ['@ST-02', '@write', '@wide'] },
  async ({ as, acting, construbot, make, personOf }) => {
    const { seen } = await walkOf('corporativo', { as, acting, construbot, make, personOf });
    expect(findIn(seen, unpinned), mend).toEqual([]);
  },
);
