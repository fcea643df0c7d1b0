import { PGlite } from '@electric-sql/pglite';
import { unaccent } from '@electric-sql/pglite/contrib/unaccent';
import { emptyCluster } from './db-cache.ts';
import { schema } from './schema.ts';

export type Row = Record<string, unknown>;

/** The database inside one request's transaction. */
export class Db {
  readonly #query: (sql: string, values: unknown[]) => Promise<{ rows: unknown[] }>;

  constructor(query: (sql: string, values: unknown[]) => Promise<{ rows: unknown[] }>) {
    this.#query = query;
  }

  /** Tables that were written to; what goes with a row that is removed is not looked at. */
  readonly changed = new Set<string>();

  /** All rows of a query; numerics come as exact text. */
  async all<T = Row>(sql: string, ...values: unknown[]): Promise<T[]> {
    const table = /^\s*(?:insert into|update|delete from) (\w+)/i.exec(sql)?.[1];
    if (table !== undefined) this.changed.add(table);
    return (await this.#query(sql, values)).rows as T[];
  }

  /** The first row of a query, or undefined. */
  async one<T = Row>(sql: string, ...values: unknown[]): Promise<T | undefined> {
    return (await this.all<T>(sql, ...values))[0];
  }

  /** How many rows each table has. */
  async rowCounts(): Promise<Record<string, number>> {
    const counts: Record<string, number> = {};
    for (const name of await this.#tables()) {
      const row = await this.one<{ rows: number }>(`select count(*)::int as rows from ${name}`);
      counts[name] = row?.rows ?? 0;
    }
    return counts;
  }

  /** Every row of each table, as PostgreSQL writes it. */
  async dump(): Promise<Record<string, string[]>> {
    const dump: Record<string, string[]> = {};
    for (const name of await this.#tables()) {
      const rows = await this.all<{ row: string }>(`select t::text as row from ${name} t`);
      dump[name] = rows.map(({ row }) => row).sort();
    }
    return dump;
  }

  async #tables(): Promise<string[]> {
    const tables = await this.all<{ name: string }>(
      `select table_name as name from information_schema.tables
       where table_schema = 'public' order by table_name`,
    );
    return tables.map(({ name }) => name);
  }

  /** Inserts a row and gives its id. */
  async insert(table: string, values: Row): Promise<number> {
    const names = Object.keys(values);
    const row = await this.one<{ id: number }>(
      `insert into ${table} (${names.map((n) => `"${n}"`).join(', ')})
       values (${names.map((_, i) => `$${i + 1}`).join(', ')}) returning id`,
      ...Object.values(values),
    );
    return row?.id ?? 0;
  }

  /** Changes the row with an id. */
  async update(table: string, id: number, values: Row): Promise<void> {
    const names = Object.keys(values);
    await this.all(
      `update ${table} set ${names.map((n, i) => `"${n}" = $${i + 2}`).join(', ')} where id = $1`,
      id,
      ...Object.values(values),
    );
  }
}

/** The database of a stand-in: PostgreSQL in the process, empty at the start, gone at the end. */
export class Database {
  readonly #pg: PGlite;

  private constructor(pg: PGlite) {
    this.#pg = pg;
  }

  static async open(): Promise<Database> {
    const loadDataDir = await emptyCluster();
    const pg = await PGlite.create({
      extensions: { unaccent },
      ...(loadDataDir === undefined ? {} : { loadDataDir }),
      // Dates stay the text that they are: a Date would move them with the time zone.
      parsers: { 1082: (value: string) => value },
    });
    await pg.exec(schema);
    return new Database(pg);
  }

  /** Runs work in one transaction; whatever it throws undoes all that it wrote. */
  transaction<T>(work: (db: Db) => Promise<T>): Promise<T> {
    return this.#pg.transaction((tx) => work(new Db((sql, values) => tx.query(sql, values))));
  }

  close(): Promise<void> {
    return this.#pg.close();
  }
}
