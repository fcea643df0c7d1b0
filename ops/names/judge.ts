import { isIP } from 'node:net';
import { mailHosts, recordsOf, type Book, type Books } from './book.ts';

const addressesOf = (book: Book, name: string): string[] => [
  ...recordsOf(book, 'A', name),
  ...recordsOf(book, 'AAAA', name),
];

const stateWords = {
  found: '',
  NODATA: 'has neither A nor AAAA',
  NXDOMAIN: 'is not known (NXDOMAIN)',
  SERVFAIL:
    'cannot be asked for (SERVFAIL): its name servers do not answer, or its DNSSEC is broken',
} as const;

/**
 * Which names have no address.
 *
 * @param book with A and AAAA of each
 * @returns what is wrong, in sentences
 */
export function withoutAddress(book: Book, names: readonly string[]): string[] {
  return names.flatMap((name) => {
    if (addressesOf(book, name).length > 0) return [];
    const states = [book[`A ${name}`]?.state, book[`AAAA ${name}`]?.state];
    const state = states.find((one) => one !== undefined && one !== 'NODATA') ?? 'NODATA';
    return [`${name} ${stateWords[state]}`];
  });
}

/**
 * Which names lead elsewhere than they shall; that a name leads nowhere is not looked at.
 *
 * @param expected addresses, each of which some name has to hold
 */
export function astray(
  book: Book,
  names: readonly string[],
  expected: readonly string[],
): string[] {
  const held = names.flatMap((name) =>
    addressesOf(book, name).map((address) => ({ name, address })),
  );
  const strange = held
    .filter(({ address }) => !expected.includes(address))
    .map(({ name, address }) => `${name} leads to ${address}, which is not in EXPECTED_ADDRESS`);
  if (held.length === 0) return [];
  const unused = expected
    .filter((address) => !held.some((one) => one.address === address))
    .map((address) => `no name leads to ${address} of EXPECTED_ADDRESS`);
  return [...strange, ...unused];
}

/** What the servers do not agree on; each is named with what it says. */
export function disagreements({ books }: Books): string[] {
  const all = Object.entries(books);
  const questions = [...new Set(all.flatMap(([, book]) => Object.keys(book)))];
  return questions.flatMap((question) => {
    const answers = all.map(([server, book]) => {
      const known = book[question];
      const said =
        known?.state === 'found' ? known.records.join(', ') : (known?.state ?? 'nothing');
      return { server, said };
    });
    if (new Set(answers.map(({ said }) => said)).size < 2) return [];
    return [`${question}: ${answers.map(({ server, said }) => `${said} at ${server}`).join('; ')}`];
  });
}

/**
 * What is wrong with the mail hosts of a domain (RFC 5321, 5.1; RFC 2181, 10.3; RFC 7505).
 *
 * @param book see `mailBookOf`
 */
export function wrongMailHosts(book: Book, domain: string): string[] {
  const state = book[`MX ${domain}`]?.state;
  if (state === 'NXDOMAIN' || state === 'SERVFAIL') return [`${domain} ${stateWords[state]}`];
  const hosts = mailHosts(book, domain);
  return hosts.flatMap((host) => {
    const mx = `the MX ${host} of ${domain}`;
    if (host === '.')
      return hosts.length > 1 ? [`${domain} has an MX that says "no mail", and others`] : [];
    if (isIP(host) !== 0) return [`${mx} is an IP address`];
    const [target] = recordsOf(book, 'CNAME', host);
    if (target !== undefined) return [`${mx} is a CNAME, of ${target}`];
    return withoutAddress(book, [host]).map(() => `${mx} has no address`);
  });
}

/**
 * What is wrong at every server that answers: where one has it right, it is for the check of their
 * agreement to tell.
 *
 * @param judge of one book
 * @returns what is wrong where least is
 */
export function wrongEverywhere({ books }: Books, judge: (book: Book) => string[]): string[] {
  const [least = []] = Object.values(books)
    .map(judge)
    .sort((a, b) => a.length - b.length);
  return least;
}
