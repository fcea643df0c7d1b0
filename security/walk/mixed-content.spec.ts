import { expect, test } from '../../fixtures/index.ts';
import { findIn } from './findings.ts';
import { overPlainHttp } from './plain-http.ts';
import { walkOf, walkOfStranger } from './walks.ts';

const mend =
  'Loaded or sent in clear. Remedy: https: in the template; where the address is built, SECURE_PROXY_SSL_HEADER and an https: AWS_S3_CUSTOM_DOMAIN';

test(
  'no page that a stranger is shown loads or sends anything over plain HTTP',
  { tag: ['@SC-02', '@observe', '@wide'] },
  async ({ as, acting }) => {
    const { seen } = await walkOfStranger({ as, acting });
    expect(findIn(seen, overPlainHttp), mend).toEqual([]);
  },
);

test(
  'no page that a corporativo is shown loads or sends anything over plain HTTP',
  { tag: ['@SC-02', '@write', '@wide'] },
  async ({ as, acting, construbot, make, personOf }) => {
    const { seen } = await walkOf('corporativo', { as, acting, construbot, make, personOf });
    expect(findIn(seen, overPlainHttp), mend).toEqual([]);
  },
);
