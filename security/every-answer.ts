import { ownFiles } from '../fixtures/http/own-files.ts';
import type { RawAnswer } from '../fixtures/http/raw-request.ts';
import type { Raw } from '../fixtures/test/raw.ts';

/** The kinds of answers that a stranger can have of a deployment. */
export const kinds = [
  'a page',
  'a redirect',
  'a refusal for want of a token',
  'a page that is not there',
  'the login of the administration',
  'a refusal by the API',
  'a static file',
] as const;

export type Kind = (typeof kinds)[number];

const statuses: Readonly<Record<Kind, number>> = {
  'a page': 200,
  'a redirect': 302,
  'a refusal for want of a token': 403,
  'a page that is not there': 404,
  'the login of the administration': 200,
  'a refusal by the API': 401,
  'a static file': 200,
};

/**
 * One answer of each kind, as it came.
 *
 * @throws when one does not have its status: headers of something else would prove nothing
 */
export async function everyAnswer(raw: Raw): Promise<Record<Kind, RawAnswer>> {
  const page = await raw('/accounts/login/');
  const [file] = ownFiles(page.body);
  if (file === undefined) throw new Error('The login page names no file of its own');
  const answers: Record<Kind, RawAnswer> = {
    'a page': page,
    'a redirect': await raw('/'),
    'a refusal for want of a token': await raw('/accounts/login/', { method: 'POST', body: '' }),
    'a page that is not there': await raw('/not-there/'),
    'the login of the administration': await raw('/admin/login/'),
    'a refusal by the API': await raw('/api/v1/customer/list/'),
    'a static file': await raw(file),
  };
  for (const kind of kinds) {
    const { status } = answers[kind];
    if (status !== statuses[kind]) {
      throw new Error(`Expected ${statuses[kind]} for ${kind}, not ${status}`);
    }
  }
  return answers;
}
