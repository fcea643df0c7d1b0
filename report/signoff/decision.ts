import type { Bilingual, Severity } from '../../checklist/index.ts';
import { isOpen, type Line } from './settle.ts';

/** One condition of the decision. */
export interface Criterion {
  readonly text: Bilingual;
  readonly met: boolean;
  /** How many lines it speaks of, and how many of them keep it from being met. */
  readonly of: number;
  readonly open: number;
}

/** Whether the release may go out. */
export interface Decision {
  readonly decision: 'GO' | 'GO with conditions' | 'NO-GO';
  readonly criteria: readonly Criterion[];
}

/**
 * Decides by the three classes of the document: critical and important lines must pass, be attested
 * or be waived; a waiver makes it a go with conditions; optional lines are only reported.
 *
 * @param lines every line of the document
 * @param complete whether the run had every check and came to its end without breaking
 * @returns NO-GO when a critical or important line is open, or the run was not complete
 */
export function decide(lines: readonly Line[], complete: boolean): Decision {
  const criterion = (severity: Severity, text: Bilingual): Criterion => {
    const own = lines.filter(({ item }) => item.severity === severity);
    const open = own.filter(({ settled }) => isOpen(settled)).length;
    return { text, met: open === 0, of: own.length, open };
  };
  const needed: Criterion[] = [
    {
      text: {
        en: 'The run had every check and came to its end.',
        es: 'La corrida tuvo todas las pruebas y llegó a su fin.',
      },
      met: complete,
      of: 1,
      open: complete ? 0 : 1,
    },
    criterion('critical', {
      en: 'Every critical line passes, is attested, or is waived by two people.',
      es: 'Cada línea crítica pasa, está atestiguada o exceptuada por dos personas.',
    }),
    criterion('important', {
      en: 'Every important line passes, is attested or waived.',
      es: 'Cada línea importante pasa, está atestiguada o exceptuada.',
    }),
  ];
  const waived = lines.filter(({ settled }) => settled.verdict === 'waived').length;
  const unwaived: Criterion = {
    text: {
      en: 'Nothing had to be waived (else: go with conditions).',
      es: 'Nada tuvo que exceptuarse (si no: sale con condiciones).',
    },
    met: waived === 0,
    of: lines.length,
    open: waived,
  };
  const optional = criterion('optional', {
    en: 'Every optional line passes (only reported).',
    es: 'Cada línea opcional pasa (sólo se informa).',
  });
  const go = needed.every(({ met }) => met);
  return {
    decision: !go ? 'NO-GO' : unwaived.met ? 'GO' : 'GO with conditions',
    criteria: [...needed, unwaived, optional],
  };
}
