/** HTML that is safe to put into a page. */
export class Html {
  constructor(readonly text: string) {}
  toString(): string {
    return this.text;
  }
}

type Part = Html | string | number | false | null | undefined | readonly Part[];

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#x27;',
};

/** Escapes text for HTML, as Django does. */
export const escape = (text: string): string => text.replace(/[&<>"']/g, (c) => escapes[c] ?? c);

/** HTML that is taken as it stands. */
export const raw = (text: string): Html => new Html(text);

/** A template whose values are escaped unless they are HTML already; lists are joined. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(
    strings.reduce((text, piece, i) => text + piece + (i < parts.length ? show(parts[i]) : ''), ''),
  );
}

function show(part: Part): string {
  if (part === false || part === null || part === undefined) return '';
  if (part instanceof Html) return part.text;
  if (typeof part === 'object') return part.map(show).join('');
  return escape(String(part));
}
