import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { authorityOf, parseEnv } from '../../fixtures/env.ts';
import { embedMailbox, embedStandin } from '../../fixtures/embedded.ts';
import { Session } from '../../fixtures/http/session.ts';

const root = join(import.meta.dirname, '..', '..');

/** A stand-in and a mailbox of their own, as a deployment that several runs share. */
export class Deployment {
  readonly #children: ChildProcess[] = [];
  /** What an operator would put into .env to point a run at it. */
  readonly variables: Readonly<Record<string, string>>;

  private constructor(variables: Readonly<Record<string, string>>) {
    this.variables = variables;
  }

  /** Starts both and waits until they answer. */
  static async start(): Promise<Deployment> {
    const chosen: NodeJS.ProcessEnv = {};
    await embedStandin(chosen);
    await embedMailbox(chosen);
    // For the runs it is a target like any other; they share the mailbox through its API.
    const own = Object.entries(chosen as Record<string, string>).filter(
      ([name]) => name !== 'EMBEDDED' && !/^(STANDIN|SINK)_/.test(name),
    );
    const mailbox = `http://127.0.0.1:${chosen['SINK_API_PORT'] ?? ''}`;
    const deployment = new Deployment({ ...Object.fromEntries(own), MAILBOX_URL: mailbox });
    await deployment.#serve('fixtures/mailbox/sink-main.ts', chosen);
    await deployment.#serve('standin/main.ts', chosen);
    return deployment;
  }

  /** How many rows the application has in each table; what a visit alone leaves is not counted. */
  async rows(): Promise<Record<string, number>> {
    const settings = parseEnv(this.variables);
    const session = new Session({
      baseUrl: settings.baseUrl ?? '',
      authority: authorityOf(settings),
    });
    const counts = JSON.parse((await session.get('/__standin__/rows')).body) as Record<
      string,
      number
    >;
    return Object.fromEntries(
      Object.entries(counts).filter(([table]) => !['session', 'failed_login'].includes(table)),
    );
  }

  stop(): void {
    for (const child of this.#children) child.kill('SIGTERM');
  }

  #serve(script: string, variables: NodeJS.ProcessEnv): Promise<void> {
    const child = spawn(process.execPath, ['--import', 'tsx', script], {
      cwd: root,
      env: { ...process.env, ...variables },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.#children.push(child);
    return new Promise((resolve, reject) => {
      createInterface({ input: child.stdout }).once('line', () => {
        resolve();
      });
      child.once('exit', (code) => {
        reject(new Error(`${script} ended with ${code}`));
      });
    });
  }
}
