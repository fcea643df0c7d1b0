import { passwordPattern } from '../../fixtures/accounts/password.ts';
import type { Env } from '../../fixtures/env.ts';
import { written } from '../../fixtures/written.ts';

/** Hides secrets in a text. */
export type Mask = (text: string) => string;

type Holders = Pick<
  Env,
  'account' | 'staff' | 'other' | 'database' | 'redis' | 'mailboxUrl' | 'webhook'
> &
  Partial<Pick<Env, 'restoreDatabase' | 'sentry' | 'mailProvider' | 'uptime' | 'awsSecrets'>>;

const hidden = '•••';

// A quotation mark, also of JSON within JSON; a slash, also in an address within an address.
const quote = String.raw`\\*["']`;
const slash = String.raw`(?:\\*\/|%(?:25)*2[Ff])`;
const between = [
  // csrftoken=…, "csrfmiddlewaretoken": "…"
  String.raw`(?:${quote})?\s*(?:[=:]|%3D)\s*(?:${quote})?`,
  // {"name":"sessionid","value":"…"}, as traces have it
  String.raw`${quote},\s*${quote}value${quote}:\s*${quote}`,
  // <input name="csrfmiddlewaretoken" value="…">
  String.raw`(?:${quote})?\s[^<>]{0,80}?\bvalue=(?:${quote})?`,
  // a part of multipart/form-data (RFC 7578)
  String.raw`${quote}(?:\s|\\+[rn])+`,
].join('|');
const named = 'sessionid|csrftoken|csrfmiddlewaretoken';
const value = String.raw`[\w.:-]{16,}`;

/** Where a value stands with its name; the value is the group. */
const carriers: readonly RegExp[] = [
  new RegExp(`(?:${named})(?:${between})(${value})`, 'gi'),
  new RegExp(`value=${quote}(${value})${quote}[^<>]{0,80}? name=${quote}(?:${named})`, 'gi'),
];

/** What is secret by its looks or its place; the first group stays. */
const patterns: readonly RegExp[] = [
  new RegExp(`()${passwordPattern}`, 'g'),
  // A JSON web token (RFC 7519).
  /()eyJ[\w-]{8,}\.[\w-]+\.[\w-]*/g,
  // A header (RFC 9110), as a line or as traces have it.
  new RegExp(
    String.raw`(authorization(?:(?:${quote})?\s*[=:]\s*(?:${quote})?|${quote},\s*${quote}value${quote}:\s*${quote})(?:Bearer|Basic|Token)\s+)[\w.~+/=-]+`,
    'gi',
  ),
  // Keys of a mail that resets a password or proves an address; `…-set-password` is none.
  new RegExp(
    String.raw`(accounts${slash}(?:password${slash}reset${slash}key|confirm-email)${slash})(?!\w+-set-password\b)(?:[\w:.~=-]|%3A){8,}`,
    'g',
  ),
  // A password in an address; after a port comes no @.
  /(:\/\/[^\s/:@"'<>\\]{1,80}:)[\w!$&*+=.~%-]+(?=@)/g,
];

// Colours may split a text; in traces they stand in JSON.
const colour = /(?:\u001b|\\+u001b)\[[\d;]*m/g;

/**
 * Makes a function that hides what nobody may read in a report: the passwords of the configuration
 * and those that the run makes, however they are written; tokens; session cookies and tokens of
 * forms wherever they stand in a text that names them; keys in links.
 *
 * @param env the configuration of the run
 */
export function masker(env: Holders): Mask {
  const forms = secretsOf(env).flatMap((secret) => [written(secret), ...base64Of(secret)]);
  const known = forms.length === 0 ? undefined : new RegExp(forms.join('|'), 'g');
  const hide: Mask = (text) => {
    const bare = known === undefined ? text : text.replace(known, hidden);
    const borne = new Set(
      carriers.flatMap((one) => [...bare.matchAll(one)].flatMap(([, it]) => it ?? [])),
    );
    const rest = borne.size === 0 ? bare : bare.replace(anyOf(borne), hidden);
    return patterns.reduce((all, pattern) => all.replace(pattern, `$1${hidden}`), rest);
  };
  return (text) => {
    const masked = hide(text);
    const plain = text.replace(colour, '');
    if (plain === text) return masked;
    const maskedPlain = hide(plain);
    return masked.replace(colour, '') === maskedPlain ? masked : maskedPlain;
  };
}

// Longest first, so that none leaves a piece of another.
const longestFirst = (texts: Iterable<string>): string[] =>
  [...new Set(texts)].filter(Boolean).sort((a, b) => b.length - a.length);

const anyOf = (texts: Iterable<string>): RegExp =>
  new RegExp(longestFirst(texts).map(written).join('|'), 'g');

function secretsOf(env: Holders): string[] {
  const accounts = [env.account, env.staff, env.other].filter((one) => one !== undefined);
  const secrets = accounts.map(({ password }) => password);
  const servers = [env.database, env.restoreDatabase, env.redis];
  for (const { password } of servers.filter((one) => one !== undefined)) {
    secrets.push(password, encodeURIComponent(password));
  }
  if (env.mailboxUrl !== undefined) {
    const { password } = new URL(env.mailboxUrl);
    secrets.push(password, decodeURIComponent(password));
  }
  if (env.webhook !== undefined) {
    // Who knows the path may post; a part of it may be an ordinary word, such as hook or services.
    const { pathname, search, searchParams } = env.webhook.url;
    const parts = [pathname + search, ...pathname.split('/'), ...searchParams.values()];
    secrets.push(...parts.filter((part) => part.length >= 16 || /^(?=.*\d).{8,}$/.test(part)));
  }
  for (const vendor of [env.sentry, env.mailProvider, env.uptime]) {
    if (vendor !== undefined) secrets.push(vendor.token);
  }
  secrets.push(...(env.awsSecrets ?? []));
  return longestFirst(secrets);
}

/**
 * What a secret looks like within a longer text in base64 (RFC 4648), such as `user:secret` in
 * HTTP's Basic authentication: three ways, by how many bytes come before it.
 */
function base64Of(secret: string): string[] {
  const bytes = Buffer.from(secret);
  return [0, 1, 2]
    .map((before) => {
      const all = Buffer.concat([Buffer.alloc(before), bytes]);
      // Signs at both ends hold bits of the neighbours, too.
      return all
        .toString('base64')
        .slice(Math.ceil((before * 4) / 3), Math.floor((all.length * 4) / 3));
    })
    .filter((form) => form.length >= 8)
    .map((form) => Array.from(form, (sign) => writtenInEither(sign)).join(''));
}

// The alphabet for addresses has other signs for the last two.
const writtenInEither = (sign: string): string => {
  const other = { '+': '-', '/': '_' }[sign];
  return other === undefined ? written(sign) : `(?:${written(sign)}|${other})`;
};
