import type { Message } from '../../fixtures/mailbox/message.ts';

const link = /\bhttps?:\/\/[^\s<>"')]+/gi;

// UTF-8 read as Latin-1; a sign that could not be read; a question mark within a word.
const broken = /Ã|Â[¡-¿]|\uFFFD|\p{L}\?\p{L}/u;

/**
 * What a reader would stumble over in a message.
 *
 * @param hosts that its links may lead to, with their port if any
 * @param protocol of the deployment, such as `https:`
 * @returns sentences; keys within links are left out
 */
export function judgeContent(
  { subject, text, html }: Pick<Message, 'subject' | 'text' | 'html'>,
  hosts: readonly string[],
  protocol: string,
): string[] {
  const found: string[] = [];
  if (text.trim() === '') found.push('there is no part in plain text');
  const links = [...new Set(`${text}\n${html}`.match(link) ?? [])].filter((one) =>
    URL.canParse(one),
  );
  for (const url of links.map((one) => new URL(one))) {
    if (url.protocol !== protocol)
      found.push(`a link begins with ${url.protocol}//, at ${url.host}`);
    if (!hosts.includes(url.host)) found.push(`a link leads to ${url.host}`);
  }
  const words = `${subject}\n${text}`.replace(link, '');
  const [sign] = broken.exec(words) ?? [];
  if (sign !== undefined) found.push(`accents are broken: "${sign}"`);
  else if (!/[áéíóúñü¡¿]/i.test(words)) found.push('there is not one accent in a text in Spanish');
  return [...new Set(found)];
}
