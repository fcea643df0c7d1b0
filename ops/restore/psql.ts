import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { rootCertificates } from 'node:tls';
import { NotRun } from '../../fixtures/accounts/role.ts';
import type { DatabaseAddress } from '../../fixtures/database/address.ts';
import { withPublic } from '../../fixtures/http/trusted.ts';
import { between, newMarks } from '../../fixtures/shell/marked.ts';
import type { BrokenDump } from './dump.ts';
import { startProgram } from './programs.ts';
import { judgeRefusal, keepsNothing, refusalIn, routineIn, type Refusal } from './refusals.ts';

const mostSaid = 1024 * 1024;

/** What `psql` told of a script that it has run to its end. */
export interface Ran {
  /** What the question behind it wrote. */
  readonly answer: string;
  /** Lines of it that PostgreSQL refused without harm to its data, at most some. */
  readonly passedOver: readonly number[];
}

/**
 * Runs a dump by `psql` in a transaction that is never committed, and asks one question before it ends:
 * whatever happens, PostgreSQL itself takes everything back. No line of the dump can make psql do
 * anything on this machine (`\restrict`, CVE-2025-8714).
 *
 * @param script SQL as `pg_dump` writes it
 * @param question one statement
 * @param signal ends it
 * @throws BrokenDump at the first line that PostgreSQL refuses and that matters
 * @throws NotRun when there is no psql that can do that, or the server gives up
 */
export async function runUncommitted(
  address: DatabaseAddress,
  authority: string | undefined,
  script: AsyncIterable<Buffer>,
  question: string,
  signal: AbortSignal,
): Promise<Ran> {
  const folder = await mkdtemp(join(tmpdir(), 'construbot-restore-'));
  try {
    const rootFile = join(folder, 'authorities.pem');
    const trusted = authority === undefined ? rootCertificates : withPublic(authority);
    await writeFile(rootFile, trusted.join('\n'));
    return await run(variablesOf(address, rootFile), script, question, signal);
  } finally {
    await rm(folder, { recursive: true });
  }
}

const options = {
  ON_ERROR_STOP: '1',
  ON_ERROR_ROLLBACK: 'on',
  // After a transaction that ended early, there is one again.
  AUTOCOMMIT: 'off',
  VERBOSITY: 'verbose',
};

async function run(
  variables: Readonly<Record<string, string>>,
  script: AsyncIterable<Buffer>,
  question: string,
  signal: AbortSignal,
): Promise<Ran> {
  const words = Object.entries(options).flatMap(([name, value]) => ['-v', `${name}=${value}`]);
  const psql = ['-X', '-q', '-A', '-t', ...words, '-f', '-'];
  const { child, ended } = startProgram('psql', psql, variables, signal);
  const marks = newMarks();
  const before = preamble();
  const offset = before.split('\n').length - 1;

  const passedOver: number[] = [];
  let problem: NotRun | BrokenDump | undefined;
  const stop = (reason: NotRun | BrokenDump): void => {
    problem ??= reason;
    child.kill('SIGKILL');
  };
  let pending: Refusal | undefined;
  const judge = (routine?: string): void => {
    if (pending === undefined) return;
    const { line } = pending;
    const judged = judgeRefusal(pending, routine);
    pending = undefined;
    if (judged !== undefined) stop(judged);
    else if (passedOver.length < 100) passedOver.push(line);
  };
  createInterface(child.stderr).on('line', (line) => {
    const found = refusalIn(line);
    const routine = routineIn(line);
    if (found !== undefined || routine !== undefined) judge(routine);
    if (found !== undefined) pending = { ...found, line: found.line - offset };
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString();
    if (said.length > mostSaid) stop(new NotRun('the dump makes psql talk without an end'));
  });

  const write = async (text: Buffer | string): Promise<void> => {
    if (!child.stdin.write(text)) await Promise.race([once(child.stdin, 'drain'), ended]);
  };
  try {
    await write(before);
    for await (const chunk of script) {
      await write(chunk);
      if (child.exitCode !== null || child.signalCode !== null) break;
    }
    await write(`select '${marks.before}';\n${question};\nselect '${marks.after}';\n`);
    child.stdin.end();
    const status = await ended;
    judge();
    if (problem !== undefined) throw problem;
    // As at a first line that it does not know, with ON_ERROR_STOP.
    if (status === 3) throw new NotRun(tooOld);
    const answer = between(said, marks);
    if (answer === undefined) throw new NotRun('the server of RESTORE_DATABASE_URL gives up');
    return { answer, passedOver };
  } finally {
    child.kill('SIGKILL');
  }
}

const tooOld =
  'psql of this machine cannot keep a dump from running commands: needs 13.22, 14.19, 15.14, 16.10, 17.6 or newer';

/** Before the dump: psql does only what PostgreSQL is asked, and nothing can be committed. */
function preamble(): string {
  const key = randomBytes(16).toString('hex');
  const name = `pg_temp.${keepsNothing}`;
  return `\\restrict ${key}
\\unrestrict ${key}
\\set ON_ERROR_STOP 0
\\restrict ${key}
create temp table ${keepsNothing} (id int primary key, other int,
  constraint ${keepsNothing} foreign key (other) references ${name} deferrable initially deferred);
insert into ${name} values (1, 2);
`;
}

const sslModes = { none: 'disable', authority: 'verify-ca', host: 'verify-full' } as const;

// The environment and not the arguments, which whoever is on this machine can list.
const variablesOf = (address: DatabaseAddress, rootFile: string): Record<string, string> => ({
  PGHOST: address.host,
  PGPORT: String(address.port),
  PGUSER: address.user,
  PGPASSWORD: address.password,
  PGDATABASE: address.database,
  PGSSLMODE: sslModes[address.tls],
  PGSSLROOTCERT: rootFile,
  PGGSSENCMODE: 'disable',
  PGPASSFILE: '/dev/null',
  PGCONNECT_TIMEOUT: '10',
  PGAPPNAME: 'construbot-acceptance',
});
