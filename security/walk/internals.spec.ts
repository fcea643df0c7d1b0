import { expect, test } from '../../fixtures/index.ts';
import { debugTraces } from './debug-traces.ts';
import { findIn } from './findings.ts';
import { leftBehind } from './left-behind.ts';
import { secretsIn } from './secrets.ts';
import { toldVersions } from './told-versions.ts';
import { walkOf, walkOfStranger } from './walks.ts';

const mend = {
  debug:
    'Pages of DEBUG = True. Remedy: DJANGO_SETTINGS_MODULE=construbot.config.settings.production, and no debug toolbar in INSTALLED_APPS',
  versions:
    'What to look for holes of. Remedy: server_tokens off in nginx, ServerTokens Prod in Apache, and no header that names the framework',
  secrets:
    'Who reads the page has it. Remedy: draw a new one, revoke the old one, and take it out of templates and scripts',
  left: 'Meant for those who build it. Remedy: comments of the template language, {# #}, which are not sent; no .map among the static files',
};

test(
  'no answer to a stranger shows what debugging shows',
  { tag: ['@CS-01', '@observe', '@wide'] },
  async ({ as, acting }) => {
    const { seen } = await walkOfStranger({ as, acting });
    expect(findIn(seen, debugTraces), mend.debug).toEqual([]);
  },
);

test(
  'no answer to a corporativo shows what debugging shows',
  { tag: ['@CS-01', '@write', '@wide'] },
  async ({ as, acting, construbot, make, personOf }) => {
    const { seen } = await walkOf('corporativo', { as, acting, construbot, make, personOf });
    expect(findIn(seen, debugTraces), mend.debug).toEqual([]);
  },
);

test(
  'no answer to a stranger tells the versions of what it comes from',
  { tag: ['@ST-02', '@observe', '@wide'] },
  async ({ as, acting }) => {
    const { seen } = await walkOfStranger({ as, acting });
    expect(findIn(seen, toldVersions), mend.versions).toEqual([]);
  },
);

test(
  'no answer to a corporativo tells the versions of what it comes from',
  { tag: ['@ST-02', '@write', '@wide'] },
  async ({ as, acting, construbot, make, personOf }) => {
    const { seen } = await walkOf('corporativo', { as, acting, construbot, make, personOf });
    expect(findIn(seen, toldVersions), mend.versions).toEqual([]);
  },
);

test(
  'no answer to a stranger holds a key, a password or a token of the deployment',
  { tag: ['@CS-04', '@ST-02', '@observe', '@wide'] },
  async ({ as, acting }) => {
    const { seen } = await walkOfStranger({ as, acting });
    expect(findIn(seen, secretsIn), mend.secrets).toEqual([]);
  },
);

test(
  'no answer to a corporativo holds a key, a password or a token of the deployment',
  { tag: ['@CS-04', '@ST-02', '@write', '@wide'] },
  async ({ as, acting, construbot, make, personOf }) => {
    const { seen } = await walkOf('corporativo', { as, acting, construbot, make, personOf });
    expect(findIn(seen, secretsIn), mend.secrets).toEqual([]);
  },
);

test(
  'no page leaves a stranger the notes of those who built it',
  { tag: ['@ST-02', '@observe', '@wide'] },
  async ({ as, acting }) => {
    const { seen } = await walkOfStranger({ as, acting });
    expect(findIn(seen, leftBehind), mend.left).toEqual([]);
  },
);

test(
  'no page leaves a corporativo the notes of those who built it',
  { tag: ['@ST-02', '@write', '@wide'] },
  async ({ as, acting, construbot, make, personOf }) => {
    const { seen } = await walkOf('corporativo', { as, acting, construbot, make, personOf });
    expect(findIn(seen, leftBehind), mend.left).toEqual([]);
  },
);
