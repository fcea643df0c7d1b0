import type { Seen } from './crawl.ts';
import type { Kind } from './read-page.ts';

const loaded: ReadonlySet<Kind> = new Set(['script', 'style', 'image', 'frame']);

/** What a page loads or sends in clear; links that lead to plain HTTP are no such thing. */
export function overPlainHttp({ references, forms }: Seen): string[] {
  const plain = ({ protocol }: URL): boolean => protocol === 'http:';
  return [
    ...references
      .filter(({ kind, address }) => loaded.has(kind) && plain(address))
      .map(({ kind, address }) => `${kind} ${address.href}`),
    ...forms
      .filter(({ action }) => plain(action))
      .map(({ action }) => `form to ${action.origin}${action.pathname}`),
  ];
}
