import type { Pace } from '../fixtures/accounts/pace.ts';
import type { Credentials } from '../fixtures/env.ts';
import { findForm } from '../fixtures/http/html-form.ts';
import type { RawAnswer } from '../fixtures/http/raw-request.ts';
import type { Raw } from '../fixtures/test/raw.ts';
import { readCookie, type SetCookie } from './set-cookie.ts';

/** What signing in takes. */
export interface SignInNeeds {
  readonly raw: Raw;
  readonly pace: Pace;
  readonly baseURL: string | undefined;
}

/** The cookies that somebody is given on the way from the login page to the dashboard. */
export interface Given {
  /** By the login page, as anybody is. */
  readonly before: readonly SetCookie[];
  /** By the answer that lets them in. */
  readonly at: readonly SetCookie[];
  /** By a page with a form that they open then. */
  readonly after: readonly SetCookie[];
}

const login = '/accounts/login/';
const form = '/proyectos/cliente/nuevo/';

/**
 * Signs somebody in with requests that show the Set-Cookie lines as they came.
 *
 * @param user who has confirmed the e-mail
 * @param fields further ones of the login form, such as the tick at `remember`
 * @throws when they are not let in, or cannot open a form then
 */
export async function signInByHand(
  { raw, pace, baseURL }: SignInNeeds,
  user: Pick<Credentials, 'username' | 'password'>,
  fields: Readonly<Record<string, string>> = {},
): Promise<Given> {
  const page = await raw(login);
  const values = findForm(page.body, ['login', 'password'])?.values;
  const token = values?.get('csrfmiddlewaretoken')?.[0] ?? '';
  const body = new URLSearchParams({
    csrfmiddlewaretoken: token,
    login: user.username,
    password: user.password,
    ...fields,
  }).toString();
  const url = new URL(login, baseURL).href;
  const answer = await raw(login, {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      referer: url,
      cookie: jarOf(page),
    },
  });
  pace.note({ method: 'POST', url, status: answer.status });
  if (answer.status !== 302) throw new Error(`${user.username} is not let in: ${answer.status}`);
  const opened = await raw(form, { headers: { cookie: jarOf(page, answer) } });
  if (opened.status !== 200) throw new Error(`${form} answers ${opened.status} after the sign-in`);
  return { before: cookiesOf(page), at: cookiesOf(answer), after: cookiesOf(opened) };
}

/** The cookies that an answer sets. */
export const cookiesOf = ({ cookies }: RawAnswer): readonly SetCookie[] => cookies.map(readCookie);

/** What a browser sends after these answers: of each name the last. */
function jarOf(...answers: readonly RawAnswer[]): string {
  const jar = new Map(answers.flatMap(cookiesOf).map(({ name, value }) => [name, value]));
  return [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
}
