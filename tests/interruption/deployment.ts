import { spawn, type ChildProcess } from 'node:child_process';
import { rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { authorityOf, parseEnv } from '../../fixtures/env.ts';
import { embedMailbox, embedStandin } from '../../fixtures/embedded.ts';
import { json } from '../../fixtures/http/exchange.ts';
import { historyFolder, targetKey } from '../../report/signoff/history.ts';
import { Session } from '../../fixtures/http/session.ts';
import type { Kind } from '../../standin/web/traffic.ts';

const root = join(import.meta.dirname, '..', '..');

/** A stand-in and a mailbox of their own, as a deployment that several runs share. */
export class Deployment {
  readonly #children: ChildProcess[] = [];
  /** What an operator would put into .env to point a run at it. */
  readonly variables: Readonly<Record<string, string>>;

  private constructor(variables: Readonly<Record<string, string>>) {
    this.variables = variables;
  }

  /**
   * Starts both and waits until they answer.
   *
   * @param change what the stand-in is told otherwise, such as `FAULTS` or `STANDIN_STAFF_PASSWORD`
   */
  static async start(change: Readonly<Record<string, string>> = {}): Promise<Deployment> {
    const chosen: NodeJS.ProcessEnv = {};
    await embedStandin(chosen);
    Object.assign(chosen, change);
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
    const counts = (await this.#tell('rows')) as Record<string, number>;
    return Object.fromEntries(
      Object.entries(counts).filter(([table]) => !['session', 'failed_login'].includes(table)),
    );
  }

  /** Every row of each table, as PostgreSQL writes it. */
  async dump(): Promise<Record<string, string[]>> {
    return (await this.#tell('dump')) as Record<string, string[]>;
  }

  /** The kinds of requests that it has met so far, but those that only a stand-in answers. */
  async traffic(): Promise<Kind[]> {
    return (await this.#tell('traffic')) as Kind[];
  }

  /** How many requests the application has met so far. */
  async requests(): Promise<number> {
    return (await this.#tell('requests')) as number;
  }

  /** Every cookie that the application has set, as it was sent. */
  async cookies(): Promise<string[]> {
    return (await this.#tell('cookies')) as string[];
  }

  /** The texts of all mail that it has sent. */
  async mails(): Promise<string[]> {
    const api = `${new URL(this.variables['MAILBOX_URL'] ?? '').origin}/api/v1`;
    const read = async (path: string): Promise<unknown> => (await fetch(`${api}/${path}`)).json();
    const { messages } = (await read('messages')) as { messages: { ID: string }[] };
    return Promise.all(
      messages.map(async ({ ID }) => ((await read(`message/${ID}`)) as { Text: string }).Text),
    );
  }

  stop(): void {
    const key = targetKey(this.variables['BASE_URL']);
    for (const kind of ['jsonl', 'html']) {
      rmSync(join(historyFolder, `${key}.${kind}`), { force: true });
    }
    for (const child of this.#children) child.kill('SIGTERM');
  }

  async #tell(what: string): Promise<unknown> {
    const settings = parseEnv(this.variables);
    const session = new Session({
      baseUrl: settings.baseUrl ?? '',
      authority: authorityOf(settings),
    });
    return json(await session.get(`/__standin__/${what}`));
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
