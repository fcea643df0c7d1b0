import type { Statements } from '../../fixtures/database/statements.ts';
import { thresholds } from '../profiles.ts';
import type { Sight } from './judge-growth.ts';

/** How many queries of each kind a page makes, at each of its sizes. */
export interface Counted {
  readonly page: string;
  readonly rows: number;
  /** By their texts. */
  readonly queries: ReadonlyMap<string, number>;
}

/** Counts the queries that pages make while they are opened. */
export class QueryCount {
  readonly #statements: Statements;
  /** The fewest of each kind in any visit so far, by their keys: what others ask meanwhile is more. */
  readonly #least = new Map<Sight, Map<string, number>>();

  constructor(statements: Statements) {
    this.#statements = statements;
  }

  /** The same page, counted whenever it is opened. */
  watch(sight: Sight): Sight {
    return {
      ...sight,
      open: async () => {
        const before = await this.#statements.calls();
        const time = await sight.open();
        const after = await this.#statements.calls();
        const made = new Map<string, number>();
        for (const [key, calls] of after) {
          const more = calls - (before.get(key) ?? 0);
          if (more > 0) made.set(key, more);
        }
        const least = this.#least.get(sight) ?? made;
        for (const [key, calls] of least) least.set(key, Math.min(calls, made.get(key) ?? 0));
        this.#least.set(sight, least);
        return time;
      },
    };
  }

  /**
   * What was counted, of each page at each size.
   *
   * @throws NotRun see {@link Statements.texts}
   */
  async result(): Promise<Counted[]> {
    const keys = new Set([...this.#least.values()].flatMap((one) => [...one.keys()]));
    const texts = await this.#statements.texts([...keys]);
    return [...this.#least].map(([{ page, rows }, least]) => {
      const queries = new Map<string, number>();
      for (const [key, calls] of least) {
        const text = texts.get(key);
        if (text !== undefined && calls > 0) queries.set(text, (queries.get(text) ?? 0) + calls);
      }
      return { page, rows, queries };
    });
  }
}

/**
 * The kinds of query that a page makes more often the more rows there are, between its smallest and
 * its largest size.
 *
 * @returns one line each, the fastest growing of a page first
 */
export function growingQueries(counted: readonly Counted[]): string[] {
  return [...new Set(counted.map(({ page }) => page))].flatMap((page) => {
    const sizes = counted.filter((one) => one.page === page).sort((a, b) => a.rows - b.rows);
    const [small, large] = [sizes[0], sizes.at(-1)];
    if (small === undefined || large === undefined || small.rows === large.rows) return [];
    return [...large.queries]
      .map(([query, most]) => ({ query, least: small.queries.get(query) ?? 0, most }))
      .filter(
        ({ least, most }) => (most - least) / (large.rows - small.rows) > thresholds.rowQueries,
      )
      .sort((a, b) => b.most - b.least - (a.most - a.least))
      .map(
        ({ query, least, most }) =>
          `${page}: ${least} times with ${small.rows} rows, ${most} times with ${large.rows}: ${query}`,
      );
  });
}
