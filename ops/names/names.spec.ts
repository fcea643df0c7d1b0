import { env } from '../../fixtures/env.ts';
import { expect, test } from '../../fixtures/index.ts';
import { endLooked, looked } from '../looked.ts';
import { lookAtAddresses, lookAtAgreement, lookAtMailHosts, lookAtNames } from './look.ts';

const observe = (item: string): { tag: string[] } => ({ tag: [item, '@observe'] });

const looks = [
  {
    title: 'the names of the deployment lead to its address and nowhere else',
    item: '@IN-06',
    evidence: 'addresses',
    look: lookAtAddresses,
    remedy:
      'correct A and AAAA at the DNS provider, and delete an AAAA that leads nowhere; behind a CDN or balancer, EXPECTED_ADDRESS is theirs',
  },
  {
    title: 'every name of the deployment has an address',
    item: '@IN-07',
    evidence: 'names',
    look: lookAtNames,
    remedy:
      'create the record that is missing: A at @ (ALIAS where a balancer has only a name), A or CNAME for www',
  },
  {
    title: 'all name servers say the same of the deployment',
    item: '@IN-08',
    evidence: 'agreement',
    look: lookAtAgreement,
    remedy:
      'dig +nssearch DOMAIN tells whether the authoritative servers agree: then wait for the TTL of the old record, else correct the one that lags',
  },
  {
    title: 'every mail host of the domain can be found',
    item: '@IN-09',
    evidence: 'mail-hosts',
    look: lookAtMailHosts,
    remedy:
      'each MX names a host that has A or AAAA itself, as the mail provider lists them; no IP address, no CNAME',
  },
] as const;

for (const { title, item, evidence, look, remedy } of looks) {
  test(title, observe(item), async ({ nameServers }, testInfo) => {
    const seen = await looked(testInfo, evidence, () => look(nameServers, env()));
    expect(seen.findings, `Remedy: ${remedy}`).toEqual([]);
    endLooked(testInfo, seen);
  });
}
