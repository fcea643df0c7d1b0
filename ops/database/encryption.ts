import { z } from 'zod';
import { NotRun } from '../../fixtures/accounts/role.ts';
import { sessionsAtWork, type ApplicationSessions } from '../../fixtures/database/application.ts';
import type { Database } from '../../fixtures/database/database.ts';

/** How the application talks to its database. */
export interface Encryption {
  readonly isOffered: boolean;
  readonly sessions: readonly ApplicationSessions[];
}

/**
 * Looks at the sessions of the application while it is asked for pages.
 *
 * @param openPage see {@link sessionsAtWork}
 * @throws NotRun see {@link Database.ask}
 */
export async function encryptionOf(
  database: Database,
  openPage: () => Promise<unknown>,
): Promise<Encryption> {
  const [seen] = await database.ask(
    z.object({ isOffered: z.boolean() }),
    `select current_setting('ssl')::bool as "isOffered"`,
  );
  const sessions = await sessionsAtWork(database, openPage);
  return { isOffered: seen?.isOffered === true, sessions };
}

/**
 * Judges whether every session of the application is encrypted, as the document asks. One by a Unix
 * socket never is, though nobody could read along: that is said, so that it can be waived.
 *
 * @returns what is wrong, in words
 * @throws NotRun when there was no session to judge
 */
export function judgeEncryption({ isOffered, sessions }: Encryption): string[] {
  if (!isOffered && sessions.length === 0) return ['PostgreSQL has TLS off (ssl = off)'];
  if (sessions.length === 0) {
    throw new NotRun(
      'the application had no session on its database, even while pages were asked for: is DATABASE_URL that of BASE_URL?',
    );
  }
  const off = isOffered ? '' : '; PostgreSQL has TLS off (ssl = off)';
  return sessions
    .filter((one) => !one.isEncrypted)
    .map(({ role, client, count }) =>
      client === null
        ? `${said(count)} of ${role} by a Unix socket, which is never encrypted: it does not leave the host, so a waiver may say so${off}`
        : `${said(count)} of ${role} from ${client} not encrypted${off}`,
    );
}

const said = (count: number): string => `${count} ${count === 1 ? 'session' : 'sessions'}`;
