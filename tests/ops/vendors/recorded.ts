import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a vendor answers, by path without its query. */
export type Answers = Readonly<Record<string, unknown>>;

/** A vendor on loopback that answers JSON to who has the token, and what it was asked. */
export interface Recorded {
  readonly url: URL;
  readonly asked: readonly string[];
}

/**
 * Serves what a vendor would answer, for as long as it is used. A path that is not there answers 404,
 * whoever has no token gets 401.
 *
 * @param authorization that is asked for
 * @param take is given what is posted
 */
export async function withRecorded<T>(
  authorization: string,
  answers: Answers,
  use: (vendor: Recorded) => Promise<T>,
  take: (request: IncomingMessage) => Promise<void> = () => Promise.resolve(),
): Promise<T> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    if (request.method === 'POST') {
      void take(request).then(() => response.end('{}'));
      return;
    }
    asked.push(`${request.method ?? ''} ${request.url ?? ''}`);
    const answer = answers[(request.url ?? '').replace(/\?.*$/, '')];
    const isLetIn = request.headers.authorization === authorization;
    response.writeHead(isLetIn ? (answer === undefined ? 404 : 200) : 401);
    response.end(JSON.stringify(answer ?? { detail: 'canario' }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const { port } = server.address() as AddressInfo;
    return await use({ url: new URL(`http://127.0.0.1:${port}`), asked });
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
