import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePorts } from '../../fixtures/embedded.ts';

const program = '/usr/sbin/named';

/** Where BIND's server is; undefined when there is none. */
export const findBind = (): string | undefined => (existsSync(program) ? program : undefined);

const head = `$TTL 60
. IN SOA ns.test. root.test. 1 60 60 60 60
. IN NS ns.test.
ns.test. IN A 127.0.0.1
`;

/** A BIND of the tests' own, on loopback, which holds the root itself; gone at the end. */
export class Bind {
  readonly #server: ChildProcess;
  readonly #folder: string;
  /** As DNS_RESOLVERS has it. */
  readonly address: string;

  private constructor(server: ChildProcess, folder: string, address: string) {
    this.#server = server;
    this.#folder = folder;
    this.address = address;
  }

  /**
   * Starts one.
   *
   * @param records lines of a zone file, with whole names
   * @param broken a zone that it should have and cannot read
   * @param options further lines of its options
   * @throws when there is no BIND, or it does not start
   */
  static async start(
    records: readonly string[],
    { broken, options = 'allow-query { any; };' }: { broken?: string; options?: string } = {},
  ): Promise<Bind> {
    const folder = mkdtempSync(join(tmpdir(), 'construbot-bind-'));
    const [port = 0] = await freePorts(1);
    writeFileSync(join(folder, 'root.zone'), `${head}${records.join('\n')}\n`);
    writeFileSync(
      join(folder, 'named.conf'),
      `options {
  directory "${folder}";
  listen-on port ${port} { 127.0.0.1; };
  listen-on-v6 { none; };
  pid-file none;
  session-keyfile none;
  lock-file none;
  recursion no;
  dnssec-validation no;
  minimal-responses yes;
  check-names primary ignore;
  ${options}
};
controls { };
zone "." { type primary; file "root.zone"; check-mx ignore; check-mx-cname ignore; check-integrity no; };
${broken === undefined ? '' : `zone "${broken}" { type primary; file "none.zone"; };`}
`,
    );
    const server = spawn(
      findBind() ?? 'named',
      ['-g', '-n', '1', '-c', join(folder, 'named.conf')],
      { stdio: ['ignore', 'ignore', 'pipe'] },
    );
    const bind = new Bind(server, folder, `127.0.0.1:${port}`);
    try {
      await running(server);
    } catch (error) {
      await bind.stop();
      throw error;
    }
    server.stderr.resume();
    return bind;
  }

  async stop(): Promise<void> {
    if (this.#server.exitCode === null && this.#server.pid !== undefined) {
      const ended = once(this.#server, 'exit');
      this.#server.kill('SIGTERM');
      await ended;
    }
    rmSync(this.#folder, { recursive: true });
  }
}

/** Waits for the line by which it says that it answers. */
function running({ stderr }: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    const end = (): void => {
      reject(new Error(`BIND has not started: ${said}`));
    };
    stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes(' running\n')) resolve();
    });
    stderr?.once('end', end);
  });
}
