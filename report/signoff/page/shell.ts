import type { Bilingual } from '../../../checklist/index.ts';
import { html, raw, type Html } from '../../../fixtures/html.ts';
import { languages } from './languages.ts';
import { style } from './style.ts';
import { both } from './words.ts';

/** What a page says, part by part. */
export interface PageContent {
  readonly title: string;
  /** The colour of its head: `go`, `conditions` or `no-go`. */
  readonly kind: string;
  readonly subject: Bilingual;
  readonly heading: Bilingual;
  /** Below the heading, in its colour. */
  readonly head: Html;
  readonly main: Html;
  readonly footer: string;
}

/**
 * A page without anything outside of it: no script, no font, no image. The language switch is a pair
 * of radio buttons; printed, it shows the chosen language.
 *
 * @returns HTML
 */
export function pageOf({ title, kind, subject, heading, head, main, footer }: PageContent): string {
  const { text } = html`<!DOCTYPE html>
<html lang="es">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Construbot · ${title}</title>
<style>${raw(style)}</style>
</head>
<body>
<header class="${kind}">
${languages}
<p class="subject">${both(subject)}</p>
<h1>${both(heading)}</h1>
${head}
</header>
<main>
${main}
</main>
<footer><p>${footer}</p></footer>
</body>
</html>
`;
  return text;
}
