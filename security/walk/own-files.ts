import type { Seen } from './crawl.ts';
import type { Kind } from './read-page.ts';

const types: Partial<Record<Kind, RegExp>> = {
  script: /^(text|application)\/(x-)?javascript$/,
  style: /^text\/css$/,
  // Fonts come under many names; a page in place of a picture is what goes wrong.
  image: /^(image|font|audio|video|application)\//,
};

/** The files of pages that came otherwise than a browser takes them, but for the icon of the site. */
export function brokenFiles(seen: readonly Seen[]): string[] {
  return seen
    .filter(({ kind, status, type, route }) => {
      const wanted = types[kind];
      // AT-08 reports a missing icon.
      if (wanted === undefined || route === '/favicon.ico') return false;
      return status !== 200 || !wanted.test(type);
    })
    .map(
      ({ route, status, type, foundOn }) => `${route} answers ${status} ${type} (on ${foundOn})`,
    );
}
