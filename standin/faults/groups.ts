import type { Fault } from './fault.ts';

/** Faults of Django's groups, which Construbot asks for beside the level. */
export const groupsFaults = [
  {
    id: 'groups-ignored',
    items: ['AT-01', 'AT-10', 'AT-11', 'AT-12', 'AT-13', 'AT-14'],
    description: 'Whoever has the level is let in, whatever the groups',
  },
] as const satisfies readonly Fault[];
