import type { IncomingMessage } from 'node:http';
import type { Router } from './router.ts';

/** A kind of request that somebody has sent, and what came of it. */
export interface Kind {
  readonly method: string;
  /** With `{id}`, `{key}` and the like where it says which one. */
  readonly path: string;
  /** Who sent it: projects of the checks; `run` what a run sends beside them, to arrange and to remove. */
  readonly by: readonly string[];
  /** Tables that it has added to, changed, or taken from; none when it only read. */
  readonly tables: readonly string[];
}

/** Keeps which kinds of requests were sent, over TLS or not, whether there is such a page or not. */
export class Traffic {
  readonly #router: Router;
  readonly #kinds = new Map<string, { by: Set<string>; tables: Set<string> }>();

  constructor(router: Router) {
    this.#router = router;
  }

  /**
   * @param request as it came in
   * @param tables that it has changed
   */
  note(
    { method = '', url = '', headers }: Pick<IncomingMessage, 'method' | 'url' | 'headers'>,
    tables: Iterable<string> = [],
  ): void {
    const path = this.#patternOf(url);
    if (path.startsWith('/__standin__/')) return;
    const key = `${method} ${path}`;
    const kind = this.#kinds.get(key) ?? { by: new Set(), tables: new Set() };
    this.#kinds.set(key, kind);
    const check = decodeURIComponent(String(headers['x-standin-check'] ?? ''));
    kind.by.add(check === '' ? 'run' : (check.split(' › ', 1)[0] ?? ''));
    for (const table of tables) kind.tables.add(table);
  }

  /** Everything so far, in the order of the paths. */
  kinds(): Kind[] {
    return [...this.#kinds]
      .map(([key, { by, tables }]) => {
        const [method = '', path = ''] = key.split(/ (.*)/s, 2);
        return { method, path, by: [...by].sort(), tables: [...tables].sort() };
      })
      .sort((a, b) => order(a.path, b.path) || order(a.method, b.method));
  }

  #patternOf(url: string): string {
    const path = url.replace(/[?#].*/s, '');
    const page = this.#router.match(path)?.route.path;
    return page?.replace(/:(\w+)/g, '{$1}') ?? path;
  }
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
