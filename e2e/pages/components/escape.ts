/** A text as a pattern that matches just this text. Node 20 has no RegExp.escape. */
export const escapeRegExp = (text: string): string =>
  text.replace(/[.*+?^${}()|[\]\\/-]/g, String.raw`\$&`);
