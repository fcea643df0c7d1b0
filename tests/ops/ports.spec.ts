import { expect, test } from '@playwright/test';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { HostShell } from '../../fixtures/shell/host-shell.ts';
import { lookAtOpenPorts } from '../../ops/host/open-ports.ts';
import { lookAtPorts } from '../../ops/host/ports.ts';
import { whyNoMachine } from './machine.ts';

const listener = `
const { createServer } = require('node:net');
const listen = ([port, host]) => new Promise((done) => createServer().listen(port, host, done));
Promise.all(JSON.parse(process.argv[1]).map(listen)).then(() => process.stdout.write('up'));`;

type Socket = readonly [port: number, host: string];

interface Network {
  readonly what: string;
  readonly sockets: readonly Socket[];
  /** Commands that set its firewall up. */
  readonly firewall?: string;
  readonly says: readonly RegExp[];
}

const usual: readonly Socket[] = [
  [22, '0.0.0.0'],
  [443, '::'],
  [5432, '127.0.0.1'],
  [6379, '::1'],
];
const open: readonly Socket[] = [...usual, [8000, '0.0.0.0'], [9100, '::']];

const nft = (rules: string, policy = 'drop'): string => `nft -f - <<'RULES'
table inet filter {
  chain own {
    tcp dport { 22, 80 } accept
  }
  chain input {
    type filter hook input priority 0; policy ${policy};
    iifname "lo" accept
    ct state vmap { established : accept, related : accept, invalid : drop }
    meta l4proto { icmp, ipv6-icmp } accept
    ip saddr 10.0.0.0/8 tcp dport 5432 accept
    udp dport 500-600 accept
    jump own
    tcp dport 443 accept
    ${rules}
  }
}
RULES`;

// What ufw keeps of itself is mounted over, as it would stay; it needs the legacy of no other.
const ufw = (...commands: readonly string[]): string =>
  [
    'mount -t tmpfs none /mnt && cp -a /etc/ufw /etc/default /mnt && mkdir /mnt/lib /mnt/run && cp -a /lib/ufw/. /mnt/lib',
    'mount --bind /mnt/ufw /etc/ufw && mount --bind /mnt/default /etc/default && mount --bind /mnt/run /run',
    'ufw allow 22,80,443/tcp',
    ...commands,
    'ufw --force enable',
  ].join(' && ');

const networks: readonly Network[] = [
  { what: 'nothing else listens beyond the loopback, no firewall', sockets: usual, says: [] },
  {
    what: 'two more listen, no firewall',
    sockets: open,
    says: [/^port 8000 takes connections at 0\.0\.0\.0/, /^port 9100 takes connections at \*/],
  },
  { what: 'nftables drops what it does not know', sockets: open, firewall: nft(''), says: [] },
  {
    what: 'nftables refuses by its last rule',
    sockets: open,
    firewall: nft('counter reject', 'accept'),
    says: [],
  },
  {
    what: 'nftables drops nothing',
    sockets: open,
    firewall: nft('', 'accept'),
    says: [/^port 8000/, /^port 9100/],
  },
  {
    what: 'nftables lets a range in',
    sockets: open,
    firewall: nft('tcp dport 7990-8010 accept'),
    says: [/^port 8000/, /^the firewall of the host lets ports 7990 to 8010 in/],
  },
  {
    what: 'nftables is for IPv4 alone',
    sockets: open,
    firewall: nft('').replace('table inet', 'table ip'),
    says: [/^port 9100/],
  },
  { what: 'ufw is on', sockets: open, firewall: ufw(), says: [] },
  {
    what: 'ufw lets a port in',
    sockets: open,
    firewall: ufw('ufw allow 8000/tcp', 'ufw allow from 10.0.0.0/8 to any port 9100'),
    says: [/^port 8000/, /^the firewall of the host lets port 8000 in from anywhere$/],
  },
  {
    what: 'ufw lets in what no rule forbids',
    sockets: open,
    firewall: ufw('ufw default allow incoming'),
    says: [/^port 8000/, /^port 9100/, /^ufw lets in from anywhere whatever no rule forbids$/],
  },
];

/** Starts a network of its own (network_namespaces(7)) in which some sockets listen. */
async function start({ sockets, firewall = 'true' }: Network): Promise<ChildProcess> {
  const child = spawn(
    'unshare',
    [
      ...[
        '-n',
        '-m',
        'sh',
        '-c',
        `ip link set lo up; { ${firewall}\n} >&2 || exit; exec "$@"`,
        'sh',
      ],
      ...[process.execPath, '-e', listener, JSON.stringify(sockets)],
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]);
  if (child.exitCode !== null) throw new Error(`The network has not started: ${said}`);
  return child;
}

for (const network of networks) {
  test(`sockets and firewall of a host: ${network.what}`, async () => {
    const reason = whyNoMachine();
    test.skip(reason !== undefined, reason ?? '');
    const child = await start(network);
    try {
      const shell = new HostShell(['nsenter', '-n', '-m', '-t', String(child.pid)]);
      const { findings } = await lookAtPorts(shell, [22, 80, 443]);
      expect(findings).toHaveLength(network.says.length);
      for (const [nth, says] of network.says.entries()) expect(findings[nth]).toMatch(says);
    } finally {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    }
  });
}

/** Listens on a free port. */
async function listening(): Promise<{ readonly server: Server; readonly port: number }> {
  const server = createServer((socket) => socket.destroy());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, port: (server.address() as AddressInfo).port };
}

test('of ports that are tried, those that take a connection and may not are found', async () => {
  const [control, allowed, wrong] = [await listening(), await listening(), await listening()];
  const closed = await listening();
  closed.server.close();
  const ports = [control, allowed, wrong, closed].map(({ port }) => port);
  const look = (tried: readonly number[]) =>
    lookAtOpenPorts('127.0.0.1', control.port, tried, [control.port, allowed.port]);
  expect((await look(ports)).findings).toEqual([
    `port ${wrong.port} of 127.0.0.1 takes connections from outside`,
  ]);
  wrong.server.close();
  expect((await look(ports)).findings).toEqual([]);
  control.server.close();
  await expect(look(ports)).rejects.toThrow('cannot be reached');
  allowed.server.close();
});
