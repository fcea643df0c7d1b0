import { NotRun } from '../../fixtures/accounts/role.ts';
import { BrokenDump } from './dump.ts';

/** That nothing is kept, whatever a dump says: a constraint that fails when a transaction is to end. */
export const keepsNothing = 'construbot_acceptance_keeps_nothing';

// Named by the routine of PostgreSQL that refuses, as its messages may be in any language.
const passedOver = new Set([
  // Owners and rights of roles that are not there, or whose member ours is not (before and since 16).
  '42704 get_role_oid',
  '42501 check_is_member_of_role',
  '42501 check_can_set_role',
  // Settings of a session that an older server does not know.
  '42704 find_option',
  // DROP and CREATE DATABASE of pg_dump --create: they are meant for another one.
  '25001 PreventInTransactionBlock',
]);

/** Errors of `psql` with `VERBOSITY=verbose`, as far as they matter. */
export interface Refusal {
  readonly line: number;
  /** SQLSTATE (postgresql.org/docs, "PostgreSQL Error Codes"). */
  readonly code: string;
  /** In the words of the server: for a look at names, never repeated, as it may hold data. */
  readonly text: string;
}

/** What a line of psql's standard error tells; its label may be in any language, notices are no errors. */
export function refusalIn(line: string): Refusal | undefined {
  const [, number, code = '', text = ''] =
    /^psql:<stdin>:(\d+): [^:]+: {2}([0-9A-Z]{5}): (.*)$/.exec(line) ?? [];
  if (number === undefined || /^0[0-2]/.test(code)) return undefined;
  return { line: Number(number), code, text };
}

/** The routine of the server in a line of psql's standard error. */
export const routineIn = (line: string): string | undefined =>
  /^LOCATION: {2}(\w+), /.exec(line)?.[1];

/**
 * What a refusal means for the restore.
 *
 * @returns undefined when the data are as good without; {@link NotRun} when the database is no place for
 *   the dump, {@link BrokenDump} when the dump is to blame
 */
export function judgeRefusal(
  { line, code, text }: Refusal,
  routine: string | undefined,
): NotRun | BrokenDump | undefined {
  if (passedOver.has(`${code} ${routine ?? ''}`) || code === '3D000') return undefined;
  if (text.includes(keepsNothing)) {
    return new NotRun(
      'the newest dump ends its transaction by itself, as one with large objects does: it cannot be tried without being kept',
    );
  }
  if (code === '42501') {
    return new NotRun(
      `the role of RESTORE_DATABASE_URL may not do what line ${line} of the dump asks for: make it the owner of that database`,
    );
  }
  if (code === '0A000' || code === '58P01') {
    return new NotRun(
      `the server of RESTORE_DATABASE_URL lacks what line ${line} of the dump asks for, such as an extension`,
    );
  }
  if (/^(?:08|53|57|58|XX)/.test(code)) {
    return new NotRun(`the server of RESTORE_DATABASE_URL gives up (SQLSTATE ${code})`);
  }
  return new BrokenDump(`cannot be restored: PostgreSQL refuses its line ${line} (${code})`);
}
