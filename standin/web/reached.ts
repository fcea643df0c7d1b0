import type { IncomingMessage } from 'node:http';
import type { FaultId } from '../faults/index.ts';

/** Tells which faults are on for a request, and keeps which ones each check came past. */
export class Faults {
  readonly #always: readonly string[];
  readonly #control: boolean;
  readonly #reached = new Map<string, Set<string>>();

  /**
   * @param always faults that are on for every request
   * @param control whether requests may switch faults on by header, and say which check they are of
   */
  constructor(always: readonly string[], control: boolean) {
    this.#always = always;
    this.#control = control;
  }

  /** By check: the ids of all faults that its requests asked for. */
  reached(): Record<string, string[]> {
    return Object.fromEntries([...this.#reached].map(([name, ids]) => [name, [...ids]]));
  }

  /** The switches of one request. */
  of(request: Pick<IncomingMessage, 'headers'>): {
    isOn: (fault: FaultId) => boolean;
    any: boolean;
  } {
    const header = (name: string): string => {
      const value = this.#control ? request.headers[name] : undefined;
      return typeof value === 'string' ? value : '';
    };
    const on = new Set([...this.#always, ...header('x-standin-faults').split(',')]);
    on.delete('');
    const check = decodeURIComponent(header('x-standin-check'));
    return {
      any: on.size > 0,
      isOn: (fault) => {
        if (check !== '') {
          const ids = this.#reached.get(check) ?? new Set();
          this.#reached.set(check, ids.add(fault));
        }
        return on.has(fault);
      },
    };
  }
}
