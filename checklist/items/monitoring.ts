import type { ItemDefinition } from '../item.ts';

/** Errors, logs and watching over the servers. */
export const monitoring = [
  {
    id: 'MO-01',
    section: 'monitoring',
    mark: 'tick',
    severity: 'critical',
    tier: 'observe',
    how: ['shell'],
    line: {
      en: 'Errors of the application go to Sentry.',
      es: 'Los errores de la aplicación van a Sentry.',
    },
    proof: {
      en: 'A DSN is set and the environment is called production.',
      es: 'Hay un DSN configurado y el entorno se llama production.',
    },
    needs: ['DJANGO_SHELL'],
  },
  {
    id: 'MO-02',
    section: 'monitoring',
    mark: 'tick',
    severity: 'important',
    tier: 'write',
    how: ['shell', 'api'],
    line: {
      en: 'An error that happens is seen in Sentry.',
      es: 'Un error que ocurre se ve en Sentry.',
    },
    proof: {
      en: "An event with an identifier of this run is sent by the application and found through Sentry's API.",
      es: 'La aplicación envía un evento con un identificador de esta corrida y se encuentra por la API de Sentry.',
    },
    needs: ['DJANGO_SHELL', 'SENTRY_TOKEN'],
  },
  {
    id: 'MO-03',
    section: 'monitoring',
    mark: 'tick',
    severity: 'important',
    tier: 'observe',
    how: ['api'],
    line: {
      en: 'Somebody gets a mail when errors appear.',
      es: 'Alguien recibe un correo cuando aparecen errores.',
    },
    proof: {
      en: 'The project has an active alert rule with a mail action.',
      es: 'El proyecto tiene una regla de alerta activa con una acción de correo.',
    },
    needs: ['SENTRY_TOKEN'],
  },
  {
    id: 'MO-04',
    section: 'monitoring',
    mark: 'tick',
    severity: 'important',
    tier: 'observe',
    how: ['api'],
    line: {
      en: 'News of errors reaches the team by a channel that it reads.',
      es: 'El aviso de los errores llega al equipo por un canal que sí lee.',
    },
    proof: {
      en: 'The project has an active alert rule with an action on any channel.',
      es: 'El proyecto tiene una regla de alerta activa con una acción por cualquier canal.',
    },
    needs: ['SENTRY_TOKEN'],
  },
  {
    id: 'MO-05',
    section: 'monitoring',
    mark: 'tick',
    severity: 'important',
    tier: 'observe',
    how: ['shell'],
    line: {
      en: 'The log says enough, and not too much.',
      es: 'La bitácora dice lo suficiente, y no de más.',
    },
    proof: {
      en: 'The level in force is INFO or WARNING.',
      es: 'El nivel vigente es INFO o WARNING.',
    },
    needs: ['DJANGO_SHELL'],
  },
  {
    id: 'MO-06',
    section: 'monitoring',
    mark: 'tick',
    severity: 'important',
    tier: 'observe',
    how: ['shell'],
    line: {
      en: 'Logs are rotated before they fill the disk.',
      es: 'Las bitácoras se rotan antes de llenar el disco.',
    },
    proof: {
      en: "Each log has a logrotate rule or a max-size in Docker's log options.",
      es: 'Cada bitácora tiene una regla de logrotate o un max-size en las opciones de Docker.',
    },
    needs: ['HOST_SHELL'],
  },
  {
    id: 'MO-07',
    section: 'monitoring',
    mark: 'tick',
    severity: 'optional',
    tier: 'observe',
    how: ['attest', 'shell'],
    line: {
      en: 'The logs of all servers come together in one place.',
      es: 'Las bitácoras de todos los servidores se reúnen en un solo lugar.',
    },
    proof: {
      en: 'A log shipper is seen running on the host, or a person attests where the logs are read.',
      es: 'Se ve corriendo en el host un agente que envía las bitácoras, o una persona da fe de dónde se consultan.',
    },
    needs: ['HOST_SHELL'],
  },
  {
    id: 'MO-08',
    section: 'monitoring',
    mark: 'tick',
    severity: 'important',
    tier: 'observe',
    how: ['attest', 'api'],
    line: {
      en: 'Someone outside notices when the site is down.',
      es: 'Alguien de fuera se da cuenta cuando el sitio se cae.',
    },
    proof: {
      en: 'The uptime service says that it watches this address; or a person attests it with a link.',
      es: 'El servicio de disponibilidad dice que vigila esta dirección; o una persona da fe de ello con un enlace.',
    },
    needs: ['UPTIME_TOKEN'],
  },
  {
    id: 'MO-09',
    section: 'monitoring',
    mark: 'tick',
    severity: 'important',
    tier: 'observe',
    how: ['attest', 'api'],
    line: {
      en: 'How fast the application answers is measured all the time.',
      es: 'La rapidez con que responde la aplicación se mide todo el tiempo.',
    },
    proof: {
      en: 'The performance service has recent data of this application; or a person attests it with a link.',
      es: 'El servicio de rendimiento tiene datos recientes de esta aplicación; o una persona da fe de ello con un enlace.',
    },
    needs: ['APM_TOKEN'],
  },
  {
    id: 'MO-10',
    section: 'monitoring',
    mark: 'tick',
    severity: 'important',
    tier: 'observe',
    how: ['shell', 'attest'],
    line: {
      en: 'A disk that fills up is noticed in time.',
      es: 'Un disco que se llena se detecta a tiempo.',
    },
    proof: {
      en: 'Every file system is below 80 % now, and a person attests the alert.',
      es: 'Todos los sistemas de archivos están hoy por debajo del 80 %, y una persona da fe de la alerta.',
    },
    needs: ['HOST_SHELL'],
  },
  {
    id: 'MO-11',
    section: 'monitoring',
    mark: 'tick',
    severity: 'important',
    tier: 'observe',
    how: ['db'],
    line: {
      en: 'The database keeps account of what its queries cost.',
      es: 'La base lleva la cuenta de lo que cuestan sus consultas.',
    },
    proof: {
      en: 'pg_stat_statements is on; the report shows the slowest queries.',
      es: 'pg_stat_statements está activo; el reporte muestra las consultas más lentas.',
    },
    needs: ['DATABASE_URL'],
  },
] as const satisfies readonly ItemDefinition[];
