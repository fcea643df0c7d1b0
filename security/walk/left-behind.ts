import type { Seen } from './crawl.ts';

const aside: readonly { readonly what: string; readonly pattern: RegExp }[] = [
  // In capitals and with its colon: the word alone is Spanish for "all".
  { what: 'a task in a comment', pattern: /\b(TODO|FIXME|XXX|HACK)\b\s*[:(]/ },
  {
    what: 'a password in a comment',
    pattern: /\b(pass(word|wd|phrase)?|contraseña|secret|token|api[_-]?key)\s*[:=]\s*\S/i,
  },
];

/** What those who wrote a page left in its source: comments for themselves, the scripts' originals. */
export function leftBehind({ kind, status, type, route, comments }: Seen): string[] {
  const map = kind === 'source map' && status === 200 && type !== 'text/html';
  return [
    ...(map ? [`the original of a script or style at ${route}`] : []),
    ...aside
      .filter(({ pattern }) => comments.some((comment) => pattern.test(comment)))
      .map(({ what }) => what),
  ];
}
