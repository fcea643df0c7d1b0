import type { Seen } from './crawl.ts';
import type { Kind } from './read-page.ts';

const ways: ReadonlySet<Kind> = new Set(['link', 'redirect', 'data', 'frame']);

/** Nobody follows these: they answer to what a form gives them, and to nothing else. */
const search = '-autocomplete/';

/** What somebody who follows a link of the application runs into: nothing, or an error of the server. */
export function deadLinks(seen: readonly Seen[]): string[] {
  return seen
    .filter(({ kind, address }) => ways.has(kind) && !address.pathname.endsWith(search))
    .filter(({ status }) => status >= 500 || [400, 404, 410].includes(status))
    .map(({ address, status, foundOn }) => `${address.pathname} answers ${status} (on ${foundOn})`);
}
