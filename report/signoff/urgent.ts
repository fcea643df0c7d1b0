import type { Signoff, SignoffCheck, SignoffLine } from './signoff.ts';
import { severities } from './page/words.ts';
import { oneLine } from './one-line.ts';

/** How many problems a short report names. */
export const mostUrgent = 5;

/** A line that fails, and the check that says why. */
export interface Problem {
  readonly line: SignoffLine;
  readonly check: SignoffCheck;
}

/** What a check saw: both sides where its message has them, else only what it says first. */
export interface Glimpse {
  readonly expected?: string;
  readonly seen: string;
}

/**
 * What fails, the gravest first. A line that only says again what another says is no problem of its
 * own, so each check is named once, with the line that it was written for.
 */
export function problemsOf({ lines, checks }: Pick<Signoff, 'lines' | 'checks'>): Problem[] {
  const classes = Object.keys(severities);
  const spoken = new Set<SignoffCheck>();
  return lines
    .filter(({ verdict }) => verdict === 'fail')
    .map((line) => ({ line, failures: failuresOf(line, checks) }))
    .map((one) => ({ ...one, said: one.failures.some(({ items }) => items.includes(one.line.id)) }))
    .sort(
      (a, b) =>
        classes.indexOf(a.line.severity) - classes.indexOf(b.line.severity) ||
        Number(b.said) - Number(a.said),
    )
    .flatMap(({ line, failures }) => {
      const check = failures.find((one) => !spoken.has(one));
      if (check === undefined) return [];
      spoken.add(check);
      return [{ line, check }];
    });
}

/** The checks that fail a line. */
export function failuresOf(
  { checks: names }: Pick<SignoffLine, 'checks'>,
  checks: readonly SignoffCheck[],
): SignoffCheck[] {
  return checks.filter(
    ({ check, status }) => (status === 'failed' || status === 'timedOut') && names.includes(check),
  );
}

/**
 * What a failed check saw, in short.
 *
 * @returns undefined when it left no message
 */
export function glimpseOf({ message }: Pick<SignoffCheck, 'message'>): Glimpse | undefined {
  if (message === undefined) return undefined;
  const valueOf = (name: string): string | undefined =>
    new RegExp(`^\\s*${name}[^:\n]*:\\s*(\\S.*)$`, 'm').exec(message)?.[1];
  // Of lists and objects there is a difference, line by line, below its two heads.
  const differing = (sign: string): string | undefined =>
    new RegExp(`^\\${sign} {2,}(?!Expected|Received)(\\S.*)$`, 'm').exec(message)?.[1];
  const [expected, received] = [
    valueOf('Expected') ?? differing('-'),
    valueOf('Received') ?? differing('+'),
  ];
  if (received !== undefined) {
    return {
      ...(expected === undefined ? {} : { expected: oneLine(expected) }),
      seen: oneLine(received),
    };
  }
  return { seen: oneLine(message.trim().split('\n')[0] ?? '') };
}
