import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Somebody who listens on this machine and keeps what was asked. */
export interface Listener {
  readonly address: string;
  /** Method and path of each request so far. */
  readonly heard: readonly string[];
  close(): void;
}

/** Starts to listen on a free port of loopback. */
export async function listen(): Promise<Listener> {
  const heard: string[] = [];
  const server = createServer((request, response) => {
    heard.push(`${request.method ?? ''} ${request.url ?? ''}`);
    response.end('heard');
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/entity`,
    heard,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
