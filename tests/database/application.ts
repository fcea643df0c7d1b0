import { Pool, type PoolConfig } from 'pg';
import type { DatabaseAddress } from '../../fixtures/database/address.ts';

/** A way in which an application can use its database wrongly. */
export type Misuse =
  'asks for a slow query' | 'asks for each row' | 'connects anew' | 'takes all connections';

// A short list is quick, so that the load of these takes no long time.
const few = 5;
/** As many as leave less than a fifth of {@link mostConnections}, with the three that are at work. */
const many = 17;

/** What matters of an application here: which queries its pages make, and over which connections. */
export class Application {
  readonly #pool: Pool;
  readonly #kept: Pool;
  readonly #misuse: Misuse | undefined;

  constructor({ host, port, user, password, database }: DatabaseAddress, misuse?: Misuse) {
    const config: PoolConfig = { host, port, user, password, database, max: 4 };
    this.#misuse = misuse;
    this.#pool = new Pool({ ...config, ...(misuse === 'connects anew' ? { maxUses: 1 } : {}) });
    this.#kept = new Pool({ ...config, max: many });
  }

  /** The page of a list with so many rows. */
  async open(rows: number): Promise<void> {
    const client = await this.#pool.connect();
    try {
      await client.query('select 1 from django_migrations where id = $1', [1]);
      const found = await client.query<{ id: number; name: string }>(
        "select id, name, 'no está en el texto' as nota from contrato order by id limit $1",
        [rows],
      );
      if (this.#misuse === 'asks for each row') {
        for (const { id } of found.rows) {
          await client.query(`select name from contrato where id = ${id}`);
        }
      }
      if (this.#misuse === 'asks for a slow query' && rows > few) {
        await client.query('select pg_sleep(0.51)');
      }
    } finally {
      client.release();
    }
  }

  /** Connects as many as its faults make it. */
  async start(): Promise<void> {
    if (this.#misuse !== 'takes all connections') return;
    const clients = await Promise.all(Array.from({ length: many }, () => this.#kept.connect()));
    for (const client of clients) client.release();
  }

  async stop(): Promise<void> {
    await Promise.all([this.#pool.end(), this.#kept.end()]);
  }
}
