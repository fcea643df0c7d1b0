import { fail } from 'k6';
import http from 'k6/http';
import type { Cookies, Field } from '../ways.ts';
import type { Settings } from './settings.ts';
import { jarOf } from './sign-in.ts';

/**
 * The fields of a page's form as a browser would send them if nobody touched it, but for boxes: k6 takes
 * those only for checked that say `checked="checked"`, which no page of Django's does.
 *
 * @param path of a page with one form
 * @throws (ends `setup`, and so the run) when the page does not open, or shows no form
 */
export function formOf(
  { target, headers }: Settings,
  session: Cookies,
  path: string,
): readonly Field[] {
  const url = `${target}${path}`;
  const page = http.get(url, {
    jar: jarOf(session, url),
    redirects: 0,
    tags: { page: 'form', phase: 'setup' },
    headers: { ...headers },
  });
  if (page.status !== 200) fail(`${path} did not open: status ${page.status}`);
  const fields = page.html('form:has([name="consecutive"])').serializeArray();
  if (fields.length === 0) fail(`${path} shows no form of an estimate`);
  return fields.flatMap(({ name, value }) =>
    // Of a select with several a list, whatever the types of k6 say.
    [value].flat().map((one) => ({ name, value: one })),
  );
}
