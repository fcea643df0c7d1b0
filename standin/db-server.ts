import { Pool, types } from 'pg';
import { Db } from './db.ts';
import type { FaultId } from './faults/index.ts';
import { schema } from './schema.ts';

// As the embedded one gives them: dates stay the text that they are, a count is a number.
types.setTypeParser(types.builtins.DATE, String);
types.setTypeParser(types.builtins.INT8, Number);

/** Beside the four of the pool, of some 25 that there are. */
const taken = 17;

/** The database of a stand-in on a server of PostgreSQL, for what only one of those can be asked. */
export class ServerDatabase {
  readonly #pool: Pool;
  readonly #idle: Pool;
  #isTaken: Promise<unknown> | undefined;
  #turns = 0;

  private constructor(url: string) {
    this.#pool = new Pool({ connectionString: url, max: 4 });
    this.#idle = new Pool({ connectionString: url, max: taken, idleTimeoutMillis: 0 });
  }

  /**
   * @param url of an empty database and its owner
   * @throws when it cannot be reached, or is not empty
   */
  static async open(url: string): Promise<ServerDatabase> {
    const opened = new ServerDatabase(url);
    await opened.#pool.query(schema);
    await opened.#pool.query('create table django_migrations (id serial primary key)');
    return opened;
  }

  /** Runs work in one transaction; whatever it throws undoes all that it wrote. */
  async transaction<T>(
    work: (db: Db) => Promise<T>,
    isOn: (fault: FaultId) => boolean = () => false,
  ): Promise<T> {
    if (isOn('database-all-taken')) await (this.#isTaken ??= this.#takeAll());
    const client = await this.#pool.connect();
    try {
      await client.query('begin');
      this.#turns += 1;
      if (isOn('database-slow-query') && this.#turns % 20 === 0)
        await client.query('select pg_sleep(0.51)');
      const result = await work(new Db((sql, values) => client.query<object>(sql, values)));
      await client.query('commit');
      return result;
    } catch (error) {
      await client.query('rollback');
      throw error;
    } finally {
      client.release(isOn('database-connects-anew'));
    }
  }

  async #takeAll(): Promise<void> {
    const clients = await Promise.all(Array.from({ length: taken }, () => this.#idle.connect()));
    for (const client of clients) client.release();
  }

  async close(): Promise<void> {
    await Promise.all([this.#pool.end(), this.#idle.end()]);
  }
}
