import { NotRun } from '../../fixtures/accounts/role.ts';
import { lookupBy } from '../../fixtures/dns/lookup.ts';
import { NameServer } from '../../fixtures/dns/name-server.ts';
import { env } from '../../fixtures/env.ts';
import { expect, test } from '../../fixtures/index.ts';
import { endLooked, looked } from '../looked.ts';
import { lookAtHosts } from './look.ts';

const subjects = [
  {
    title: 'every public name answers and ends on one canonical host',
    item: '@CS-06',
    variable: 'DOMAINS',
    names: () => env().domains,
    remedy:
      'the name that fails in DJANGO_ALLOWED_HOSTS and in the proxy (server_name), and 301 from every name to the canonical one',
  },
  {
    title: "the load balancer's own name answers and ends on the canonical host",
    item: '@CS-07',
    variable: 'LB_HOST',
    names: () => [env().lbHost ?? []].flat(),
    remedy:
      "the balancer's own name in DJANGO_ALLOWED_HOSTS, and 301 from it to the canonical host",
  },
] as const;

for (const { title, item, variable, names, remedy } of subjects) {
  test(title, { tag: [item, '@observe'] }, async ({ baseURL }, testInfo) => {
    const seen = await looked(testInfo, 'hosts', async () => {
      const all = names();
      if (all.length === 0) throw new NotRun(`needs ${variable}`);
      const { dnsResolvers, domains } = env();
      const lookup = lookupBy(dnsResolvers.map((address) => new NameServer(address)));
      return lookAtHosts(new URL(baseURL ?? ''), all, domains, lookup);
    });
    expect(seen.findings, `Remedy: ${remedy}`).toEqual([]);
    endLooked(testInfo, seen);
  });
}
