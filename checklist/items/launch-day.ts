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
    remedy: {
      en: 'Count requests per hour in the access log of the proxy, choose the hour with the fewest (in the time of America/Mexico_City, away from the closing of estimates), and enter it in attestations.yaml with a link to the plan.',
      es: 'Contar las peticiones por hora en la bitácora de accesos del proxy, elegir la hora con menos (en horario de America/Mexico_City, lejos del cierre de estimaciones) y registrarla en attestations.yaml con un enlace al plan.',
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
    remedy: {
      en: 'Send every active user a mail at least two days before, with the beginning, the length and whom to call, and put the link to the message in attestations.yaml.',
      es: 'Enviar a todos los usuarios activos, al menos dos días antes, un correo con el inicio, la duración y a quién llamar, y poner el enlace al mensaje en attestations.yaml.',
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
    remedy: {
      en: 'Write down the tag of the former release, the migrations to go back to, the dump to restore, the condition that decides and who decides; keep it where it can be read while the site is down, and link it in attestations.yaml.',
      es: 'Anotar la etiqueta de la versión anterior, las migraciones a las que se regresa, el volcado que se restaura, la condición que lo decide y quién decide; guardarlo donde se pueda leer con el sitio caído y enlazarlo en attestations.yaml.',
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
    remedy: {
      en: 'Name who looks at Sentry and at docker compose logs django every hour of the first 24, with shifts and a link to the schedule in attestations.yaml; give SENTRY_TOKEN so that the count of errors stands beside it.',
      es: 'Nombrar a quien revise Sentry y docker compose logs django cada hora durante las primeras 24, con turnos y un enlace al calendario en attestations.yaml; dar SENTRY_TOKEN para que el conteo de errores aparezca al lado.',
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
    remedy: {
      en: 'Name a person with access to servers, DNS, bucket and repository, and a second one in reserve, with telephone and hours, and enter both in attestations.yaml.',
      es: 'Nombrar a una persona con acceso a servidores, DNS, bucket y repositorio, y a otra de reserva, con teléfono y horario, y registrar a ambas en attestations.yaml.',
    },
    needs: [],
  },
] as const satisfies readonly ItemDefinition[];
