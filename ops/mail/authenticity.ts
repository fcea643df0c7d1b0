import { authenticate } from 'mailauth';
import { withResolver } from '../../fixtures/dns/first-answering.ts';
import type { NameServer } from '../../fixtures/dns/name-server.ts';
import type { Trace } from '../../fixtures/mailbox/trace.ts';

/** What can be verified of who sent a message. */
export interface Authenticity {
  /** Domains of its From header; one, unless something is wrong. */
  readonly from: readonly string[];
  readonly dkim: readonly Signature[];
  /** Undefined where no header tells who handed the message over. */
  readonly spf:
    { readonly result: string; readonly domain: string; readonly address: string } | undefined;
  /** Undefined where the domain has no policy. */
  readonly dmarc: { readonly result: string; readonly isSpfAligned: boolean } | undefined;
}

interface Signature {
  readonly domain: string;
  readonly selector: string;
  readonly result: string;
  readonly comment: string;
  readonly isAligned: boolean;
  /** The key says that it is only tried out (RFC 6376, 3.6.1). */
  readonly isTest: boolean;
}

/**
 * Verifies a message again, as a receiver does: SPF (RFC 7208), DKIM (RFC 6376), DMARC (RFC 7489).
 *
 * @param source the message as it arrived
 * @param trace how it came
 * @throws NotRun when no name server answers
 */
export async function authenticityOf(
  source: Buffer,
  trace: Trace,
  servers: readonly NameServer[],
): Promise<Authenticity> {
  const { address, names, sender } = trace;
  const [helo = 'unknown.invalid'] = names.slice(-1);
  const { dkim, spf, dmarc } = await withResolver(servers, (resolver) =>
    authenticate(source, {
      resolver,
      sender,
      helo,
      ...(address === undefined ? {} : { ip: address }),
      mta: 'construbot-acceptance',
      disableBimi: true,
    }),
  );
  const hasPolicy = dmarc !== false && ['pass', 'fail'].includes(dmarc.status.result);
  return {
    from: dkim.headerFrom.map((one) => one.split('@').at(-1)?.toLowerCase() ?? ''),
    dkim: dkim.results
      .filter(({ status }) => status.result !== 'none')
      .map(({ signingDomain, selector = '', status, ...rest }) => ({
        domain: signingDomain,
        selector,
        result: status.result,
        comment: typeof status.comment === 'string' ? status.comment : '',
        isAligned: Boolean(status.aligned),
        isTest: 'rr' in rest && /(?:^|;)t=(?:\w+:)*y(?:[:;]|$)/.test(String(rest.rr)),
      })),
    spf:
      address === undefined || spf === false
        ? undefined
        : { result: spf.status.result, domain: spf.domain, address },
    dmarc: hasPolicy
      ? { result: dmarc.status.result, isSpfAligned: Boolean(dmarc.alignment.spf.result) }
      : undefined,
  };
}

const isGood = ({ result, isAligned }: Signature): boolean => result === 'pass' && isAligned;

/**
 * What keeps a receiver from knowing that a message is genuine.
 *
 * @returns sentences
 */
export function doubts({ from, dkim, spf, dmarc }: Authenticity): string[] {
  const domain = from.join(', ') || 'nobody';
  const found: string[] = [];
  if (from.length !== 1)
    found.push(`From names ${from.length} addresses: DMARC has nothing to hold on to`);
  if (dkim.length === 0) found.push('the message is not signed (DKIM)');
  else if (!dkim.some(isGood)) {
    for (const { domain: signer, selector, result, comment } of dkim) {
      const why = result === 'pass' ? `pass, but it is not aligned with From, ${domain}` : result;
      const words = comment === '' ? why : `${why}, ${comment}`;
      found.push(`the signature of ${signer} (selector ${selector}): ${words}`);
    }
  }
  for (const { isTest, ...good } of dkim.filter(isGood)) {
    if (isTest)
      found.push(`the key ${good.selector}._domainkey.${good.domain} is in test mode (t=y)`);
  }
  if (spf === undefined)
    found.push('no header tells who handed the message over, so that SPF has nothing to judge');
  else if (spf.result !== 'pass') {
    found.push(
      `SPF of ${spf.domain} says ${spf.result} of ${spf.address}, which handed the message over`,
    );
  } else if (dmarc?.isSpfAligned === false) {
    found.push(`SPF passes for ${spf.domain}, which is not aligned with From, ${domain}`);
  }
  if (dmarc === undefined) found.push(`${domain} has no DMARC policy`);
  return found;
}

/**
 * Whether the provider signs for the domain that mail has to come from.
 *
 * @returns what is wrong; and what lacks where no signature verifies, which is for `doubts` to tell
 */
export function providerDoubts(
  { from, dkim }: Authenticity,
  mailDomain: string,
): { findings: string[]; lacks: string | undefined } {
  const strange = from.filter((one) => one !== mailDomain);
  return {
    findings: strange.map((one) => `From is of ${one}, not of ${mailDomain} (MAIL_DOMAIN)`),
    lacks: dkim.some(isGood)
      ? undefined
      : `no signature for ${mailDomain} verifies, by which the provider would show that it knows the domain (EM-04)`,
  };
}
