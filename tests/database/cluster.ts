import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { freePorts } from '../../fixtures/embedded.ts';
import { ensureTls } from '../../standin/tls.ts';

/** Where Debian keeps the programs of each version. */
const versions = '/usr/lib/postgresql';

/** The folder of the newest server's programs; undefined when there is none. */
export function findPostgres(): string | undefined {
  if (!existsSync(versions)) return undefined;
  return readdirSync(versions)
    .sort((a, b) => Number(b) - Number(a))
    .map((version) => join(versions, version, 'bin'))
    .find((folder) => existsSync(join(folder, 'initdb')));
}

/** PostgreSQL itself refuses to run as root: Debian's package brings a user for it. */
function unprivileged(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string): number =>
    Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

/** A PostgreSQL of the tests' own, empty at the start, gone at the end. */
export class Cluster {
  readonly #server: ChildProcess;
  /** Also of its socket. */
  readonly folder: string;
  readonly port: number;
  /** PEM file of who signed its certificate. */
  readonly caFile: string;

  private constructor(server: ChildProcess, folder: string, port: number, caFile: string) {
    this.#server = server;
    this.folder = folder;
    this.port = port;
    this.caFile = caFile;
  }

  /**
   * Makes one and starts it on loopback, over TLS too. Nobody gets in without a password, but its
   * superuser by the socket.
   *
   * @param settings of the server, beside those that make it quick
   * @throws when there is no PostgreSQL, or it does not start
   */
  static async start(settings: Readonly<Record<string, string>>): Promise<Cluster> {
    const bin = findPostgres();
    if (bin === undefined) throw new Error('There is no PostgreSQL: npm test installs it');
    const user = unprivileged();
    const folder = mkdtempSync(join(tmpdir(), 'construbot-postgres-'));
    const own = (path: string): string => {
      if (user !== undefined) chownSync(path, user.uid, user.gid);
      return path;
    };
    own(folder);
    const data = join(folder, 'data');
    execFileSync(
      join(bin, 'initdb'),
      [
        '-D',
        data,
        '-U',
        'postgres',
        '--no-sync',
        '--encoding=UTF8',
        '--no-locale',
        '--auth-local=trust',
        '--auth-host=scram-sha-256',
      ],
      { ...user, cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] },
    );
    const tls = await ensureTls(join(folder, 'tls'));
    for (const file of [tls.certFile, tls.keyFile]) chmodSync(own(file), 0o600);
    const [port = 0] = await freePorts(1);
    const all = {
      port: String(port),
      listen_addresses: '127.0.0.1,127.0.0.2',
      unix_socket_directories: folder,
      fsync: 'off',
      ssl: 'on',
      ssl_cert_file: tls.certFile,
      ssl_key_file: tls.keyFile,
      ...settings,
    };
    const server = spawn(
      join(bin, 'postgres'),
      ['-D', data, ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
      { ...user, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] },
    );
    let said = '';
    server.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const cluster = new Cluster(server, folder, port, tls.caFile);
    try {
      await cluster.#isUp();
    } catch (cause) {
      await cluster.stop();
      throw new Error(`PostgreSQL has not started: ${said}`, { cause });
    }
    return cluster;
  }

  async #isUp(): Promise<void> {
    for (let tries = 0; tries < 200; tries += 1) {
      try {
        await this.run('postgres', 'select 1');
        return;
      } catch (error) {
        if (this.#server.exitCode !== null) throw error;
        await delay(50);
      }
    }
    throw new Error('Ten seconds were not enough');
  }

  /** Runs statements as the superuser. */
  async run(database: string, ...statements: readonly string[]): Promise<unknown[]> {
    const client = new Client({
      host: this.folder,
      port: this.port,
      user: 'postgres',
      database,
    });
    await client.connect();
    try {
      const rows: unknown[] = [];
      for (const one of statements) rows.push(...(await client.query<object>(one)).rows);
      return rows;
    } finally {
      await client.end();
    }
  }

  async stop(): Promise<void> {
    if (this.#server.exitCode === null) {
      const ended = once(this.#server, 'exit');
      // "Fast": sessions that are left are ended.
      this.#server.kill('SIGINT');
      await ended;
    }
    rmSync(this.folder, { recursive: true });
  }
}
