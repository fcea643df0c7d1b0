import type { Env } from '../../fixtures/env.ts';
import { exitCode } from '../../fixtures/failure.ts';
import { openNameServers } from '../../fixtures/test/name-servers.ts';
import { attempt, type Finding } from './finding.ts';

const what = 'Names';

/** Whether the name servers answer for the names of the deployment, and which variables lack. */
export async function namesFinding(
  settings: Pick<
    Env,
    'dnsResolvers' | 'domains' | 'expectedAddresses' | 'lbHost' | 'mailDomain' | 'dnsblZones'
  >,
): Promise<Finding> {
  const { domains, expectedAddresses, mailDomain, dnsblZones } = settings;
  const lacking = [
    ...(domains.length === 0 ? ['DOMAINS: all its names, with www and without'] : []),
    ...(expectedAddresses.length === 0 ? ['EXPECTED_ADDRESS: where they have to lead'] : []),
    ...(mailDomain === undefined ? ['MAIL_DOMAIN: SPF, DKIM, DMARC and mail hosts'] : []),
    ...(dnsblZones.length === 0 ? ['DNSBL_ZONES: the reputation of who sends its mail'] : []),
  ].join('; ');
  const [first] = [...domains, ...(mailDomain === undefined ? [] : [mailDomain])];
  if (first === undefined) return { what, state: 'missing', said: lacking };
  return attempt(what, exitCode.configuration, async () => {
    const servers = openNameServers(settings);
    await Promise.all(servers.map((server) => server.addresses(first)));
    const said = `${servers.map(({ address }) => address).join(', ')} answer`;
    return lacking === '' ? said : `${said}; not given: ${lacking}`;
  });
}
