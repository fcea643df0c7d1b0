import { createSocket } from 'node:dgram';
import { once } from 'node:events';

/** How a name server may fail that is no name server at all. */
export type Wicked =
  'is silent' | 'is not there' | 'answers with noise' | 'floods' | 'fails at everything';

/** The header of an answer that says SERVFAIL (RFC 1035, 4.1.1), with the question as it came. */
function failure(question: Buffer): Buffer {
  const answer = Buffer.from(question);
  answer.writeUInt16BE(0x8182, 2);
  return answer;
}

/** Listens on loopback as such a server. */
export async function listen(how: Wicked): Promise<{ address: string; close: () => void }> {
  const socket = createSocket('udp4');
  let isOpen = true;
  socket.on('message', (question, { port }) => {
    const send = (bytes: Buffer, then?: () => void): void => {
      if (isOpen) socket.send(bytes, port, '127.0.0.1', then);
    };
    if (how === 'answers with noise') send(Buffer.alloc(400, 0xfe));
    if (how === 'fails at everything') send(failure(question));
    if (how === 'floods') {
      const flood = (): void => {
        send(Buffer.alloc(60_000, question.subarray(0, 2)), () => setImmediate(flood));
      };
      flood();
    }
  });
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  const close = (): void => {
    if (isOpen) socket.close();
    isOpen = false;
  };
  const address = `127.0.0.1:${socket.address().port}`;
  if (how === 'is not there') close();
  return { address, close };
}
