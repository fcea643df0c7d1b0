import { spawn } from 'node:child_process';
import { mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { NotRun } from '../../fixtures/accounts/role.ts';
import { resultsFolder } from '../../fixtures/run-folder.ts';
import { withPublic } from '../../fixtures/http/trusted.ts';
import type { Work } from '../ways.ts';
import { howToGetIt } from './version.ts';
import { endingOf } from './exit-code.ts';
import { readK6Report, type K6Report } from './report/read.ts';
import type { Person } from './settings.ts';

/** What k6 is to do. */
export interface K6Task {
  /** The program, or its name on the PATH. */
  readonly program: string;
  readonly profile: string;
  readonly target: string;
  /** PEM text of a private authority that may have signed its certificate. */
  readonly authority: string | undefined;
  readonly people: readonly Person[];
  readonly work: Work;
  readonly headers: Readonly<Record<string, string>>;
  /** A program that starts a browser, when pages are visited as well. */
  readonly browser: string | undefined;
}

/** Where a load of k6 leaves its summary, its points and what it said. */
export const k6Folder = (profile: string): string => join(resultsFolder, 'k6', profile);

/** The exit code that k6 ended with, beside what it left. */
export const exitFile = (profile: string): string => join(k6Folder(profile), 'exit-code');

// Of the operator's own variables k6 gets those only that cannot change what is measured, or how.
const kept = /^(PATH|HOME|TMPDIR|TEMP|TMP|LANG|XDG_.*|(HTTPS?|NO)_PROXY|K6_WEB_DASHBOARD.*)$/i;

/**
 * Has k6 make a load and reads what it has left.
 *
 * @throws NotRun when there is no k6, Error with the end of its log when it has measured nothing
 */
export async function reportOf(task: K6Task): Promise<K6Report> {
  const folder = k6Folder(task.profile);
  const code = await runK6(task, folder);
  writeFileSync(exitFile(task.profile), String(code));
  const { measured, said } = endingOf(code);
  if (!measured) {
    const log = readFileSync(join(folder, 'k6.log'), 'utf8').trim().split('\n').slice(-5);
    throw new Error([`k6 ${said}:`, ...log].join('\n'));
  }
  return readK6Report(folder, task.target, new Date());
}

/**
 * Runs the scripts beside this file with k6. Everything is given by the environment, as a command
 * line is seen by everybody on the machine. It tells nobody of its use, opens no port and fetches no
 * extension.
 *
 * @returns the exit code of k6; null when a signal ended it
 * @throws NotRun when there is no k6
 */
function runK6(task: K6Task, folder: string): Promise<number | null> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const script = join(import.meta.dirname, task.browser === undefined ? 'office.ts' : 'browser.ts');
  const points = join(folder, 'points.json.gz');
  // A file, not a pipe: Ctrl-C may end who reads it before k6 has written its summary.
  const log = openSync(join(folder, 'k6.log'), 'w', 0o600);
  const own = Object.entries(process.env).filter(([name]) => kept.test(name));
  return new Promise((resolve, reject) => {
    const child = spawn(task.program, ['run', '--quiet', '--out', `json=${points}`, script], {
      stdio: ['ignore', log, log],
      env: { ...Object.fromEntries(own), ...variablesOf(task, folder) },
    });
    // Ctrl-C reaches k6 as well, which then tidies up; a second signal would end that.
    let told = false;
    process.once('SIGINT', () => (told = true));
    process.once('exit', () => told || child.kill('SIGINT'));
    child.once('error', () => {
      reject(new NotRun(howToGetIt));
    });
    child.once('close', resolve);
  });
}

function variablesOf(task: K6Task, folder: string): Record<string, string> {
  const { profile, target, authority, people, work, headers, browser } = task;
  const secrets = people.map(({ username, password }) => ({ username, password }));
  return {
    BASE_URL: target,
    LOAD_PROFILE: profile,
    LOAD_PEOPLE: JSON.stringify(secrets),
    LOAD_WORK: JSON.stringify(work),
    LOAD_HEADERS: JSON.stringify(headers),
    LOAD_SUMMARY: join(folder, 'summary.json'),
    K6_NO_USAGE_REPORT: 'true',
    K6_ADDRESS: '',
    K6_AUTO_EXTENSION_RESOLUTION: 'false',
    K6_NEW_MACHINE_READABLE_SUMMARY: 'false',
    ...(authority === undefined ? {} : { SSL_CERT_FILE: authorities(folder, authority) }),
    ...(browser === undefined
      ? {}
      : { K6_BROWSER_EXECUTABLE_PATH: browser, K6_BROWSER_HEADLESS: 'true' }),
  };
}

/** Go reads the authorities that it trusts from this file, in the place of the system's. */
function authorities(folder: string, authority: string): string {
  const file = join(folder, 'authorities.pem');
  writeFileSync(file, withPublic(authority).join('\n'));
  return file;
}
