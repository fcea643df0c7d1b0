import type { ItemDefinition } from '../item.ts';

/** What only the people of the launch can say. */
export const launchDay = [
  {
    id: 'LD-01',
    section: 'launch-day',
    mark: 'tick',
    severity: 'important',
    tier: 'observe',
    how: ['attest'],
    line: {
      en: 'The release goes out when few people are working.',
      es: 'La versión sale cuando poca gente está trabajando.',
    },
    proof: {
      en: 'A person attests the chosen window: name, date, link, and until when it counts.',
      es: 'Una persona da fe del horario elegido: nombre, fecha, enlace y hasta cuándo vale.',
    },
    needs: [],
  },
  {
    id: 'LD-02',
    section: 'launch-day',
    mark: 'tick',
    severity: 'important',
    tier: 'observe',
    how: ['attest'],
    line: {
      en: 'Users have been told about the interruption beforehand.',
      es: 'Se avisó con anticipación a los usuarios de la interrupción.',
    },
    proof: {
      en: 'A person attests the notice: name, date, link to the message, and until when it counts.',
      es: 'Una persona da fe del aviso: nombre, fecha, enlace al mensaje y hasta cuándo vale.',
    },
    needs: [],
  },
  {
    id: 'LD-03',
    section: 'launch-day',
    mark: 'tick',
    severity: 'important',
    tier: 'observe',
    how: ['attest'],
    line: {
      en: 'There is a plan for going back, at hand.',
      es: 'Hay un plan para dar marcha atrás, y está a la mano.',
    },
    proof: {
      en: 'A person attests the plan: name, date, link to it, and until when it counts.',
      es: 'Una persona da fe del plan: nombre, fecha, enlace al plan y hasta cuándo vale.',
    },
    needs: [],
  },
  {
    id: 'LD-04',
    section: 'launch-day',
    mark: 'tick',
    severity: 'important',
    tier: 'observe',
    how: ['attest', 'api'],
    line: {
      en: 'Someone watches the errors of the first day.',
      es: 'Alguien vigila los errores del primer día.',
    },
    proof: {
      en: "A person attests the watch over the first 24 hours; with SENTRY_TOKEN, Sentry's count of errors since the release stands beside it.",
      es: 'Una persona da fe de la guardia de las primeras 24 horas; con SENTRY_TOKEN, junto a ella aparece cuántos errores cuenta Sentry desde la salida.',
    },
    needs: [],
  },
  {
    id: 'LD-05',
    section: 'launch-day',
    mark: 'tick',
    severity: 'important',
    tier: 'observe',
    how: ['attest'],
    line: {
      en: 'Someone who can repair things is on call.',
      es: 'Hay alguien de guardia que puede corregir lo que falle.',
    },
    proof: {
      en: 'A person attests who is on call and how to reach them: name, date, and until when it counts.',
      es: 'Una persona da fe de quién está de guardia y cómo localizarla: nombre, fecha y hasta cuándo vale.',
    },
    needs: [],
  },
] as const satisfies readonly ItemDefinition[];
