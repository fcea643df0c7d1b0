import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** Where the Python packages of these tests lie. */
export const motoFolder = join(import.meta.dirname, '../../../node_modules/.cache/moto');
/** Python with them. */
export const motoPython = join(motoFolder, 'bin/python');

/** Whether they have been installed, as a whole. */
export const hasMoto = (): boolean => existsSync(join(motoFolder, 'bin/moto_server'));

/** Keys that moto takes, as it takes any. */
export const motoKeys = {
  AWS_ACCESS_KEY_ID: 'canario-de-aws',
  AWS_SECRET_ACCESS_KEY: 'canario-secreto-de-aws',
  AWS_REGION: 'us-east-1',
  AWS_CONFIG_FILE: '/dev/null',
  AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
} as const;

/** A moto of the tests' own, empty at the start, gone at the end. */
export class Moto {
  readonly #server: ChildProcess;
  readonly endpoint: URL;

  private constructor(server: ChildProcess, endpoint: URL) {
    this.#server = server;
    this.endpoint = endpoint;
  }

  /** @throws when it does not start */
  static async start(): Promise<Moto> {
    const server = spawn(motoPython, [join(import.meta.dirname, 'server.py')], {
      stdio: ['ignore', 'pipe', 'ignore'],
      env: { ...process.env, ...motoKeys, MOTO_S3_ALLOW_CROSSACCOUNT_ACCESS: 'true' },
    });
    for await (const line of createInterface({ input: server.stdout })) {
      return new Moto(server, new URL(`http://127.0.0.1:${line}`));
    }
    throw new Error('moto has not started: npm test installs it');
  }

  /**
   * Sets what only time or AWS itself would bring about.
   *
   * @throws when it cannot be set
   */
  async set(what: Readonly<Record<string, unknown>>): Promise<void> {
    const answer = await fetch(new URL('/construbot-test', this.endpoint), {
      method: 'POST',
      body: JSON.stringify(what),
    });
    if (!answer.ok) throw new Error(`moto answers ${answer.status}: ${await answer.text()}`);
  }

  async stop(): Promise<void> {
    if (this.#server.exitCode !== null) return;
    const ended = once(this.#server, 'exit');
    this.#server.kill();
    await ended;
  }
}
