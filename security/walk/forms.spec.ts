import { expect, test } from '../../fixtures/index.ts';
import { findIn } from './findings.ts';
import { passwordInAddress, withoutToken } from './loose-forms.ts';
import { walkOf, walkOfStranger } from './walks.ts';

const mend = {
  token: 'Such a form is refused, or nothing protects it. Remedy: {% csrf_token %} in the form',
  password: 'Histories, logs and other sites learn it. Remedy: method="post"',
};

test(
  'every form that a stranger is shown and that changes something carries a token',
  { tag: ['@SC-07', '@observe', '@wide'] },
  async ({ as, acting }) => {
    const { seen } = await walkOfStranger({ as, acting });
    expect(findIn(seen, withoutToken), mend.token).toEqual([]);
  },
);

test(
  'every form that a corporativo is shown and that changes something carries a token',
  { tag: ['@SC-07', '@write', '@wide'] },
  async ({ as, acting, construbot, make, personOf }) => {
    const { seen } = await walkOf('corporativo', { as, acting, construbot, make, personOf });
    expect(findIn(seen, withoutToken), mend.token).toEqual([]);
  },
);

test(
  'no form that a stranger is shown puts a password into an address',
  { tag: ['@ST-02', '@observe', '@wide'] },
  async ({ as, acting }) => {
    const { seen } = await walkOfStranger({ as, acting });
    expect(findIn(seen, passwordInAddress), mend.password).toEqual([]);
  },
);

test(
  'no form that a corporativo is shown puts a password into an address',
  { tag: ['@ST-02', '@write', '@wide'] },
  async ({ as, acting, construbot, make, personOf }) => {
    const { seen } = await walkOf('corporativo', { as, acting, construbot, make, personOf });
    expect(findIn(seen, passwordInAddress), mend.password).toEqual([]);
  },
);
