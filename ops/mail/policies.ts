import { dmarc, spf } from 'mailauth';
import { withResolver } from '../../fixtures/dns/first-answering.ts';
import type { NameServer } from '../../fixtures/dns/name-server.ts';

// TEST-NET-2 (RFC 5737): nobody sends from there.
const stranger = '198.51.100.77';

const spfWords: Readonly<Record<string, string>> = {
  pass: 'lets everybody send',
  neutral: 'says nothing about those who may not send: it has to end in ~all or -all',
  none: 'has no SPF record',
  permerror: 'has an SPF record that cannot be read',
  temperror: 'has an SPF record that cannot be looked up',
};

const strict = ['quarantine', 'reject'];

/**
 * What a domain lets strangers do who write mail in its name: what SPF says of an address that sends
 * nothing, and what DMARC asks receivers to do.
 *
 * @returns the records, and what is wrong with them in sentences
 * @throws NotRun when no name server answers
 */
export async function lookAtPolicies(
  servers: readonly NameServer[],
  domain: string,
): Promise<{ findings: string[]; spf: string; dmarc: string }> {
  const helo = `mail.${domain}`;
  const sent = await withResolver(servers, (resolver) =>
    spf({
      sender: `postmaster@${domain}`,
      ip: stranger,
      helo,
      mta: 'construbot-acceptance',
      resolver,
    }),
  );
  const asked = await withResolver(servers, (resolver) =>
    dmarc({ headerFrom: `postmaster@${domain}`, spfDomains: [], dkimDomains: [], resolver }),
  );
  const findings: string[] = [];
  const { result, comment } = sent.status;
  if (result !== 'fail' && result !== 'softfail') {
    const detail = result.endsWith('error') ? ` (${reasonIn(comment)})` : '';
    findings.push(`${domain} ${spfWords[result] ?? result}${detail}`);
  }
  const rr = asked === false ? undefined : asked.rr;
  if (asked === false || rr === undefined) {
    findings.push(`${domain} has no DMARC record, or more than one`);
  } else {
    for (const tag of ['p', 'sp'] as const) {
      const policy = asked[tag].trim().toLowerCase();
      if (!strict.includes(policy))
        findings.push(`DMARC of ${domain}: ${tag}=${policy} stops no forged mail`);
    }
    const { pct = 100 } = asked;
    if (pct < 100)
      findings.push(`DMARC of ${domain}: pct=${pct} lets the rest of forged mail through`);
  }
  return { findings: [...new Set(findings)], spf: sent.rr ?? '', dmarc: rr ?? '' };
}

const reasonIn = (comment: string | false | undefined): string =>
  /lookup of [^:]*: (.*)$/.exec(String(comment))?.[1] ?? 'no reason given';
