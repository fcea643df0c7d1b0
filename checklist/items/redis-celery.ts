import type { ItemDefinition } from '../item.ts';

/** Redis and the task queue on it. */
export const redisCelery = [
  {
    id: 'RC-01',
    section: 'redis-celery',
    mark: 'tick',
    severity: 'important',
    tier: 'observe',
    how: ['redis'],
    line: { en: 'Redis is up.', es: 'Redis está en marcha.' },
    proof: { en: 'It answers PING with PONG.', es: 'Responde PONG a PING.' },
    remedy: {
      en: 'Run docker compose up -d redis and read docker compose logs redis. REDIS_URL names the host as the containers see it (redis://redis:6379), without a database number, which production.py adds; the cache hides errors of Redis, so pages that open prove nothing.',
      es: 'Ejecutar docker compose up -d redis y leer docker compose logs redis. REDIS_URL nombra el host como lo ven los contenedores (redis://redis:6379), sin número de base, que agrega production.py; la caché calla los errores de Redis, así que el hecho de que las páginas abran no prueba nada.',
      settings: ['REDIS_URL'],
    },
    needs: ['REDIS_URL'],
  },
  {
    id: 'RC-02',
    section: 'redis-celery',
    mark: 'tick',
    severity: 'important',
    tier: 'observe',
    how: ['redis', 'out'],
    line: {
      en: 'Redis lets nobody in without a password.',
      es: 'Redis no deja entrar a nadie sin contraseña.',
    },
    proof: {
      en: 'PING without credentials is refused, and the port is closed to the outside.',
      es: 'Se rechaza PING sin credenciales y el puerto está cerrado hacia afuera.',
    },
    remedy: {
      en: 'Start Redis with requirepass (ElastiCache: AUTH) and put the password in REDIS_URL, CELERY_BROKER_URL and CELERY_RESULT_BACKEND as redis://:password@host:6379. Publish no ports for the redis service, or bind it to the private network, and close 6379 in the security group.',
      es: 'Arrancar Redis con requirepass (ElastiCache: AUTH) y poner la contraseña en REDIS_URL, CELERY_BROKER_URL y CELERY_RESULT_BACKEND como redis://:contraseña@host:6379. No publicar puertos del servicio redis, o ligarlo a la red privada, y cerrar el 6379 en el grupo de seguridad.',
      settings: ['REDIS_URL', 'CELERY_BROKER_URL', 'CELERY_RESULT_BACKEND'],
    },
    needs: ['REDIS_URL'],
  },
  {
    id: 'RC-03',
    section: 'redis-celery',
    mark: 'tick',
    severity: 'optional',
    tier: 'observe',
    how: ['redis'],
    line: {
      en: 'If it is needed, Redis writes its data to disk.',
      es: 'Si hace falta, Redis escribe sus datos en disco.',
    },
    proof: {
      en: 'INFO shows RDB or AOF on and the last save without error.',
      es: 'INFO muestra RDB o AOF activo y el último guardado sin error.',
    },
    remedy: {
      en: 'Turn on appendonly yes or a save rule and mount a volume at /data, which the redis service does not have in docker-compose.yml. If the last save failed, docker compose logs redis tells whether the disk is full or not writable.',
      es: 'Activar appendonly yes o una regla save y montar un volumen en /data, que el servicio redis no trae en docker-compose.yml. Si falló el último guardado, docker compose logs redis dice si el disco está lleno o no se puede escribir.',
    },
    needs: ['REDIS_URL'],
  },
  {
    id: 'RC-04',
    section: 'redis-celery',
    mark: 'tick',
    severity: 'important',
    tier: 'observe',
    how: ['api', 'attest'],
    line: { en: 'Redis is backed up.', es: 'Redis se respalda.' },
    proof: {
      en: 'The newest snapshot is recent enough by its date; or a person attests it.',
      es: 'La instantánea más nueva es lo bastante reciente según su fecha; o una persona da fe de ello.',
    },
    remedy: {
      en: 'In ElastiCache set SnapshotRetentionLimit above 0; on a server of your own let cron run redis-cli BGSAVE and copy dump.rdb elsewhere. If Redis holds only cache and short-lived tasks, say so in attestations.yaml.',
      es: 'En ElastiCache, fijar SnapshotRetentionLimit en más de 0; en un servidor propio, que cron ejecute redis-cli BGSAVE y copie dump.rdb a otro lugar. Si Redis solo guarda caché y tareas pasajeras, hacerlo constar en attestations.yaml.',
    },
    needs: ['ELASTICACHE_CLUSTER'],
  },
  {
    id: 'RC-05',
    section: 'redis-celery',
    mark: 'tick',
    severity: 'important',
    tier: 'observe',
    how: ['shell', 'redis'],
    line: {
      en: 'Celery has a broker to queue tasks in.',
      es: 'Celery tiene un broker donde encolar tareas.',
    },
    proof: {
      en: 'The shell of the application reaches the queue at the address that it uses, and fewer than 1000 tasks wait there.',
      es: 'La consola de la aplicación llega a la cola en la dirección que usa, y ahí esperan menos de 1000 tareas.',
    },
    remedy: {
      en: 'Web and worker need the same broker: entrypoint.sh exports REDIS_URL as CELERY_BROKER_URL, and a process started around it falls back on redis://redis:6379/0. Try docker compose run --rm django celery -A construbot.taskapp inspect ping and read which address it names.',
      es: 'El servicio web y el worker necesitan el mismo broker: entrypoint.sh exporta REDIS_URL como CELERY_BROKER_URL, y un proceso que no pasa por él usa redis://redis:6379/0. Probar docker compose run --rm django celery -A construbot.taskapp inspect ping y leer qué dirección menciona.',
      settings: ['REDIS_URL', 'CELERY_BROKER_URL'],
    },
    needs: ['DJANGO_SHELL'],
  },
  {
    id: 'RC-06',
    section: 'redis-celery',
    mark: 'tick',
    severity: 'important',
    tier: 'write',
    how: ['redis', 'shell'],
    line: {
      en: 'The results of tasks are kept.',
      es: 'Los resultados de las tareas se conservan.',
    },
    proof: {
      en: 'A result that the shell of the application keeps can be read back from the result backend; it is removed again.',
      es: 'Un resultado que guarda la consola de la aplicación se puede leer de vuelta en el backend de resultados; después se borra.',
    },
    remedy: {
      en: 'Set CELERY_RESULT_BACKEND in .env for the web and worker services, with host and password of Redis: REDIS_URL does not change it, so without that variable it stays at redis://redis:6379/0.',
      es: 'Definir CELERY_RESULT_BACKEND en .env para los servicios web y worker, con el host y la contraseña de Redis: REDIS_URL no lo cambia, así que sin esa variable se queda en redis://redis:6379/0.',
      settings: ['CELERY_RESULT_BACKEND'],
    },
    needs: ['DJANGO_SHELL'],
  },
  {
    id: 'RC-07',
    section: 'redis-celery',
    mark: 'tick',
    severity: 'important',
    tier: 'observe',
    how: ['shell', 'redis'],
    line: {
      en: 'A Celery worker runs and comes back by itself.',
      es: 'Un worker de Celery corre y vuelve a levantarse solo.',
    },
    proof: {
      en: 'inspect ping gets an answer, and the unit or container has a policy that restarts it.',
      es: 'inspect ping recibe respuesta, y la unidad o el contenedor tiene una política que lo reinicia.',
    },
    remedy: {
      en: 'In docker-compose.yml celeryworker is commented out: enable it, add restart: unless-stopped and run docker compose up -d celeryworker (systemd: Restart=always and systemctl enable). If inspect ping has no answer, docker compose logs celeryworker tells whether the broker (RC-05) or DJANGO_SETTINGS_MODULE is wrong.',
      es: 'En docker-compose.yml, celeryworker viene comentado: activarlo, agregar restart: unless-stopped y ejecutar docker compose up -d celeryworker (systemd: Restart=always y systemctl enable). Si inspect ping no recibe respuesta, docker compose logs celeryworker dice si está mal el broker (RC-05) o DJANGO_SETTINGS_MODULE.',
      settings: ['DJANGO_SETTINGS_MODULE', 'CELERY_BROKER_URL'],
    },
    needs: ['DJANGO_SHELL', 'HOST_SHELL'],
  },
  {
    id: 'RC-08',
    section: 'redis-celery',
    mark: 'tick',
    severity: 'optional',
    tier: 'observe',
    how: ['shell', 'attest'],
    line: {
      en: 'If there are periodic tasks, Celery beat starts them.',
      es: 'Si hay tareas periódicas, Celery beat las lanza.',
    },
    proof: {
      en: 'The schedule is there, or the operator has declared that none is needed.',
      es: 'Existe el calendario de tareas, o el operador declaró que no hace falta.',
    },
    remedy: {
      en: 'Construbot brings no periodic task, so as a rule it is enough to declare that none is needed. If one was added, name it in CELERY_BEAT_SCHEDULE and enable celerybeat in docker-compose.yml, in a single copy.',
      es: 'Construbot no trae tareas periódicas, así que por lo general basta declarar que no hacen falta. Si se agregó alguna, incluirla en CELERY_BEAT_SCHEDULE y activar celerybeat en docker-compose.yml, en una sola copia.',
      settings: ['CELERY_BEAT_SCHEDULE'],
    },
    needs: ['DJANGO_SHELL'],
  },
] as const satisfies readonly ItemDefinition[];
