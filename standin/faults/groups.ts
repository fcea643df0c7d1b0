import type { Fault } from './fault.ts';

/** Faults of Django's groups and of companies, which Construbot asks for beside the level. */
export const groupsFaults = [
  {
    id: 'groups-ignored',
    items: ['AT-01', 'AT-10', 'AT-11', 'AT-12', 'AT-13', 'AT-14'],
    description: 'Whoever has the level is let in, whatever the groups',
  },
  {
    id: 'no-company-breaks',
    items: ['AT-02', 'AT-10'],
    description: 'Every page breaks for who has no company, as on the real application',
  },
] as const satisfies readonly Fault[];
