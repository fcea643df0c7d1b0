import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const folder = join(import.meta.dirname, 'celery');
/** Debian's own, whichever else is on the PATH. */
const python = '/usr/bin/python3';

/** Whether Celery is there, and its way to Redis. */
export const hasCelery = (): boolean =>
  spawnSync(python, ['-c', 'import celery, redis'], { stdio: 'ignore' }).status === 0;

/** Where an application keeps its tasks and their results. */
export interface Obra {
  readonly broker: string;
  /** Results are thrown away unless given. */
  readonly backend?: string;
}

const variablesOf = ({ broker, backend }: Obra): Record<string, string> => ({
  OBRA_BROKER: broker,
  ...(backend === undefined ? {} : { OBRA_BACKEND: backend }),
  PYTHONDONTWRITEBYTECODE: '1',
});

/** What `DJANGO_SHELL` would be for such an application. */
export const shellOf = (obra: Obra): string[] => [
  'env',
  ...Object.entries(variablesOf(obra)).map(([name, value]) => `${name}=${value}`),
  python,
  join(folder, 'manage.py'),
];

/** A worker of Celery that takes the tasks of an application. */
export class CeleryWorker {
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess) {
    this.#child = child;
  }

  /**
   * Starts one.
   *
   * @param queue that it takes tasks from
   * @throws when it ends instead of being ready
   */
  static async start(obra: Obra, queue = 'celery'): Promise<CeleryWorker> {
    const child = spawn(
      python,
      ['-m', 'celery', '-A', 'obra', 'worker', '--pool=solo', '--loglevel=INFO', '-Q', queue],
      {
        cwd: folder,
        env: { PATH: process.env['PATH'], ...variablesOf(obra) },
        stdio: ['ignore', 'ignore', 'pipe'],
      },
    );
    let said = '';
    await new Promise<void>((resolve, reject) => {
      child.stderr.on('data', (chunk: Buffer) => {
        said += chunk.toString();
        if (said.includes(' ready.')) resolve();
      });
      child.once('exit', () => {
        reject(new Error(`Celery has not started: ${said}`));
      });
    });
    return new CeleryWorker(child);
  }

  /** Holds it still: its process is there, and does nothing. */
  hold(): void {
    this.#child.kill('SIGSTOP');
  }

  goOn(): void {
    this.#child.kill('SIGCONT');
  }

  async stop(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const ended = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await ended;
  }
}
