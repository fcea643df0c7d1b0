import type { Route } from './route.ts';

// What each name in a path takes, as the real application's patterns do. Letters are any alphabet's.
const pieces: Readonly<Record<string, string>> = {
  id: '\\d+',
  model: '[\\p{L}\\p{N}_]+',
  username: '[\\p{L}\\p{N}_.@+-]+',
  company: '[\\p{L}\\p{N}_ ]+',
  key: '[-:\\p{L}\\p{N}_]+',
  uid: '[0-9A-Za-z]+',
  token: '.+',
};

/** A route and what its path says. */
export interface Match {
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
}

/** Finds the page of an address: the first whose pattern fits. */
export class Router {
  readonly #patterns: readonly (readonly [RegExp, Route])[];

  constructor(routes: readonly Route[]) {
    this.#patterns = routes.map((route) => [pattern(route.path), route]);
  }

  /** @param path as in the request, still encoded */
  match(path: string): Match | undefined {
    const decoded = decode(path);
    if (decoded === undefined) return undefined;
    for (const [regex, route] of this.#patterns) {
      const found = regex.exec(decoded);
      if (found !== null) return { route, params: { ...found.groups } };
    }
    return undefined;
  }
}

function pattern(path: string): RegExp {
  const source = path.replaceAll('.', '\\.').replace(/:(\w+)/g, (_, name: string) => {
    const piece = pieces[name];
    if (piece === undefined) throw new Error(`no pattern for :${name} in ${path}`);
    return `(?<${name}>${piece})`;
  });
  return new RegExp(`^${source}$`, 'u');
}

function decode(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
