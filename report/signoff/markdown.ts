import { oneLine } from './one-line.ts';

/**
 * Text that others wrote, as a code span: the one place of GitHub-flavoured Markdown where nothing is
 * read as markup, link, mention or HTML (https://github.github.com/gfm/#code-spans). A pipe ends a
 * cell all the same, so it never goes into a table.
 *
 * @param text anything
 * @param limit how many characters are shown at most
 */
export function code(text: string, limit?: number): string {
  const line = oneLine(text, limit);
  const runs = [...line.matchAll(/`+/g)].map(([run]) => run.length);
  const fence = '`'.repeat(Math.max(0, ...runs) + 1);
  // A space that Markdown takes away again, so that no backtick of the text joins the fence.
  return runs.length > 0 || line === '' ? `${fence} ${line} ${fence}` : `${fence}${line}${fence}`;
}

/** Words of this project, which hold no address and no mention, as Markdown that shows them as they are. */
export const plain = (text: string): string => text.replace(/[\\`*_[\]<>&~|$]/g, '\\$&');
