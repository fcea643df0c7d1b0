import type { ItemDefinition } from '../item.ts';

/** Debug mode, secret key, accepted hosts, settings module. */
export const criticalSettings = [
  {
    id: 'CS-01',
    section: 'critical-settings',
    mark: 'tick',
    severity: 'critical',
    tier: 'observe',
    how: ['out', 'shell'],
    line: { en: 'Debug mode is off.', es: 'El modo de depuración está apagado.' },
    proof: {
      en: "The 404, 403 (CSRF) and 400 (foreign host) pages, and a 500 page where one can be provoked, carry none of Django's debug markers; with a shell, settings.DEBUG is False.",
      es: 'Las páginas 404, 403 (CSRF) y 400 (host ajeno), y una 500 donde se pueda provocar, no llevan ninguna marca de depuración de Django; con shell, settings.DEBUG es False.',
    },
    needs: [],
  },
  {
    id: 'CS-02',
    section: 'critical-settings',
    mark: 'tick',
    severity: 'critical',
    tier: 'observe',
    how: ['shell'],
    line: {
      en: 'The secret key is long, random and belongs to this deployment alone.',
      es: 'La llave secreta es larga, aleatoria y exclusiva de esta instalación.',
    },
    proof: {
      en: 'At least 50 characters, at least 5 different ones, no django-insecure- prefix. Keys are compared by hash, never printed or stored.',
      es: 'Al menos 50 caracteres, al menos 5 distintos, sin el prefijo django-insecure-. Las llaves se comparan por su hash; nunca se imprimen ni se guardan.',
    },
    needs: ['DJANGO_SHELL'],
  },
  {
    id: 'CS-03',
    section: 'critical-settings',
    mark: 'tick',
    severity: 'critical',
    tier: 'observe',
    how: ['shell'],
    line: {
      en: 'The secret key is none of those used for development.',
      es: 'La llave secreta no es ninguna de las que se usan en desarrollo.',
    },
    proof: {
      en: "The key's SHA-256 is none of the defaults published in the application's own settings files.",
      es: 'El SHA-256 de la llave no coincide con ninguno de los valores públicos que traen los archivos de configuración de la aplicación.',
    },
    needs: ['DJANGO_SHELL'],
  },
  {
    id: 'CS-04',
    section: 'critical-settings',
    mark: 'tick',
    severity: 'critical',
    tier: 'observe',
    how: ['out', 'shell'],
    line: {
      en: 'The secret key can be read neither in the repository nor on the web.',
      es: 'La llave secreta no se puede leer ni en el repositorio ni en la web.',
    },
    proof: {
      en: '/.env, /.git/config and backup copies answer 404; .env is untracked and has mode 600; git grep does not find the key in the deployed tree.',
      es: '/.env, /.git/config y las copias de respaldo responden 404; .env está fuera de git y tiene permisos 600; git grep no encuentra la llave en el código instalado.',
    },
    needs: ['HOST_SHELL'],
  },
  {
    id: 'CS-05',
    section: 'critical-settings',
    mark: 'tick',
    severity: 'critical',
    tier: 'observe',
    how: ['out'],
    line: {
      en: 'Only the host names of production are accepted.',
      es: 'Solo se aceptan los nombres de host de producción.',
    },
    proof: {
      en: 'A foreign Host gets exactly 400, in X-Forwarded-Host too; the configured host gets 200, which shows that the probe can tell them apart.',
      es: 'Un Host ajeno recibe exactamente 400, también en X-Forwarded-Host; el host configurado recibe 200, lo que muestra que la prueba los distingue.',
    },
    needs: [],
  },
  {
    id: 'CS-06',
    section: 'critical-settings',
    mark: 'tick',
    severity: 'important',
    tier: 'observe',
    how: ['out'],
    line: {
      en: 'Every public domain answers, with www and without.',
      es: 'Todos los dominios públicos responden, con www y sin www.',
    },
    proof: {
      en: 'Each configured domain answers and ends on the same canonical host.',
      es: 'Cada dominio configurado responde y termina en el mismo host canónico.',
    },
    needs: ['DOMAINS'],
  },
  {
    id: 'CS-07',
    section: 'critical-settings',
    mark: 'tick',
    severity: 'optional',
    tier: 'observe',
    how: ['out'],
    line: {
      en: 'Where there is a load balancer, its own host name is accepted.',
      es: 'Si hay balanceador de carga, se acepta su propio nombre de host.',
    },
    proof: {
      en: 'LB_HOST answers and ends on the canonical host.',
      es: 'LB_HOST responde y termina en el host canónico.',
    },
    needs: ['LB_HOST'],
  },
  {
    id: 'CS-08',
    section: 'critical-settings',
    mark: 'tick',
    severity: 'critical',
    tier: 'observe',
    how: ['shell'],
    line: {
      en: 'The application runs with its production settings.',
      es: 'La aplicación corre con sus ajustes de producción.',
    },
    proof: {
      en: 'DJANGO_SETTINGS_MODULE of the running process is construbot.config.settings.production.',
      es: 'DJANGO_SETTINGS_MODULE del proceso en marcha es construbot.config.settings.production.',
    },
    needs: ['DJANGO_SHELL'],
  },
] as const satisfies readonly ItemDefinition[];
