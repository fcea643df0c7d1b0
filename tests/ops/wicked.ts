import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

const hundredMegabytes = 100 * 1024 * 1024;

/** Ends an answer of so many bytes as long as somebody reads. */
function flood(response: ServerResponse): void {
  const piece = Buffer.alloc(65_536, 'x');
  let sent = 0;
  const more = (): void => {
    while (sent < hundredMegabytes) {
      sent += piece.length;
      if (!response.write(piece)) {
        response.once('drain', more);
        return;
      }
    }
    response.end();
  };
  more();
}

/** Ways in which a server can be of no use, and what is then said of it. */
export const wickedWays = {
  'refuses (401)': [(response) => response.writeHead(401).end('{}'), /401|need/],
  'has had enough (429)': [(response) => response.writeHead(429).end('{}'), /429/],
  'is broken (500)': [(response) => response.writeHead(500).end('canario'), /500/],
  'shows a page': [(response) => response.end('<html><b>canario'), /answer/],
  'sends somewhere else': [
    (response) => response.writeHead(302, { location: 'http://127.0.0.1:9/' }).end(),
    /302|no connection/,
  ],
  'answers with noise': [(response) => response.end(Buffer.from([0, 255, 254, 1])), /answer/],
  'answers something else': [(response) => response.end('{"canario":[1]}'), /answer/],
  'answers with 100 MB': [flood, /bytes/],
  'breaks off': [(response) => response.writeHead(200).write('{', () => response.destroy()), /./],
  'never answers': [() => undefined, /10 s/],
  'never ends': [(response) => response.write('['), /10 s/],
} as const satisfies Record<string, readonly [(response: ServerResponse) => unknown, RegExp]>;

/**
 * Serves one of these on loopback for as long as it is used.
 *
 * @param use is given its address
 */
export async function withServer<T>(
  answer: (response: ServerResponse) => unknown,
  use: (address: URL) => Promise<T>,
): Promise<T> {
  const server = createServer((request, response) => {
    request.resume();
    response.on('error', () => undefined);
    answer(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    return await use(new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
