import type { IncomingMessage } from 'node:http';
import type { FaultId } from '../faults/index.ts';

/** For each check the faults that its requests came past, and those of them that were on. */
export interface Reached {
  readonly asked: Readonly<Record<string, readonly string[]>>;
  readonly met: Readonly<Record<string, readonly string[]>>;
}

/** Tells which faults are on for a request, and keeps which ones each check came past. */
export class Faults {
  readonly #always: readonly string[];
  readonly #control: boolean;
  readonly #asked = new Map<string, Set<string>>();
  readonly #met = new Map<string, Set<string>>();

  /**
   * @param always faults that are on for every request
   * @param control whether requests may switch faults on by header, and say which check they are of
   */
  constructor(always: readonly string[], control: boolean) {
    this.#always = always;
    this.#control = control;
  }

  /** What all checks so far came past. */
  reached(): Reached {
    return { asked: asLists(this.#asked), met: asLists(this.#met) };
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
          note(this.#asked, check, fault);
          if (on.has(fault)) note(this.#met, check, fault);
        }
        return on.has(fault);
      },
    };
  }
}

function note(of: Map<string, Set<string>>, check: string, fault: string): void {
  of.set(check, (of.get(check) ?? new Set<string>()).add(fault));
}

function asLists(of: ReadonlyMap<string, ReadonlySet<string>>): Record<string, string[]> {
  return Object.fromEntries([...of].map(([check, ids]) => [check, [...ids]]));
}
