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
    remedy: {
      en: "Put the project's DSN in DJANGO_SENTRY_DSN (the document's SENTRY_DSN is not read) and leave SENTRY_ENVIRONMENT unset or at production; recreate web and worker.",
      es: 'Poner el DSN del proyecto en DJANGO_SENTRY_DSN (SENTRY_DSN, del documento, no se lee) y dejar SENTRY_ENVIRONMENT sin definir o en production; recrear web y worker.',
      settings: ['DJANGO_SENTRY_DSN', 'SENTRY_ENVIRONMENT'],
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
    remedy: {
      en: 'Open docker compose run --rm -e SENTRY_DEBUG=1 django python manage.py shell, call sentry_sdk.capture_message and sentry_sdk.flush, and read what they print. Usual causes: no outgoing HTTPS to the ingest host, the DSN of another project, a spent quota, or an inbound filter in Sentry.',
      es: 'Abrir docker compose run --rm -e SENTRY_DEBUG=1 django python manage.py shell, llamar sentry_sdk.capture_message y sentry_sdk.flush, y leer lo que imprimen. Causas habituales: sin salida HTTPS hacia el host de ingesta, el DSN de otro proyecto, la cuota agotada o un filtro de entrada en Sentry.',
      settings: ['DJANGO_SENTRY_DSN', 'SENTRY_DEBUG'],
    },
    needs: ['DJANGO_SHELL', 'SENTRY_TOKEN', 'SENTRY_PROJECT'],
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
    remedy: {
      en: 'In Sentry create an alert rule for the project (Alerts, Create Alert, Issues) that sends a mail to a team with members when a new issue appears, and see that it is active and not muted.',
      es: 'En Sentry, crear una regla de alerta del proyecto (Alerts, Create Alert, Issues) que mande correo a un equipo con integrantes cuando aparezca un problema nuevo, y revisar que esté activa y no silenciada.',
    },
    needs: ['SENTRY_TOKEN', 'SENTRY_PROJECT'],
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
    remedy: {
      en: 'Install the integration of the channel (Settings, Integrations: Slack, Teams, PagerDuty, webhook) and add its action to an active alert rule of the project; then use Send Test Notification.',
      es: 'Instalar la integración del canal (Settings, Integrations: Slack, Teams, PagerDuty, webhook) y agregar su acción a una regla de alerta activa del proyecto; después, usar Send Test Notification.',
    },
    needs: ['SENTRY_TOKEN', 'SENTRY_PROJECT'],
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
    remedy: {
      en: 'production.py does not read LOG_LEVEL: in its LOGGING give the root logger the level INFO or WARNING with the handler console, and take off any logger left at DEBUG.',
      es: 'production.py no lee LOG_LEVEL: en su LOGGING, dar al logger root el nivel INFO o WARNING con el handler console, y quitar cualquier logger que haya quedado en DEBUG.',
      settings: ['LOGGING'],
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
    remedy: {
      en: 'Give each service logging options max-size: 10m and max-file: 5 in docker-compose.yml and recreate it (the defaults of /etc/docker/daemon.json reach new containers only). Files that the proxy writes itself need a rule in /etc/logrotate.d.',
      es: 'Dar a cada servicio las opciones de logging max-size: 10m y max-file: 5 en docker-compose.yml y recrearlo (los valores de /etc/docker/daemon.json solo valen para contenedores nuevos). Los archivos que escribe el propio proxy necesitan una regla en /etc/logrotate.d.',
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
    remedy: {
      en: 'Install a shipper on each server (CloudWatch agent, Vector, Fluent Bit) or set a logging driver such as awslogs or syslog for each service in docker-compose.yml.',
      es: 'Instalar en cada servidor un agente de envío (CloudWatch agent, Vector, Fluent Bit) o definir para cada servicio en docker-compose.yml un driver de logging como awslogs o syslog.',
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
    remedy: {
      en: 'Create an HTTPS check of the login page in an uptime service (UptimeRobot, Pingdom, StatusCake), every five minutes or less, that looks for a text of the page and alerts a person.',
      es: 'Crear en un servicio de disponibilidad (UptimeRobot, Pingdom, StatusCake) una verificación HTTPS de la página de inicio de sesión, cada cinco minutos o menos, que busque un texto de la página y alerte a una persona.',
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
    remedy: {
      en: 'Pass traces_sample_rate=0.1 to sentry_sdk.init in production.py, or start gunicorn under an agent (newrelic-admin run-program, ddtrace-run) in gunicorn.sh. If data stopped coming, look at the licence key and at outgoing HTTPS.',
      es: 'Pasar traces_sample_rate=0.1 a sentry_sdk.init en production.py, o arrancar gunicorn con un agente (newrelic-admin run-program, ddtrace-run) en gunicorn.sh. Si dejaron de llegar datos, revisar la llave de licencia y la salida HTTPS.',
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
    remedy: {
      en: 'Free space with docker image prune (never docker volume prune: the database lives in a volume), journalctl --vacuum-size=500M and old dumps, or enlarge the disk. Then set an alert at 80 % (CloudWatch agent, node_exporter) and attest it.',
      es: 'Liberar espacio con docker image prune (nunca docker volume prune: la base vive en un volumen), journalctl --vacuum-size=500M y volcados viejos, o ampliar el disco. Después, poner una alerta al 80 % (CloudWatch agent, node_exporter) y dar fe de ella.',
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
    remedy: {
      en: 'Add pg_stat_statements to shared_preload_libraries (RDS: parameter group), restart PostgreSQL and run CREATE EXTENSION pg_stat_statements in the database of the application. The role that looks needs pg_read_all_stats.',
      es: 'Agregar pg_stat_statements a shared_preload_libraries (RDS: grupo de parámetros), reiniciar PostgreSQL y ejecutar CREATE EXTENSION pg_stat_statements en la base de la aplicación. El rol que consulta necesita pg_read_all_stats.',
    },
    needs: ['DATABASE_URL'],
  },
] as const satisfies readonly ItemDefinition[];
