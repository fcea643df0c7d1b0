import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { pipeline } from 'node:stream/promises';
import { NotRun } from '../../fixtures/accounts/role.ts';
import { BrokenDump } from './dump.ts';

/** A program of PostgreSQL's on this machine that has been started. */
export interface Started {
  readonly child: ChildProcessWithoutNullStreams;
  /** Its status; null when it was ended. */
  readonly ended: Promise<number | null>;
}

/**
 * Starts a program.
 *
 * @param variables of its environment, beside where programs are
 * @param signal ends it
 */
export function startProgram(
  name: string,
  words: readonly string[],
  variables: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Started {
  const child = spawn(name, words, {
    stdio: 'pipe',
    // Nothing of who runs this: no service file, no other server.
    env: { PATH: process.env['PATH'], LC_ALL: 'C', ...variables },
    signal,
    killSignal: 'SIGKILL',
  });
  const kill = (): void => void child.kill('SIGKILL');
  process.once('exit', kill);
  // It may end without having read.
  child.stdin.on('error', () => undefined);
  const ended = once(child, 'close').then(
    ([status]) => status as number | null,
    (error: unknown) => {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') return null;
      throw new NotRun(`needs ${name} on this machine (postgresql-client)`);
    },
  );
  ended
    .catch(() => undefined)
    .finally(() => process.off('exit', kill))
    .catch(() => undefined);
  return { child, ended };
}

/**
 * The SQL of an archive, by `pg_restore`. Owners and rights are left out: their roles need not be there.
 *
 * @throws BrokenDump when it is cut off or corrupt
 * @throws NotRun when there is no pg_restore, or it is older than the archive
 */
export async function* scriptOf(
  archive: AsyncIterable<Buffer>,
  signal: AbortSignal,
): AsyncIterable<Buffer> {
  const words = ['--file=-', '--no-owner', '--no-privileges'];
  const { child, ended } = startProgram('pg_restore', words, {}, signal);
  let problem = '';
  createInterface(child.stderr).on('line', (line) => (problem ||= line.slice(0, 500)));
  let failure: Error | undefined;
  // It ends when it has seen enough.
  const fed = pipeline(archive, child.stdin).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'EPIPE') failure = error as Error;
  });
  try {
    for await (const chunk of child.stdout as AsyncIterable<Buffer>) yield chunk;
    await fed;
    const status = await ended;
    if (failure !== undefined) throw failure;
    if (problem.includes('unsupported version')) {
      throw new NotRun('pg_restore of this machine is older than the dump');
    }
    if (status !== 0) throw new BrokenDump('is cut off or corrupt: pg_restore cannot read it');
  } finally {
    child.kill('SIGKILL');
  }
}
