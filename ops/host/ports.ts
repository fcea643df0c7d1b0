import { NotRun } from '../../fixtures/accounts/role.ts';
import { endedOn, noSuchProgram, type Ended } from '../../fixtures/shell/host-commands.ts';
import type { HostShell } from '../../fixtures/shell/host-shell.ts';
import type { Looked } from '../../fixtures/test/findings-of.ts';
import { containersCommand, containersIn } from './containers.ts';
import { listeningCommand, listeningIn, type Listening } from './listening.ts';
import { nftIn } from './nft.ts';
import { ufwIn, type LetIn } from './ufw.ts';

/** What is asked as root, to whom alone a firewall tells its rules. */
export const firewallCommands = {
  ufw: 'as_root ufw status verbose',
  nft: 'as_root nft -j list ruleset',
} as const;

/**
 * Looks which ports of the host take connections from beyond it, and which of them its firewall lets in.
 *
 * @param allowed the ports that may
 * @throws NotRun when it cannot be seen
 */
export async function lookAtPorts(shell: HostShell, allowed: readonly number[]): Promise<Looked> {
  const first = await endedOn(shell, { sockets: listeningCommand, containers: containersCommand });
  const listening = listeningIn(first.sockets);
  // Docker leads the ports that it publishes past the input of the host.
  const published = (containersIn(first.containers) ?? []).flatMap((container) =>
    container.published
      .filter(({ ip, port }) => !/^(?:127\.|::1$)/.test(ip) && !allowed.includes(port))
      .map(({ port }) => ({ port, name: container.name })),
  );
  const atDocker = new Set(published.map(({ port }) => port));
  const beyond = listening.filter(({ port }) => !allowed.includes(port) && !atDocker.has(port));
  const docker = published.map(
    ({ port, name }) => `Docker publishes port ${port} of the container ${name}`,
  );
  const firewall = await firewallOf(shell, beyond.length > 0);
  const findings = [
    ...docker,
    ...beyond
      .filter(({ port, families }) => families.some((one) => isLetIn(firewall[one], port)))
      .map(
        ({ address, port }) =>
          `port ${port} takes connections at ${address}, and no firewall of the host stops them`,
      ),
    ...ownRules(firewall, allowed),
  ];
  return { findings: [...new Set(findings)], seen: { listening, published, firewall } };
}

const isLetIn = (firewall: LetIn | undefined, port: number): boolean =>
  firewall === undefined ||
  firewall.others ||
  firewall.ranges.some(([first, last]) => first <= port && port <= last);

type Firewall = Readonly<Record<Listening['families'][number], LetIn | undefined>>;

/** @param isNeeded whether anything hangs on it; else whoever may not see it need not */
async function firewallOf(shell: HostShell, isNeeded: boolean): Promise<Firewall> {
  let ended: Record<keyof typeof firewallCommands, Ended>;
  try {
    ended = await endedOn(shell, firewallCommands);
  } catch (error) {
    if (isNeeded || !(error instanceof NotRun)) throw error;
    return { ip: undefined, ip6: undefined };
  }
  const { ufw, nft } = ended;
  const byUfw = ufw.status === noSuchProgram ? undefined : ufwIn(ufw.output);
  if (byUfw !== undefined) return { ip: byUfw, ip6: byUfw };
  if (nft.status === noSuchProgram) return { ip: undefined, ip6: undefined };
  return { ip: nftIn(nft.output, 'ip'), ip6: nftIn(nft.output, 'ip6') };
}

/** What a firewall that is on lets in for whoever listens there next. */
function ownRules({ ip, ip6 }: Firewall, allowed: readonly number[]): string[] {
  const ranges = [...(ip?.ranges ?? []), ...(ip6?.ranges ?? [])];
  const findings = ranges
    .filter(([first, last]) => first !== last || !allowed.includes(first))
    .map(([first, last]) => (first === last ? `port ${first}` : `ports ${first} to ${last}`))
    .map((what) => `the firewall of the host lets ${what} in from anywhere`);
  const isOpen = [ip, ip6].some((one) => one?.others === true);
  return [...findings, ...(isOpen ? ['ufw lets in from anywhere whatever no rule forbids'] : [])];
}
