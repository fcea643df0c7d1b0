import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer, type Server, type TlsOptions } from 'node:tls';
import type { FaultId } from './faults/index.ts';
import { tlsFaults } from './faults/tls.ts';
import { selfSigned } from './self-signed.ts';
import type { TlsFiles } from './tls.ts';

const right = { ips: ['127.0.0.1'], names: ['localhost', 'construbot.test'] };
const unsafe = 'DEFAULT@SECLEVEL=0';

const optionsOf: Readonly<Record<(typeof tlsFaults)[number]['id'], () => Promise<TlsOptions>>> = {
  'tls-authority-unknown': () => selfSigned(right),
  'tls-wrong-name': () => selfSigned({ names: ['obra.example'] }),
  'tls-expired': () => selfSigned({ ...right, until: -1 }),
  'tls-expires-soon': () => selfSigned({ ...right, until: 20 }),
  'tls-weak-key': () => selfSigned({ ...right, rsaBits: 1024 }),
  'tls-old-versions': () => Promise.resolve({ minVersion: 'TLSv1', ciphers: unsafe }),
  'tls-only-old-versions': () =>
    Promise.resolve({ minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: unsafe }),
  // Not DEFAULT, which rules both out for good.
  'tls-no-encryption': () => Promise.resolve({ ciphers: 'HIGH:!aNULL:eNULL:@SECLEVEL=0' }),
  'tls-no-identity': () => Promise.resolve({ ciphers: 'HIGH:aNULL:@SECLEVEL=0' }),
};

/**
 * Listeners that shake hands wrongly. A handshake has no header that could switch a fault on, so
 * each fault has a port of its own, and who wants to meet it asks for the port first.
 */
export class TlsListeners {
  readonly #port: number;
  readonly #own: TlsOptions;
  readonly #open = new Map<string, Promise<Server>>();

  /** @param port where the application itself listens */
  constructor(port: number, tls: TlsFiles) {
    this.#port = port;
    this.#own = { cert: readFileSync(tls.certFile), key: readFileSync(tls.keyFile) };
  }

  /** The port that shakes hands with the faults that are on; the application's own when none is. */
  async portFor(isOn: (fault: FaultId) => boolean): Promise<number> {
    const on = tlsFaults.map(({ id }) => id).filter(isOn);
    if (on.length === 0) return this.#port;
    const name = on.join(',');
    const found = this.#open.get(name) ?? this.#listen(on);
    this.#open.set(name, found);
    return ((await found).address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    for (const server of await Promise.all(this.#open.values())) server.close();
  }

  async #listen(on: readonly (typeof tlsFaults)[number]['id'][]): Promise<Server> {
    const struck = await Promise.all(on.map((id) => optionsOf[id]()));
    const server = createServer(Object.assign({}, this.#own, ...struck) as TlsOptions, (socket) =>
      socket.end(),
    );
    // Who breaks off has seen what there was to see.
    server.on('tlsClientError', () => undefined);
    return new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen(0, '127.0.0.1', () => {
        resolve(server);
      });
    });
  }
}
