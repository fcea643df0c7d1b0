import { createServer as createPlain, type RequestListener } from 'node:http';
import { createServer as createSecure } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { LoadRequest } from '../../load/load-request.ts';
import type { KeyPair } from '../../standin/self-signed.ts';

/** A server on loopback that lives for one test. */
export interface LoadServer {
  readonly origin: string;
  /** Connections that were made to it. */
  readonly connections: () => number;
  close(): void;
}

const open: LoadServer[] = [];

/** Ends all that were started: after each test. */
export function closeServers(): void {
  for (const server of open.splice(0)) server.close();
}

/** Whether an answer is the page that these servers give. */
export const isPage: LoadRequest['check'] = ({ status, text }) =>
  status !== 200 ? `status ${status}` : text() === 'page' ? undefined : 'not the page';

/** Starts it, over TLS where it is given a certificate. */
export async function loadServer(answer: RequestListener, pair?: KeyPair): Promise<LoadServer> {
  const server = pair === undefined ? createPlain(answer) : createSecure({ ...pair }, answer);
  let connections = 0;
  server.on('connection', () => {
    connections += 1;
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const made: LoadServer = {
    origin: `${pair === undefined ? 'http' : 'https'}://127.0.0.1:${port}`,
    connections: () => connections,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
  open.push(made);
  return made;
}
