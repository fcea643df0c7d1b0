import type { Fault } from './fault.ts';

/** Faults that only PostgreSQL itself can tell of. */
export const databaseFaults = [
  {
    id: 'database-slow-query',
    items: ['PT-03'],
    slow: true,
    onServer: true,
    description: 'One page of twenty asks for something that takes half a second',
  },
  {
    id: 'database-connects-anew',
    items: ['DB-04'],
    slow: true,
    onServer: true,
    description: 'Each page connects to the database anew',
  },
  {
    id: 'database-all-taken',
    items: ['DB-04'],
    slow: true,
    onServer: true,
    description: 'More than four of five connections to the database are in use',
  },
] as const satisfies readonly Fault[];
