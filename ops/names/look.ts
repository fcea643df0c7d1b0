import { isIP } from 'node:net';
import { NotRun } from '../../fixtures/accounts/role.ts';
import type { NameServer } from '../../fixtures/dns/name-server.ts';
import type { Env } from '../../fixtures/env.ts';
import type { Found } from '../looked.ts';
import { bookOf, booksOf, mailBookOf, mailHosts, type Books } from './book.ts';
import { astray, disagreements, withoutAddress, wrongEverywhere, wrongMailHosts } from './judge.ts';

/** What was found, and what the servers said. */
export interface Look extends Books, Found {}

type Servers = readonly NameServer[];
type Settings = Pick<Env, 'baseUrl' | 'domains' | 'expectedAddresses' | 'mailDomain'>;

/**
 * The names under which people reach the deployment.
 *
 * @returns `DOMAINS`; where there are none, the name in BASE_URL
 * @throws NotRun where that is an address
 */
export function publicNames({
  domains,
  baseUrl,
}: Pick<Env, 'domains' | 'baseUrl'>): readonly string[] {
  if (domains.length > 0) return domains;
  const { hostname } = new URL(baseUrl ?? 'http://[::1]');
  if (hostname.startsWith('[') || isIP(hostname) !== 0) throw new NotRun('needs DOMAINS');
  return [hostname];
}

const lookUp = (servers: Servers, names: readonly string[]): Promise<Books> =>
  booksOf(servers, (server) => bookOf(server, names, ['A', 'AAAA']));

/**
 * Whether the names lead to the expected addresses, and nowhere else.
 *
 * @throws NotRun when no address is expected, or no server answers
 */
export async function lookAtAddresses(servers: Servers, settings: Settings): Promise<Look> {
  const { expectedAddresses: expected } = settings;
  if (expected.length === 0) throw new NotRun('needs EXPECTED_ADDRESS');
  const names = publicNames(settings);
  const books = await lookUp(servers, names);
  const findings = wrongEverywhere(books, (book) => astray(book, names, expected));
  const bare = wrongEverywhere(books, (book) => withoutAddress(book, names));
  const lacks = bare.length < names.length ? undefined : 'none of the names has an address';
  return { ...books, findings, lacks };
}

/**
 * Whether every name has an address.
 *
 * @throws NotRun when no names are given, or no server answers
 */
export async function lookAtNames(servers: Servers, { domains }: Settings): Promise<Look> {
  if (domains.length === 0) throw new NotRun('needs DOMAINS');
  const books = await lookUp(servers, domains);
  const findings = wrongEverywhere(books, (book) => withoutAddress(book, domains));
  const hasPair = domains.some((name) => domains.includes(`www.${name}`));
  const lacks = 'DOMAINS has to hold a bare domain and its www name';
  return { ...books, findings, lacks: hasPair ? undefined : lacks };
}

/**
 * Whether all servers say the same of the names, and of where mail for the domain goes.
 *
 * @throws NotRun when there are not two, or none answers
 */
export async function lookAtAgreement(servers: Servers, settings: Settings): Promise<Look> {
  if (servers.length < 2) throw new NotRun('needs DNS_RESOLVERS with two name servers or more');
  const names = publicNames(settings);
  const { mailDomain } = settings;
  const books = await booksOf(servers, async (server) => ({
    ...(await bookOf(server, names, ['A', 'AAAA'])),
    ...(mailDomain === undefined ? {} : await bookOf(server, [mailDomain], ['MX'])),
  }));
  const lacks = books.silent.length === 0 ? undefined : books.silent.join('; ');
  return { ...books, findings: disagreements(books), lacks };
}

/**
 * Whether the mail hosts of the domain can be found.
 *
 * @throws NotRun when no domain is given, or no server answers
 */
export async function lookAtMailHosts(servers: Servers, { mailDomain }: Settings): Promise<Look> {
  if (mailDomain === undefined) throw new NotRun('needs MAIL_DOMAIN');
  const books = await booksOf(servers, (server) => mailBookOf(server, mailDomain));
  const findings = wrongEverywhere(books, (book) => wrongMailHosts(book, mailDomain));
  const has = Object.values(books.books).some((book) => mailHosts(book, mailDomain).length > 0);
  return {
    ...books,
    findings,
    lacks: has ? undefined : `${mailDomain} has no MX: it receives no mail`,
  };
}
