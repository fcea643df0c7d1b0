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
    needs: ['AWS_PROFILE'],
  },
  {
    id: 'RC-05',
    section: 'redis-celery',
    mark: 'tick',
    severity: 'important',
    tier: 'observe',
    how: ['redis', 'shell'],
    line: {
      en: 'Celery has a broker to queue tasks in.',
      es: 'Celery tiene un broker donde encolar tareas.',
    },
    proof: {
      en: 'The queue can be reached at the address that the application uses.',
      es: 'Se llega a la cola en la dirección que usa la aplicación.',
    },
    needs: ['REDIS_URL'],
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
      en: 'The result of a task can be read back from the result backend.',
      es: 'El resultado de una tarea se puede leer de vuelta en el backend de resultados.',
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
    needs: ['DJANGO_SHELL', 'HOST_SHELL'],
  },
  {
    id: 'RC-08',
    section: 'redis-celery',
    mark: 'tick',
    severity: 'optional',
    tier: 'observe',
    how: ['shell'],
    line: {
      en: 'If there are periodic tasks, Celery beat starts them.',
      es: 'Si hay tareas periódicas, Celery beat las lanza.',
    },
    proof: {
      en: 'The schedule is there, or the operator has declared that none is needed.',
      es: 'Existe el calendario de tareas, o el operador declaró que no hace falta.',
    },
    needs: ['DJANGO_SHELL'],
  },
] as const satisfies readonly ItemDefinition[];
