import type { Session } from '../fixtures/http/session.ts';
import type { Point } from './sql-points.ts';

/** Words of PostgreSQL, its driver and Django's models that no page has a reason to say. */
export const databaseWords =
  /syntax error at or near|unterminated quoted string|psycopg|(Programming|Operational|Data|Internal)Error|SQLSTATE|django\.db/;

/**
 * What a point did with each text, where it did anything but take it for text. A point that answers
 * a harmless text with an error as well is broken by something else, which other checks look at.
 */
export async function brokenBy(
  session: Session,
  points: readonly Point[],
  texts: readonly string[],
): Promise<string[]> {
  const found: string[] = [];
  for (const { what, harmless = 'obra', isForm = false, send } of points) {
    let breaksAnyway: boolean | undefined;
    if (isForm) {
      const { status } = await send(session, harmless);
      breaksAnyway = status >= 500;
      if (status !== 200 && !breaksAnyway) found.push(`${what} is not looked at: ${status}`);
    }
    for (const text of texts) {
      const { status, body } = await send(session, text);
      const said = databaseWords.exec(body)?.[0];
      if (status >= 500) breaksAnyway ??= (await send(session, harmless)).status >= 500;
      if ((status >= 500 && breaksAnyway !== true) || said !== undefined) {
        found.push(`${what} with ${readable(text)}: ${status} ${said ?? ''}`.trim());
      }
    }
  }
  return found;
}

// What a terminal cannot show still has to be told apart.
function readable(text: string): string {
  const shown = JSON.stringify(text.slice(0, 40));
  return text.length > 40 ? `${shown}… (${text.length} letters)` : shown;
}
