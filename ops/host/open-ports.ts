import { lookup } from 'node:dns/promises';
import { NotRun } from '../../fixtures/accounts/role.ts';
import { takesConnection } from '../../fixtures/takes-connection.ts';
import type { Looked } from '../../fixtures/test/findings-of.ts';

/** Where administration, databases, queues, proxies and tools of development usually listen. */
export const commonPorts: readonly number[] = [
  21, 22, 23, 25, 53, 80, 110, 111, 135, 139, 143, 389, 443, 445, 465, 587, 873, 993, 1025, 1433,
  2022, 2222, 2375, 2376, 3000, 3306, 3389, 4369, 5000, 5432, 5433, 5555, 5601, 5672, 5900, 6379,
  6432, 8000, 8001, 8025, 8080, 8081, 8443, 8888, 9000, 9090, 9100, 9200, 11211, 15672, 27017,
];

/** Nobody listens there (RFC 6335 reserves the first for what is long gone); a proxy in between may. */
const nobodys = [1, 47_831] as const;
const patienceMs = 2500;
const atOnce = 16;

const accepts = (host: string, port: number): Promise<boolean> =>
  takesConnection(host, port, patienceMs);

/**
 * Tries ports of a server from here, by a connection that is closed at once and says nothing.
 *
 * @param host its name or address; each address of it is tried
 * @param control the port of the application, which has to answer before and after
 * @param ports to try
 * @param allowed those that may answer
 * @throws NotRun when the control does not answer, or what lies between answers for everybody
 */
export async function lookAtOpenPorts(
  host: string,
  control: number,
  ports: readonly number[],
  allowed: readonly number[],
): Promise<Looked> {
  const addresses = (await lookup(host, { all: true }).catch(() => [])).map((one) => one.address);
  const answering: string[] = [];
  for (const address of addresses) {
    if (await accepts(address, control)) answering.push(address);
  }
  if (answering.length === 0) throw new NotRun(`port ${control} of ${host} cannot be reached`);
  const seen: Record<string, number[]> = {};
  for (const address of answering) {
    for (const port of nobodys) {
      if (ports.includes(port) || !(await accepts(address, port))) continue;
      throw new NotRun(
        `what lies between answers for every port of ${host}: try from another network`,
      );
    }
    seen[address] = await openOf(address, ports);
    // Whoever is shut out for trying sees closed ports.
    if (await accepts(address, control)) continue;
    throw new NotRun(`${host} has stopped to answer while its ports were tried`);
  }
  const findings = Object.entries(seen).flatMap(([address, open]) =>
    open
      .filter((port) => !allowed.includes(port))
      .map((port) => `port ${port} of ${address} takes connections from outside`),
  );
  return { findings, seen };
}

async function openOf(address: string, ports: readonly number[]): Promise<number[]> {
  const waiting = [...new Set(ports)];
  const open: number[] = [];
  const work = async (): Promise<void> => {
    for (let port = waiting.pop(); port !== undefined; port = waiting.pop()) {
      if (await accepts(address, port)) open.push(port);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return open.sort((a, b) => a - b);
}
