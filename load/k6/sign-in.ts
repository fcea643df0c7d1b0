import { fail } from 'k6';
import http, { type CookieJar, type Response } from 'k6/http';
import type { Cookies } from '../ways.ts';
import type { Person, Settings } from './settings.ts';

const signInPath = '/accounts/login/';
const signOutPath = '/accounts/logout/';
const tokenField = 'form input[name="csrfmiddlewaretoken"]';

/**
 * Signs somebody in through the form, as a browser does: Django wants the token of the form, the
 * cookie that came with it and, on HTTPS, the page as referrer.
 *
 * @returns the cookies of the session
 * @throws (ends `setup`, and so the run) when the form does not let the person in
 */
export function signIn({ target, headers }: Settings, { username, password }: Person): Cookies {
  const url = `${target}${signInPath}`;
  const jar = new http.CookieJar();
  const shared = { jar, redirects: 0, tags: { page: 'sign-in', phase: 'setup' } };
  const page = http.get(url, { ...shared, headers: { ...headers } });
  const answer = http.post(
    url,
    { csrfmiddlewaretoken: tokenOf(page), login: username, password },
    { ...shared, headers: { ...headers, Referer: url } },
  );
  // The form that comes back is a 200: a wrong password, a locked name.
  if (answer.status !== 302) {
    fail(`${username} could not sign in: ${said(answer)} where a redirect was due`);
  }
  const cookies = Object.entries(jar.cookiesForURL(url)).flatMap(([name, [value = '']]) => [
    { name, value },
  ]);
  return { cookies };
}

/** Ends a session, so that none is left on the target; one that is ended already stays as it is. */
export function signOut({ target, headers }: Settings, session: Cookies): void {
  const url = `${target}${signOutPath}`;
  const jar = jarOf(session, url);
  const shared = { jar, redirects: 0, tags: { page: 'sign-out', phase: 'teardown' } };
  const page = http.get(url, { ...shared, headers: { ...headers } });
  if (page.status !== 200) return;
  http.post(
    url,
    { csrfmiddlewaretoken: tokenOf(page) },
    { ...shared, headers: { ...headers, Referer: url } },
  );
}

/** What a browser of that session would send to an address. */
export function jarOf({ cookies }: Cookies, url: string): CookieJar {
  const jar = new http.CookieJar();
  for (const { name, value } of cookies) jar.set(url, name, value);
  return jar;
}

function tokenOf(page: Response): string {
  if (page.status !== 200) fail(`the form could not be read: ${said(page)}`);
  const token = page.html(tokenField).first().attr('value');
  if (token === undefined) fail('the form carries no CSRF token');
  return token;
}

const said = ({ status, error }: Response): string => (status === 0 ? error : `status ${status}`);
