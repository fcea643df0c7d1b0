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
      en: 'For each key page in a signed-in browser, the upper 95 % bound of the 75th percentile of load and LCP is below 2 s: cold and warm, idle and under load.',
      es: 'En cada página clave, con sesión iniciada en el navegador, la cota superior del 95 % para el percentil 75 de carga y LCP es menor que 2 s: en frío y en caliente, en reposo y bajo carga.',
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
      en: 'With the given number of users the 95th percentile stays below 2 s with no error; a search finds the capacity.',
      es: 'Con el número de usuarios indicado, el percentil 95 se mantiene por debajo de 2 s sin ningún error; una búsqueda encuentra la capacidad.',
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
      en: 'No query in pg_stat_statements has a mean above 500 ms, and page time stays flat from 10 to 1,000 rows; a slope means N+1 queries.',
      es: 'Ninguna consulta en pg_stat_statements promedia más de 500 ms, y el tiempo de página se mantiene plano de 10 a 1,000 filas; una pendiente delata consultas N+1.',
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
    needs: [],
  },
] as const satisfies readonly ItemDefinition[];
