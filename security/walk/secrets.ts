import type { Seen } from './crawl.ts';

const quote = '(?:"|\'|&quot;|&#x27;|&#39;)?';

/** What secrets look like, as those who give them out document it. */
const secrets: readonly { readonly what: string; readonly pattern: RegExp }[] = [
  {
    // A signed address of S3 has to carry it; AWS's own example is no secret.
    what: 'a key of AWS (IAM identifiers)',
    pattern:
      /(?<!AWSAccessKeyId=|X-Amz-Credential=)\b(?:AKIA|ASIA)(?![A-Z2-7]{9}EXAMPLE)[A-Z2-7]{16}\b/,
  },
  {
    what: 'a private key (RFC 7468)',
    pattern: /-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----\s+[A-Za-z0-9+/=]{32}/,
  },
  {
    what: 'the secret key of Django',
    pattern: new RegExp(
      `SECRET_KEY${quote}\\s*[:=]\\s*${quote}[^\\s"'<>]{20,}|django-insecure-[^\\s"'<>]{20,}`,
    ),
  },
  {
    what: 'the address of a database with its password',
    pattern: /\b(?:postgres(?:ql)?|rediss?|amqps?|mysql):\/\/[^\s:@/"'<]*:[^\s:@/"'<]{4,}@[\w.-]+/,
  },
  { what: 'a private key of Mailgun', pattern: /\bkey-[0-9a-f]{32}\b/ },
  { what: 'an address of Sentry with its secret half', pattern: /:\/\/[0-9a-f]{32}:[0-9a-f]{32}@/ },
  {
    what: 'the address of a Slack channel',
    pattern: /hooks\.slack\.com\/services\/T\w{8,}\/B\w{8,}\/\w{20,}/,
  },
];

/** Secrets that an answer gives away, by their kind alone: a report must not spread them. */
export function secretsIn({ body }: Seen): string[] {
  return secrets.filter(({ pattern }) => pattern.test(body)).map(({ what }) => what);
}
