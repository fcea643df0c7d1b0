import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync, watch } from 'node:fs';
import { join } from 'node:path';
import { runFolder } from '../../fixtures/run-folder.ts';

const root = join(import.meta.dirname, '..', '..');

/** A command of the operator, in a process group of its own as a terminal makes it. */
export class Command {
  readonly #child: ChildProcess;
  readonly ended: Promise<{ code: number | null; output: string }>;

  /**
   * @param args what comes after `npm run`
   * @param variables the operator's environment
   */
  constructor(args: readonly string[], variables: Readonly<Record<string, string>>) {
    this.#child = spawn(process.execPath, ['cli/start.mjs', ...args], {
      cwd: root,
      env: { ...process.env, ...variables },
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    this.#child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
    this.#child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()));
    this.ended = new Promise((resolve, reject) => {
      this.#child.once('error', reject);
      this.#child.once('close', (code) => {
        resolve({ code, output });
      });
    });
  }

  /**
   * Waits for something that happens while the command runs.
   *
   * @throws when the command ends first, with what it said
   */
  async until(moment: Promise<void>): Promise<void> {
    const early = this.ended.then(({ code, output }) => {
      throw new Error(`The command ended too early with ${code}:\n${output}`);
    });
    await Promise.race([moment, early]);
  }

  /** Ctrl-C (SIGINT) or a crash (SIGKILL): the whole group gets it. */
  signal(name: 'SIGINT' | 'SIGKILL'): void {
    process.kill(-(this.#child.pid ?? 0), name);
  }
}

/**
 * Waits until the journal of a run says something.
 *
 * @param said what to look for in a line
 */
export function journalSays(runId: string, said: RegExp): Promise<void> {
  const folder = runFolder(runId);
  const file = join(folder, 'journal.jsonl');
  return new Promise((resolve) => {
    const look = (): void => {
      if (!existsSync(file) || !said.test(readFileSync(file, 'utf8'))) return;
      watcher.close();
      resolve();
    };
    const watcher = watch(folder, look);
    look();
  });
}
