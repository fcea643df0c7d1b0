import type { HtmlForm } from '../fixtures/http/html-form.ts';
import { pairsOf, type Fields, type Session } from '../fixtures/http/session.ts';
import type { Raw } from '../fixtures/test/raw.ts';

/** A form that changes something, ready to be sent. */
export interface Target {
  /** Where it is sent to. */
  readonly path: string;
  /** All fields, the token among them as the page gave it. */
  readonly fields: Fields;
}

interface Way {
  /** The token of the field, of the form's own and one that another session was given. */
  readonly token: (own: string, others: string) => string | null;
  /** What the browser says about where the form came from. */
  readonly from: (target: URL) => Readonly<Record<string, string>>;
}

const home = ({ origin }: URL): Record<string, string> => ({ origin, referer: `${origin}/` });
const own = (token: string): string => token;

const ways = {
  'no token': { token: () => null, from: home },
  'a token made up': { token: () => 'a'.repeat(64), from: home },
  'a token of another session': { token: (_, others) => others, from: home },
  // Without a Referer, as a page sends it that asks for that: older Djangos do not look at Origin.
  'Origin of another site': { token: own, from: () => ({ origin: 'https://otro.example' }) },
  'Origin null': { token: own, from: () => ({ origin: 'null' }) },
  'Referer of another site': { token: own, from: () => ({ referer: 'https://otro.example/' }) },
  'Referer of a host that begins like ours': {
    token: own,
    from: ({ hostname }) => ({ referer: `https://${hostname}.otro.example/` }),
  },
  'neither Origin nor Referer': { token: own, from: () => ({}) },
} as const satisfies Readonly<Record<string, Way>>;

export type WayName = keyof typeof ways;

/** All of them. */
export const allWays = Object.keys(ways) as WayName[];

/**
 * Those that tell a form apart which is exempt, or looks only at the token, or only at where it comes
 * from: the others are decided before any form is looked at, so that one form tells for all.
 */
export const tellingWays: readonly WayName[] = [
  'no token',
  'a token of another session',
  'Referer of another site',
];

/** What each forged way has to be answered with. */
export const refusedIn = (names: readonly WayName[]): Readonly<Record<string, string>> =>
  Object.fromEntries(names.map((name) => [name, '403']));

/**
 * The values that a page gave its form, with some filled in.
 *
 * @param form as it was read
 * @param fields what to fill in
 */
export const filled = (form: HtmlForm, fields: Fields = {}): Fields => ({
  ...Object.fromEntries(form.values),
  ...withToken(form, fields),
});

/** Fields with the token that a page gave its form, and nothing else of it. */
export const withToken = ({ values }: HtmlForm, fields: Fields): Fields => ({
  ...fields,
  csrfmiddlewaretoken: values.get('csrfmiddlewaretoken')?.[0] ?? '',
});

/**
 * Sends a form in each way that a page of another site could, with the cookies of whoever has it
 * open. The ways are those of Django's documentation on CSRF protection, "How it works".
 *
 * @param session who is made to send it
 * @param stranger another session, to take a token from
 * @param names the ways to try
 * @returns the status of each way, with a word when the answer also signs somebody in
 */
export async function forge(
  raw: Raw,
  session: Session,
  stranger: Session,
  { path, fields }: Target,
  names: readonly WayName[],
): Promise<Record<string, string>> {
  const signedIn = await session.storageState();
  const others = await stranger.token();
  const { csrfmiddlewaretoken, ...rest } = fields;
  const ownToken = typeof csrfmiddlewaretoken === 'string' ? csrfmiddlewaretoken : '';
  const result: Record<string, string> = {};
  for (const name of names) {
    const { token, from }: Way = ways[name];
    const sent = token(ownToken, others);
    const { status, cookies } = await raw(path, {
      method: 'POST',
      signedIn,
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        ...from(new URL(session.baseUrl)),
      },
      body: encoded({ ...rest, csrfmiddlewaretoken: sent }),
    });
    const enters = cookies.some((line) => /^sessionid=\w/.test(line));
    result[name] = `${status}${enters ? ' and signed in' : ''}`;
  }
  return result;
}

/** The fields of a form as the body of a post; files are left out. */
export function encoded(fields: Fields): string {
  const texts = pairsOf(fields).filter((pair): pair is [string, string] => {
    return typeof pair[1] === 'string';
  });
  return new URLSearchParams(texts).toString();
}
