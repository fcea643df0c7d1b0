import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { exitCode } from '../fixtures/failure.ts';

const root = join(import.meta.dirname, '..');

/**
 * Runs a program of `node_modules` in the foreground.
 *
 * @param program name of the package's command
 * @param args its arguments
 * @param variables added to the environment
 * @returns its exit code; 130 when it was interrupted
 */
export function runProgram(
  program: string,
  args: readonly string[],
  variables: Readonly<Record<string, string>> = {},
): Promise<number> {
  return runCommand(join(root, 'node_modules', '.bin', program), args, variables);
}

/**
 * Runs any command in the foreground, from the folder of the project.
 *
 * @param command its path, or its name on the PATH
 * @param args its arguments
 * @param variables added to the environment
 * @returns its exit code; 130 when it was interrupted
 * @throws when it cannot be started
 */
export function runCommand(
  command: string,
  args: readonly string[],
  variables: Readonly<Record<string, string>>,
): Promise<number> {
  return new Promise((resolve, reject) => {
    let interrupted = false;
    // Ctrl-C reaches the child as well; it tidies up and then ends by itself.
    const onInterrupt = (): void => {
      interrupted = true;
    };
    process.on('SIGINT', onInterrupt);
    const child = spawn(command, args, {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, ...variables },
      shell: process.platform === 'win32',
    });
    child.once('error', reject);
    child.once('close', (code, signal) => {
      process.off('SIGINT', onInterrupt);
      resolve(interrupted || signal === 'SIGINT' ? exitCode.interrupted : (code ?? 1));
    });
  });
}
