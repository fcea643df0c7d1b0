/**
 * Text from anywhere, such as what a page said, as one short line for a report.
 *
 * @param text anything
 * @param limit how many characters it may have at most; a cut is shown by an ellipsis
 * @returns the text without line breaks, control characters, and the marks that turn the direction
 *   of writing, which would show a reader something else than what is there
 *   (https://www.unicode.org/reports/tr36/#Bidirectional_Text_Spoofing)
 */
export function oneLine(text: string, limit = 160): string {
  const characters = Array.from(text.replace(/[\s\p{Cc}\p{Bidi_Control}]+/gu, ' ').trim());
  return characters.length > limit
    ? `${characters.slice(0, limit - 1).join('')}…`
    : characters.join('');
}
