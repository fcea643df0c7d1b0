import type { Pace } from '../fixtures/accounts/pace.ts';
import type { Credentials } from '../fixtures/env.ts';
import type { Fields, Session } from '../fixtures/http/session.ts';
import type { Raw } from '../fixtures/test/raw.ts';
import { encoded, filled, formOn } from './forged-post.ts';

const path = '/accounts/login/';

/**
 * Signs somebody in by the form and gives the `Set-Cookie` line of the session as it came.
 *
 * @param pace is told, as a raw request is not counted by itself
 * @param more fields beside name and password
 * @throws when the application does not let them in
 */
export async function sessionLine(
  raw: Raw,
  pace: Pace,
  visitor: Session,
  { username, password }: Pick<Credentials, 'username' | 'password'>,
  more: Fields = {},
): Promise<string> {
  const form = await formOn(visitor, path, ['login', 'password']);
  const fields = filled(form, { login: username, password, ...more });
  const { status, cookies } = await raw(path, {
    method: 'POST',
    signedIn: await visitor.storageState(),
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      referer: `${visitor.baseUrl}${path}`,
    },
    body: encoded(fields),
  });
  pace.note({ method: 'POST', url: `${visitor.baseUrl}${path}`, status });
  const line = cookies.find((one) => one.startsWith('sessionid='));
  if (status !== 302 || line === undefined) throw new Error(`The sign-in answered ${status}`);
  return line;
}

/**
 * How long a cookie lasts, in seconds, as RFC 6265, 5.3 has it: Max-Age comes before Expires.
 *
 * @param line `Set-Cookie` as it came
 * @param now the time, in milliseconds since 1970
 * @returns undefined when it ends with the browser
 */
export function lifetimeOf(line: string, now = Date.now()): number | undefined {
  const age = /;\s*max-age=(-?\d+)/i.exec(line)?.[1];
  if (age !== undefined) return Number(age);
  const expires = /;\s*expires=([^;]+)/i.exec(line)?.[1];
  return expires === undefined ? undefined : (Date.parse(expires) - now) / 1000;
}
