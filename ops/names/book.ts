import { NotRun } from '../../fixtures/accounts/role.ts';
import type { Kind, Known, NameServer } from '../../fixtures/dns/name-server.ts';

/** What one server knows, by kind and name: `A www.example.com`. */
export type Book = Readonly<Record<string, Known>>;

/** What each server that answers knows, and why the others do not. */
export interface Books {
  readonly books: Readonly<Record<string, Book>>;
  readonly silent: readonly string[];
}

/**
 * Asks every server the same.
 *
 * @param ask asks one of them
 * @throws NotRun when none answers
 */
export async function booksOf(
  servers: readonly NameServer[],
  ask: (server: NameServer) => Promise<Book>,
): Promise<Books> {
  const all = await Promise.allSettled(servers.map(ask));
  const books: Record<string, Book> = {};
  const silent: string[] = [];
  all.forEach((one, index) => {
    if (one.status === 'fulfilled') books[servers[index]?.address ?? ''] = one.value;
    else if (one.reason instanceof NotRun) silent.push(one.reason.message);
    else throw one.reason;
  });
  if (Object.keys(books).length === 0) throw new NotRun(silent.join('; '));
  return { books, silent };
}

/** Asks for some kinds of record of some names. */
export async function bookOf(
  server: NameServer,
  names: readonly string[],
  kinds: readonly Kind[],
): Promise<Book> {
  const questions = names.flatMap((name) => kinds.map((kind) => ({ name, kind })));
  const known = await Promise.all(questions.map(({ name, kind }) => server.ask(name, kind)));
  return Object.fromEntries(
    questions.map(({ name, kind }, index) => [`${kind} ${name}`, known[index] ?? nothing]),
  );
}

const nothing: Known = { state: 'NODATA', records: [] };

/**
 * Asks for the mail hosts of a domain and for what is known of each.
 *
 * @returns a book with the MX of the domain, and A, AAAA and CNAME of every host
 */
export async function mailBookOf(server: NameServer, domain: string): Promise<Book> {
  const mx = await bookOf(server, [domain], ['MX']);
  const hosts = mailHosts(mx, domain).filter((host) => host !== '.');
  return { ...mx, ...(await bookOf(server, hosts, ['A', 'AAAA', 'CNAME'])) };
}

/** The hosts that the MX records of a domain name; `.` is none at all (RFC 7505). */
export const mailHosts = (book: Book, domain: string): string[] =>
  recordsOf(book, 'MX', domain).map((record) => record.split(' ')[1] ?? '');

/** The records of a name; none where there are none. */
export const recordsOf = (book: Book, kind: Kind, name: string): readonly string[] =>
  book[`${kind} ${name}`]?.records ?? [];
