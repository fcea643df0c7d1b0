import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** A way to a deployment that takes time, whose far end can be changed: one address, two releases. */
export class SlowWay {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  /** Where it leads to: a port of loopback. */
  port: number;

  private constructor(port: number, delayMs: number) {
    this.port = port;
    this.#server = createServer((near) => {
      const far = connect(this.port, '127.0.0.1');
      for (const socket of [near, far]) {
        this.#sockets.add(socket);
        socket.setNoDelay(true);
        // The other side hears of it by the end of its own connection.
        socket.on('error', () => socket.destroy());
      }
      near.on('data', (chunk) => far.write(chunk));
      far.on('data', (chunk) => {
        setTimeout(() => near.write(chunk), delayMs);
      });
      near.on('close', () => far.destroy());
      far.on('close', () => {
        setTimeout(() => near.destroy(), 2 * delayMs);
      });
    });
  }

  /**
   * Opens a way.
   *
   * @param port that it leads to
   * @param delayMs how much later each piece of an answer arrives
   */
  static async to(port: number, delayMs: number): Promise<SlowWay> {
    const way = new SlowWay(port, delayMs);
    await new Promise<void>((resolve) => way.#server.listen(0, '127.0.0.1', resolve));
    return way;
  }

  get origin(): string {
    return `https://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.#server.close();
    for (const socket of this.#sockets) socket.destroy();
  }
}
