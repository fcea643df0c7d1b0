import { isInner, type Trace } from '../../fixtures/mailbox/trace.ts';

/** Hosts that carry mail for others, by the domains that the providers' own documentation names. */
const providers: Readonly<Record<string, readonly string[]>> = {
  Mailgun: ['mailgun.net', 'mailgun.org', 'mailgun.info'],
  'Amazon SES': ['amazonses.com'],
  SendGrid: ['sendgrid.net'],
  Postmark: ['mtasv.net', 'postmarkapp.com'],
  Mailjet: ['mailjet.com'],
  Brevo: ['sendinblue.com', 'brevo.com', 'mailin.fr'],
  SparkPost: ['sparkpostmail.com'],
  Mandrill: ['mandrillapp.com', 'mcsv.net', 'rsgsv.net'],
  Google: ['google.com'],
  Microsoft: ['outlook.com', 'office365.com'],
  Zoho: ['zoho.com', 'zohomail.com'],
  MailerSend: ['mailersend.net'],
  SMTP2GO: ['smtp2go.com'],
};

/**
 * Who handed a message over to the mailbox.
 *
 * @param own addresses of the deployment itself
 * @returns the provider, if it is a known one; what is wrong; why it cannot be told
 */
export function carrierOf(
  { address, names }: Trace,
  own: readonly string[],
): { provider: string | undefined; findings: string[]; untold: string | undefined } {
  const [provider] =
    Object.entries(providers).find(([, domains]) =>
      domains.some((domain) => names.some((name) => `.${name}`.endsWith(`.${domain}`))),
    ) ?? [];
  const said = `${address ?? 'nobody that a Received header names'}${names.length === 0 ? '' : ` (${names.join(', ')})`}`;
  if (address === undefined || isInner(address) || own.includes(address)) {
    return {
      provider,
      findings: [`the message came from ${said} itself: no provider has carried it`],
      untold: undefined,
    };
  }
  const untold =
    provider === undefined
      ? `the message came from ${said}, which is no provider that is known here`
      : undefined;
  return { provider, findings: [], untold };
}
