import type { LookupFunction } from 'node:net';
import { NotRun } from '../../fixtures/accounts/role.ts';
import type { Found } from '../looked.ts';
import { follow, type Way } from './follow.ts';

/** What was found, and every way that was gone. */
export interface Look extends Found {
  readonly ways: readonly Way[];
}

/**
 * Whether each name answers and leads to where the target itself leads.
 *
 * @param target the canonical address; names are asked for by its protocol and port
 * @param names that are judged
 * @param others names that they may lead to
 */
export async function lookAtHosts(
  target: URL,
  names: readonly string[],
  others: readonly string[],
  lookup: LookupFunction,
): Promise<Look> {
  const hosts = [...new Set([target.hostname, ...names, ...others])];
  const canonical = await follow(new URL('/', target), hosts, lookup);
  const host = endOf(canonical);
  if (host === undefined)
    throw new NotRun(`the target itself does not answer: ${saidOf(canonical)}`);
  const ways = await Promise.all(
    names.map((name) => {
      const from = new URL('/', target);
      from.hostname = name;
      return follow(from, hosts, lookup);
    }),
  );
  const unknown = ways.filter(({ isUnknown }) => isUnknown).map(({ name }) => name);
  const findings = ways.flatMap((way) => {
    if (way.isUnknown) return [];
    const end = endOf(way);
    if (end === undefined) return [`${way.name} does not answer with a page: ${saidOf(way)}`];
    return end === host ? [] : [`${way.name} ends on ${end}, not on ${host}: ${saidOf(way)}`];
  });
  return {
    ways: [canonical, ...ways],
    findings,
    lacks: unknown.length === 0 ? undefined : `${unknown.join(', ')} has no address (IN-07)`,
  };
}

/** The host of the page that was reached; undefined when there is none. */
const endOf = ({ addresses, end }: Way): string | undefined =>
  end === 200 ? new URL(addresses.at(-1) ?? '').host : undefined;

const saidOf = ({ addresses, end }: Way): string => `${addresses.join(' → ')}: ${end}`;
