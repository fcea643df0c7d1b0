import type { Fault } from './fault.ts';

/** Faults of what answers say beside their body. */
export const answersFaults = [
  {
    id: 'referrer-policy-missing',
    items: ['ST-02'],
    description: 'Pages say nothing on what other sites are told of their address',
  },
] as const satisfies readonly Fault[];
