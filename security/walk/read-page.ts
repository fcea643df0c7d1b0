import { load, type CheerioAPI } from 'cheerio';

/** How a page names an address. */
export type Kind =
  'start' | 'redirect' | 'link' | 'data' | 'script' | 'style' | 'image' | 'frame' | 'source map';

/** An address that a page names. */
export interface Reference {
  readonly kind: Kind;
  readonly address: URL;
  /** The hash that the browser compares what it gets with; empty when the page gives none. */
  readonly integrity: string;
  /** Whether the browser asks for the file in a way in which it may look at it. */
  readonly crossorigin: boolean;
}

/** A form of a page; of its controls only what they are, never what they hold. */
export interface SeenForm {
  readonly method: string;
  readonly action: URL;
  readonly fields: readonly { readonly name: string; readonly type: string }[];
  /** Whether it carries a CSRF token. */
  readonly token: boolean;
}

/** What a page is made of. */
export interface PageParts {
  readonly references: readonly Reference[];
  readonly forms: readonly SeenForm[];
  readonly comments: readonly string[];
}

const places: readonly (readonly [selector: string, attribute: string, kind: Kind])[] = [
  ['a[href], area[href]', 'href', 'link'],
  ['link[rel~="stylesheet"][href]', 'href', 'style'],
  ['link[rel~="icon"][href]', 'href', 'image'],
  ['script[src]', 'src', 'script'],
  ['img[src], source[src], video[src], audio[src], input[type="image"][src]', 'src', 'image'],
  ['iframe[src], frame[src], embed[src]', 'src', 'frame'],
  ['object[data]', 'data', 'frame'],
];

/**
 * Reads what a page names, asks for and says aside.
 *
 * @param html the page
 * @param base its address
 */
export function readPage(html: string, base: URL): PageParts {
  const $ = load(html);
  const listed = places.flatMap(([selector, attribute, kind]) =>
    $(selector)
      .toArray()
      .flatMap((element) => {
        const { [attribute]: address = '', integrity = '', crossorigin } = $(element).attr() ?? {};
        return reference(kind, address, base, integrity, crossorigin !== undefined);
      }),
  );
  const styles = $('style')
    .toArray()
    .map((element) => $(element).text());
  return {
    references: [...listed, ...inData($, base), ...styles.flatMap((css) => readStyle(css, base))],
    forms: $('form')
      .toArray()
      .map((form) => readForm($, $(form), base)),
    // Old browsers were told by comments what to load.
    comments: [...html.matchAll(/<!--(?!\[if)(.*?)-->/gs)].map(([, text = '']) => text.trim()),
  };
}

/** The addresses that a style sheet loads. */
export function readStyle(css: string, base: URL): Reference[] {
  const bare = css.replace(/\/\*.*?\*\//gs, '');
  const found = bare.matchAll(
    /(@import\s+)?(?:url\(\s*["']?([^"')]+)["']?\s*\)|["']([^"'\s]+)["'])/g,
  );
  return [...found].flatMap(([, imports, inUrl, quoted]) => {
    // A text in quotes is an address only behind @import.
    if (imports === undefined) return reference('image', inUrl?.trim() ?? '', base);
    return reference('style', inUrl?.trim() ?? quoted ?? '', base);
  });
}

/**
 * The source map that a script or style names, in its last lines or in a header (ECMA-426).
 *
 * @param headers of the answer, by name in lower case
 */
export function readSourceMap(
  text: string,
  headers: Readonly<Record<string, string>>,
  base: URL,
): Reference[] {
  const named = /[/*][/*][#@] ?sourceMappingURL=(\S+)/.exec(text.slice(-1000))?.[1];
  const address = headers['sourcemap'] ?? headers['x-sourcemap'] ?? named ?? '';
  return reference('source map', address, base);
}

/** A reference, where the text is an address that can be asked for. */
export function reference(
  kind: Kind,
  text: string,
  base: URL,
  integrity = '',
  crossorigin = false,
): Reference[] {
  if (text === '' || text.startsWith('#') || !URL.canParse(text, base)) return [];
  const address = new URL(text, base);
  address.hash = '';
  return /^https?:$/.test(address.protocol) ? [{ kind, address, integrity, crossorigin }] : [];
}

/** Addresses that scripts take from `data-` attributes: searches, prints, files shown on demand. */
function inData($: CheerioAPI, base: URL): Reference[] {
  const texts = $('*')
    .toArray()
    .flatMap((element) =>
      Object.entries($(element).attr() ?? {})
        .filter(([name]) => name.startsWith('data-'))
        .map(([, text]) => text),
    )
    // A path, not a pattern or a date that begins with a slash.
    .filter((text) => /^\/[\w~@%.+-]+(\/|$)/.test(text) || text.startsWith(`${base.origin}/`));
  return [...new Set(texts)].flatMap((text) => reference('data', text, base));
}

function readForm($: CheerioAPI, form: ReturnType<CheerioAPI>, base: URL): SeenForm {
  const controls = form.find('input, select, textarea').toArray();
  const fields = controls.flatMap((element) => {
    const { name = '', type = element.tagName } = $(element).attr() ?? {};
    return name === '' ? [] : [{ name, type: type.toLowerCase() }];
  });
  const action = form.attr('action') ?? '';
  const token = form.find('input[name="csrfmiddlewaretoken"]').attr('value') ?? '';
  return {
    method: (form.attr('method') ?? 'get').toLowerCase(),
    action: URL.canParse(action, base) ? new URL(action, base) : base,
    fields,
    token: token !== '',
  };
}
