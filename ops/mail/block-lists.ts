import { isIP } from 'node:net';
import { NotRun } from '../../fixtures/accounts/role.ts';
import type { NameServer } from '../../fixtures/dns/name-server.ts';
import { isInner, type Trace } from '../../fixtures/mailbox/trace.ts';

/** An address as block lists name it (RFC 5782, 2.1 and 2.4). */
export function reversed(address: string): string {
  if (isIP(address) === 4) return address.split('.').reverse().join('.');
  const [before = '', after = ''] = address.split('::');
  const parts = (text: string): string[] => (text === '' ? [] : text.split(':'));
  const missing = 8 - parts(before).length - parts(after).length;
  const whole = [...parts(before), ...Array<string>(missing).fill('0'), ...parts(after)];
  return Array.from(whole.map((part) => part.padStart(4, '0')).join(''))
    .reverse()
    .join('.');
}

interface Listed {
  readonly zone: string;
  readonly answer: string;
}

/**
 * Asks block lists about the address that handed a message over.
 *
 * A list counts only when it shows that it works: it lists 127.0.0.2 and not 127.0.0.1 (RFC 5782, 5),
 * and answers nothing but 127.0.0.0/8; 127.255.255.0/24 is how lists say that they do not answer us.
 *
 * @throws NotRun when no zones are given, the address is no public one, or no list answers
 */
export async function lookAtLists(
  servers: readonly NameServer[],
  { address }: Trace,
  zones: readonly string[],
): Promise<{
  findings: string[];
  lacks: string | undefined;
  address: string;
  asked: readonly Listed[];
}> {
  if (zones.length === 0) throw new NotRun('needs DNSBL_ZONES');
  if (address === undefined || isInner(address)) {
    throw new NotRun(
      `the message came from ${address ?? 'nowhere'}, which no list knows: needs a MAILBOX_URL behind the provider`,
    );
  }
  const all = await Promise.all(zones.map((zone) => askList(servers, zone, address)));
  const asked = all.flatMap((one) => (typeof one === 'string' ? [] : [one]));
  const silent = all.filter((one) => typeof one === 'string');
  return {
    address,
    asked,
    findings: asked
      .filter(({ answer }) => answer !== '')
      .map(({ zone, answer }) => `${address} is listed by ${zone} (${answer})`),
    lacks: silent.length === 0 ? undefined : silent.join('; '),
  };
}

/** @returns what a list says of the address; a text where it does not work, which says why */
async function askList(
  servers: readonly NameServer[],
  zone: string,
  address: string,
): Promise<Listed | string> {
  let reason = 'has not been asked';
  for (const server of servers) {
    try {
      const of = async (ip: string): Promise<readonly string[]> =>
        (await server.ask(`${reversed(ip)}.${zone}`, 'A')).records;
      const [sure, never, answers] = await Promise.all([
        of('127.0.0.2'),
        of('127.0.0.1'),
        of(address),
      ]);
      reason = faultOf(sure, never, answers);
      if (reason === '') return { zone, answer: answers.join(', ') };
    } catch (error) {
      if (!(error instanceof NotRun)) throw error;
      reason = `cannot be asked: ${error.message}`;
    }
  }
  return `the list ${zone} ${reason}`;
}

function faultOf(
  sure: readonly string[],
  never: readonly string[],
  answers: readonly string[],
): string {
  const all = [...sure, ...never, ...answers];
  if (all.some((one) => one.startsWith('127.255.255.')))
    return 'refuses to answer this name server';
  if (all.some((one) => !one.startsWith('127.'))) return 'answers as no block list does';
  if (sure.length === 0) return 'does not know its own test entry';
  return never.length > 0 ? 'lists everything' : '';
}
