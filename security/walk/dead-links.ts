import type { Seen } from './crawl.ts';
import type { Kind } from './read-page.ts';

const ways: ReadonlySet<Kind> = new Set(['link', 'redirect', 'data', 'frame']);

/** What somebody who follows a link of the application runs into: nothing, or an error of the server. */
export function deadLinks(seen: readonly Seen[]): string[] {
  return seen
    .filter(
      ({ kind, status }) => ways.has(kind) && (status >= 500 || [400, 404, 410].includes(status)),
    )
    .map(({ address, status, foundOn }) => `${address.pathname} answers ${status} (on ${foundOn})`);
}
