import { z } from 'zod';
import { NotRun } from '../../fixtures/accounts/role.ts';
import { authorityOf, type Env } from '../../fixtures/env.ts';
import { jsonOf } from '../../fixtures/json-of.ts';
import { assigned } from '../../fixtures/shell/host-commands.ts';
import type { HostShell } from '../../fixtures/shell/host-shell.ts';
import type { Looked } from '../../fixtures/test/findings-of.ts';
import { listBackups } from '../backups/backups.ts';
import { BrokenDump, openDump, peek, type Dump } from './dump.ts';
import { judgeTables, type Table } from './judge.ts';
import { scriptOf } from './programs.ts';
import { runUncommitted } from './psql.ts';
import { checkScratch, isEmpty } from './scratch.ts';

/** What a dump may take to be tried. */
export interface RestoreLimits {
  readonly seconds: number;
  /** As it lies there, in bytes. */
  readonly packed: number;
  readonly unpacked: number;
}

/** A database of a few gigabytes is restored in minutes. */
export const usualRestore: RestoreLimits = { seconds: 900, packed: 4 * 2 ** 30, unpacked: 2 ** 35 };

const table = z.object({ name: z.string(), rows: z.coerce.number().int().min(0) });

// Counted one by one, as there are no statistics yet.
const question = `select json_build_object('name', relname, 'rows',
    (xpath('/row/c/text()', query_to_xml(format('select count(*) as c from %I.%I', nspname, relname),
      false, true, '')))[1]::text)
  from pg_catalog.pg_class join pg_catalog.pg_namespace on pg_namespace.oid = relnamespace
  where relkind = 'r' and nspname !~ '^pg_|^information_schema$' order by nspname, relname limit 1000`;

type Settings = Pick<Env, 'backupFolder' | 'restoreDatabase' | 'database' | 'caFile'>;

/**
 * Restores the newest dump into an empty database and counts what is in it; nothing of it is kept.
 *
 * @throws NotRun when that cannot be tried
 */
export async function lookAtRestore(
  shell: HostShell,
  settings: Settings,
  limits: RestoreLimits = usualRestore,
): Promise<Looked> {
  const { backupFolder, restoreDatabase: scratch, database } = settings;
  if (backupFolder === undefined || scratch === undefined) {
    throw new NotRun('needs BACKUP_FOLDER and RESTORE_DATABASE_URL');
  }
  const authority = authorityOf(settings);
  const major = await checkScratch(scratch, database, authority);
  const [newest] = (await listBackups(shell, backupFolder)).backups;
  if (newest === undefined) return { findings: ['no backup is there'], seen: {} };
  const { name, bytes } = newest;
  if (bytes === 0) return { findings: [`${name} is empty`], seen: newest };
  if (bytes > limits.packed) {
    throw new NotRun(`${name} has ${bytes} bytes: no more than ${limits.packed} are tried`);
  }

  const timeout = AbortSignal.timeout(limits.seconds * 1000);
  const restore = async (dump: Dump): Promise<Looked> => {
    const content = dump.format === 'custom' ? scriptOf(dump.content, timeout) : dump.content;
    const { head, whole } = await peek(content);
    const version = /^-- Dumped from database version (\d+)/m.exec(head.toString('latin1'))?.[1];
    if (Number(version ?? 0) > major) {
      throw new NotRun(
        `${name} is of PostgreSQL ${version ?? ''}, the server of RESTORE_DATABASE_URL of ${major}: give one that is no older`,
      );
    }
    const { answer, passedOver } = await runUncommitted(
      scratch,
      authority,
      whole,
      question,
      timeout,
    );
    const tables = tablesIn(answer);
    const findings = judgeTables(tables).map((problem) => `${name} ${problem}`);
    return { findings, seen: { ...newest, format: dump.format, version, tables, passedOver } };
  };
  const script = `${assigned('file', `${backupFolder}/${name}`)}; cat <"$file"`;
  const began = performance.now();
  try {
    const { findings, seen } = await shell.read(script, bytes, limits.seconds, async (output) =>
      restore(await openDump(output, limits.unpacked)),
    );
    const seconds = Math.round((performance.now() - began) / 1000);
    return { findings, seen: { ...(seen as object), seconds } };
  } catch (error) {
    if (timeout.aborted) throw new NotRun(`${name} is not restored within ${limits.seconds} s`);
    if (!(error instanceof BrokenDump)) throw error;
    return { findings: [`${name} ${error.message}`], seen: newest };
  } finally {
    if (!(await isEmpty(scratch, authority))) {
      // Only a dump that is made for it gets here.
      throw new Error('The dump has left something in RESTORE_DATABASE_URL: make that one anew');
    }
  }
}

function tablesIn(answer: string): Table[] {
  const lines = answer.split('\n').filter((line) => line !== '');
  const tables = z.array(table).safeParse(lines.map(jsonOf));
  if (tables.success) return tables.data;
  throw new NotRun('what RESTORE_DATABASE_URL leads to answers as PostgreSQL does not');
}
