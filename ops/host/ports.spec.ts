import { NotRun } from '../../fixtures/accounts/role.ts';
import { env } from '../../fixtures/env.ts';
import { expect, test } from '../../fixtures/index.ts';
import { isLoopback } from '../../fixtures/variables.ts';
import { findingsOf, type Looked } from '../../fixtures/test/findings-of.ts';
import { commonPorts, lookAtOpenPorts } from './open-ports.ts';
import { lookAtPorts } from './ports.ts';

const remedy =
  'Remedy: ufw default deny incoming, ufw allow 22,80,443/tcp, ufw enable; Docker passes by ufw: take ports: off the service, or bind it to 127.0.0.1';

async function lookFromOutside(host: string, allowed: readonly number[]): Promise<Looked> {
  const { allowHosts, baseUrl } = env();
  const url = new URL(baseUrl ?? 'https://localhost');
  if (isLoopback(host)) throw new NotRun('this machine is not outside: run it from another one');
  if (!allowHosts.includes(host) && url.hostname !== host) {
    throw new NotRun(`needs ALLOW_HOST=${host} as well`);
  }
  return lookAtOpenPorts(host, Number(url.port || 443), commonPorts, allowed);
}

test(
  'from outside only SSH, HTTP and HTTPS take connections',
  { tag: ['@IN-01', '@attack'] },
  async ({ server: { host, sshPort } }, testInfo) => {
    const look = lookFromOutside(host, [sshPort, 80, 443]);
    expect(await findingsOf(testInfo, 'open-ports', look), remedy).toEqual([]);
  },
);

test(
  'the host lets in nobody but SSH, HTTP and HTTPS',
  { tag: ['@IN-01', '@observe'] },
  async ({ hostShell }, testInfo) => {
    const { hostAddress } = env();
    const look = lookAtPorts(hostShell, [hostAddress?.sshPort ?? 22, 80, 443]);
    expect(await findingsOf(testInfo, 'ports', look), remedy).toEqual([]);
  },
);
