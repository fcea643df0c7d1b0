import type { Answer } from './load-request.ts';

/** Headers by their names in lower case, whichever way an engine gives them. */
export const lowerCase = (headers: object): Answer['headers'] =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value as string]),
  );
