import type { MailDomain, MailEvent } from '../../fixtures/vendor/mailgun.ts';

/** The domain of an address. */
export const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1);

/** What keeps a domain from being verified. */
const problemsOf = ({ domain, sending_dns_records: records }: MailDomain): string[] => [
  ...(domain.state === 'active' ? [] : [`the provider calls ${domain.name} ${domain.state}`]),
  ...records
    .filter(({ valid }) => valid !== 'valid')
    .map(
      ({ record_type: type, name, valid }) =>
        `the record ${type} ${name ?? domain.name} of ${domain.name} is ${valid}`,
    ),
];

/**
 * Line EM-03, as far as the provider: it has verified the domain that mail is sent from.
 *
 * @param sender the domain in From
 * @param domains of the account that may send as it
 */
export function judgeDomains(sender: string, domains: readonly MailDomain[]): string[] {
  if (domains.length === 0) return [`the account of the provider has no domain for ${sender}`];
  const problems = domains.map(problemsOf);
  return problems.some((found) => found.length === 0) ? [] : problems.flat();
}

/**
 * Line EM-02, by the provider's own account: it has carried the message.
 *
 * @param events of the message, whatever domain of the account they are of
 */
export function judgeEvents(recipient: string, events: readonly MailEvent[]): string[] {
  if (events.some(({ event }) => event === 'delivered')) return [];
  const seen = [...new Set(events.map(({ event }) => event))].join(', ');
  return [
    events.length === 0
      ? `the provider knows of no mail for ${recipient}`
      : `the provider has not delivered the mail for ${recipient}: ${seen}`,
  ];
}
