import { expect, test } from '../../fixtures/index.ts';
import { findIn } from './findings.ts';
import { knownHoles } from './known-holes.ts';
import { walkOf, walkOfStranger } from './walks.ts';

const mend = 'Scripts with published holes. Remedy: the version that mends it, or a later one';

test(
  'no script that a stranger is shown is a library with a known hole',
  { tag: ['@ST-02', '@observe', '@wide'] },
  async ({ as, acting }) => {
    const { seen } = await walkOfStranger({ as, acting });
    expect(findIn(seen, knownHoles), mend).toEqual([]);
  },
);

test(
  'no script that a corporativo is shown is a library with a known hole',
  { tag: ['@ST-02', '@write', '@wide'] },
  async ({ as, acting, construbot, make, personOf }) => {
    const { seen } = await walkOf('corporativo', { as, acting, construbot, make, personOf });
    expect(findIn(seen, knownHoles), mend).toEqual([]);
  },
);
