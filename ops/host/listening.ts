import { NotRun } from '../../fixtures/accounts/role.ts';
import type { Ended } from '../../fixtures/shell/host-commands.ts';

/** A port that takes connections from beyond the host. */
export interface Listening {
  readonly address: string;
  readonly port: number;
  readonly families: readonly ('ip' | 'ip6')[];
}

/** Lists what listens, without names and without asking for any (ss(8)). */
export const listeningCommand = 'ss -Hltn';

/**
 * Reads the answer to {@link listeningCommand}.
 *
 * @returns what listens on more than the loopback
 * @throws NotRun when it is no such answer
 */
export function listeningIn({ status, output }: Ended): readonly Listening[] {
  const rows = output.split('\n').filter((row) => row !== '');
  if (status !== 0 || rows.length === 0) throw new NotRun('ss of HOST_SHELL tells of no socket');
  return rows
    .map((row): Listening => {
      const [, address = '', port] =
        /^LISTEN +\d+ +\d+ +(\*|[\d.]+(?:%\S+)?|\[[\da-f:.]+\](?:%\S+)?):(\d+) /.exec(row) ?? [];
      if (port === undefined) throw new NotRun('ss of HOST_SHELL answers as ss does not');
      const families = familiesOf(address);
      return { address, port: Number(port), families };
    })
    .filter(({ address }) => !/^(?:127\.|\[::1\]|\[::ffff:127\.)/.test(address));
}

function familiesOf(address: string): Listening['families'] {
  // Both at once, as ss writes a socket of IPv6 that takes IPv4 as well.
  if (address === '*') return ['ip', 'ip6'];
  return address.startsWith('[') ? ['ip6'] : ['ip'];
}
