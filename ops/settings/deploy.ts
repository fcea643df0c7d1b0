import type { Sights } from './outside.ts';

/** One thing that `check --deploy` says. */
export interface Warned {
  readonly id: string;
  readonly message: string;
  /** By SILENCED_SYSTEM_CHECKS: the operator has declared it to be wrong here. */
  readonly isSilenced: boolean;
}

// Without SecurityMiddleware Django warns of this one only (django/core/checks/security/base.py).
const noMiddleware = 'security.W001';
const ofMiddleware = /^security\.W0(04|05|06|08|21|22)$/;

/** Each warning that Django prints, with what is seen of it from outside beside it. */
export function warnings(warned: readonly Warned[], sights: Sights): string[] {
  return warned
    .filter(({ isSilenced }) => !isSilenced)
    .map(({ id, message }) => {
      const sight = sights.get(id);
      const beside =
        sight === undefined
          ? 'not seen from outside'
          : `from outside ${sight.isSafe ? 'contradicted' : 'confirmed'}: ${sight.seen}`;
      return `${id || 'a check without a name'}: ${message} (${beside})`;
    });
}

/**
 * Where what Django says of its settings and what is seen from outside are two things: something in
 * front of it answers otherwise, or these settings are not those that answer.
 */
export function contradictions(warned: readonly Warned[], sights: Sights): string[] {
  const said = new Map(warned.map((one) => [one.id, one]));
  return [...sights].flatMap(([id, { isSafe, seen }]) => {
    const warning = said.get(id);
    if (warning !== undefined && !warning.isSilenced) {
      return isSafe ? [`Django warns of ${id}, but ${seen}`] : [];
    }
    if (isSafe || (said.has(noMiddleware) && ofMiddleware.test(id))) return [];
    const silent = warning === undefined ? 'has nothing to say' : 'is told to be silent';
    return [`Django ${silent} of ${id}, but ${seen}`];
  });
}
