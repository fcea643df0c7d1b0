import type { Fault } from './fault.ts';

/** Faults of several servers behind one name. */
export const serversFaults = [
  {
    id: 'session-at-one-server',
    items: ['IN-13'],
    description: 'Only the server that opened a session knows it',
  },
] as const satisfies readonly Fault[];
