import type { Env } from '../../fixtures/env.ts';

const hidden = '•••';

const patterns: readonly RegExp[] = [
  // A JSON web token.
  /eyJ[\w-]{8,}\.[\w-]+\.[\w-]*/g,
  /(?<=\b(?:sessionid|csrftoken|csrfmiddlewaretoken)["']?\s*[=:]\s*["']?)[\w-]{8,}/g,
  /(?<=\bauthorization["']?\s*[=:]\s*["']?(?:Bearer|Basic|Token)\s+)\S+/gi,
  // Keys of a mail that resets a password or proves an address.
  /(?<=\/accounts\/(?:password\/reset\/key|confirm-email)\/)[^\s/"'<>]{8,}/g,
  /(?<=:\/\/[^\s/:@]+:)[^\s/@]+(?=@)/g,
];

/**
 * Makes a function that hides what nobody may read in a report: the passwords of the configuration,
 * tokens, session cookies, and keys in links.
 *
 * @param env the configuration of the run
 */
export function masker(
  env: Pick<Env, 'account' | 'staff' | 'other' | 'mailboxUrl'>,
): (text: string) => string {
  const secrets = [env.account, env.staff, env.other].flatMap((one) => one?.password ?? []);
  if (env.mailboxUrl !== undefined) {
    const { password } = new URL(env.mailboxUrl);
    secrets.push(password, decodeURIComponent(password));
  }
  // Longest first, so that none leaves a piece of another.
  const known = [...new Set(secrets)].filter(Boolean).sort((a, b) => b.length - a.length);
  return (text) => {
    const plain = known.reduce((rest, secret) => rest.replaceAll(secret, hidden), text);
    return patterns.reduce((rest, pattern) => rest.replace(pattern, hidden), plain);
  };
}
