import type { ItemDefinition } from '../item.ts';

/** Page speed, load, queries and static files. */
export const performance = [
  {
    id: 'PT-01',
    section: 'performance',
    mark: 'tick',
    severity: 'important',
    tier: 'write',
    how: ['out'],
    line: {
      en: 'The key pages open in under two seconds.',
      es: 'Las páginas clave abren en menos de dos segundos.',
    },
    proof: {
      en: 'For each key page in a signed-in browser, the upper 95 % bound of the 75th percentile of load and LCP is below 2 s: cold and warm.',
      es: 'En cada página clave, con sesión iniciada en el navegador, la cota superior del 95 % para el percentil 75 de carga y LCP es menor que 2 s: en frío y en caliente.',
    },
    remedy: {
      en: 'See in the finding where the time goes. Late first byte: more gunicorn workers (-w in gunicorn.sh), CONN_MAX_AGE and the queries of PT-03; late load with an early first byte: compression (SM-04), caching (SM-02), a CDN (SM-03) and smaller images.',
      es: 'Ver en el hallazgo en qué se va el tiempo. Primer byte tardío: más workers de gunicorn (-w en gunicorn.sh), CONN_MAX_AGE y las consultas de PT-03; carga tardía con primer byte temprano: compresión (SM-04), caché (SM-02), una CDN (SM-03) e imágenes más ligeras.',
      settings: ['CONN_MAX_AGE', 'COMPRESS_ENABLED'],
    },
    needs: ['ACCOUNT_USERNAME'],
  },
  {
    id: 'PT-02',
    section: 'performance',
    mark: 'tick',
    severity: 'important',
    tier: 'attack',
    how: ['out'],
    line: {
      en: 'The deployment holds all its users at the same time.',
      es: 'La instalación aguanta a todos sus usuarios a la vez.',
    },
    proof: {
      en: 'With the given number of users the 95th percentile stays below 2 s and errors below 1 %; a search finds the capacity.',
      es: 'Con el número de usuarios indicado, el percentil 95 se mantiene por debajo de 2 s y los errores por debajo del 1 %; una búsqueda encuentra la capacidad.',
    },
    remedy: {
      en: 'Raise -w in gunicorn.sh (4 as it comes; twice the cores plus one is usual) with max_connections of PostgreSQL to match, and look during the load which of CPU, memory or database is full. 502 and 504 in the log of the proxy are workers that died or passed the 30 s of gunicorn.',
      es: 'Subir -w en gunicorn.sh (4 de fábrica; lo usual es el doble de núcleos más uno) con max_connections de PostgreSQL acorde, y ver durante la carga si se llena el CPU, la memoria o la base. Los 502 y 504 en la bitácora del proxy son workers que murieron o pasaron de los 30 s de gunicorn.',
    },
    needs: ['ACCOUNT_USERNAME'],
  },
  {
    id: 'PT-03',
    section: 'performance',
    mark: 'tick',
    severity: 'important',
    tier: 'observe',
    how: ['db', 'out'],
    line: {
      en: 'Queries stay fast as the data grows.',
      es: 'Las consultas siguen siendo rápidas conforme crecen los datos.',
    },
    proof: {
      en: 'No query that pg_stat_statements counts ten times or more has a mean above 500 ms, page time stays flat from 10 to 1,000 rows, and no page makes a query more often the more rows it has (N+1).',
      es: 'Ninguna consulta que pg_stat_statements cuente diez veces o más promedia más de 500 ms, el tiempo de página se mantiene plano de 10 a 1,000 filas y ninguna página repite una consulta más veces cuantas más filas tiene (N+1).',
    },
    remedy: {
      en: 'Run EXPLAIN (ANALYZE, BUFFERS) on the query that the report names and add the index that is missing by a migration; after large imports, run ANALYZE. A time that grows with the rows needs select_related or prefetch_related in the view of that page.',
      es: 'Ejecutar EXPLAIN (ANALYZE, BUFFERS) con la consulta que nombra el reporte y agregar por migración el índice que falte; tras importaciones grandes, ejecutar ANALYZE. Un tiempo que crece con las filas pide select_related o prefetch_related en la vista de esa página.',
    },
    needs: ['DATABASE_URL', 'ACCOUNT_USERNAME'],
  },
  {
    id: 'PT-04',
    section: 'performance',
    mark: 'tick',
    severity: 'important',
    tier: 'observe',
    how: ['out'],
    line: {
      en: 'Static files arrive quickly and weigh little.',
      es: 'Los estáticos llegan rápido y pesan poco.',
    },
    proof: {
      en: 'Time to first byte and transfer of each file, and the total weight of each page, are within their budgets.',
      es: 'El tiempo al primer byte y la transferencia de cada archivo, y el peso total de cada página, están dentro de sus límites.',
    },
    remedy: {
      en: 'Turn on HTTP/2 in the proxy (nginx: listen 443 ssl http2), compression (SM-04) and long caching (SM-02), and shrink or split the file that the finding names; if only the first byte is late, put a CDN in front (SM-03).',
      es: 'Activar HTTP/2 en el proxy (nginx: listen 443 ssl http2), la compresión (SM-04) y la caché larga (SM-02), y aligerar o dividir el archivo que nombra el hallazgo; si solo tarda el primer byte, poner una CDN delante (SM-03).',
    },
    needs: [],
  },
] as const satisfies readonly ItemDefinition[];
