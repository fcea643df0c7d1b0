import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Redis as Client } from 'ioredis';
import { freePorts } from '../../fixtures/embedded.ts';
import { ensureTls } from '../../standin/tls.ts';

/** The program; undefined when there is none. */
export const findRedis = (): string | undefined =>
  ['/usr/bin/redis-server', '/usr/local/bin/redis-server'].find((path) => existsSync(path));

/** A Redis of the tests' own, empty at the start, gone at the end. */
export class RedisServer {
  readonly #server: ChildProcess;
  readonly #password: string;
  readonly folder: string;
  readonly port: number;
  /** Where it speaks TLS. */
  readonly tlsPort: number;
  /** PEM file of who signed its certificate. */
  readonly caFile: string;

  private constructor(
    server: ChildProcess,
    password: string,
    folder: string,
    [port, tlsPort]: readonly [number, number],
    caFile: string,
  ) {
    this.#server = server;
    this.#password = password;
    this.folder = folder;
    this.port = port;
    this.tlsPort = tlsPort;
    this.caFile = caFile;
  }

  /**
   * Makes one and starts it on loopback, over TLS too.
   *
   * @param settings as in redis.conf, but for those of the place
   * @throws when there is no Redis, or it does not start
   */
  static async start(settings: Readonly<Record<string, string>>): Promise<RedisServer> {
    const program = findRedis();
    if (program === undefined) throw new Error('There is no Redis: npm test installs it');
    const folder = mkdtempSync(join(tmpdir(), 'construbot-redis-'));
    const tls = await ensureTls(join(folder, 'tls'));
    const [port = 0, tlsPort = 0] = await freePorts(2);
    const all = {
      bind: '127.0.0.1',
      port: String(port),
      'tls-port': String(tlsPort),
      'tls-cert-file': tls.certFile,
      'tls-key-file': tls.keyFile,
      'tls-ca-cert-file': tls.caFile,
      'tls-auth-clients': 'no',
      dir: folder,
      'enable-protected-configs': 'yes',
      ...settings,
    };
    const words = Object.entries(all).flatMap(([name, value]) => [`--${name}`, value]);
    const child = spawn(program, words, { cwd: folder, stdio: 'ignore' });
    const password = settings['requirepass'] ?? '';
    const server = new RedisServer(child, password, folder, [port, tlsPort], tls.caFile);
    for (let tries = 0; tries < 200; tries += 1) {
      try {
        await server.run('PING');
        return server;
      } catch (cause) {
        if (child.exitCode !== null || tries === 199) {
          await server.stop();
          throw new Error('Redis has not started', { cause });
        }
        await delay(50);
      }
    }
    throw new RangeError('The last try has thrown');
  }

  /** Runs a command as its administrator. */
  async run(command: string, ...words: readonly string[]): Promise<unknown> {
    const client = new Client({
      port: this.port,
      host: '127.0.0.1',
      ...(this.#password === '' ? {} : { password: this.#password }),
      lazyConnect: true,
      retryStrategy: null,
    });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return await client.call(command, ...words);
    } finally {
      client.disconnect();
    }
  }

  /** All that it holds, by name. */
  async keys(): Promise<string[]> {
    return ((await this.run('KEYS', '*')) as string[]).sort();
  }

  async stop(): Promise<void> {
    if (this.#server.exitCode === null && this.#server.signalCode === null) {
      const ended = once(this.#server, 'exit');
      this.#server.kill('SIGKILL');
      await ended;
    }
    rmSync(this.folder, { recursive: true });
  }
}
