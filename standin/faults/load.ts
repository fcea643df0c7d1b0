import type { Fault } from './fault.ts';

/** Faults that a single visitor never meets. */
export const loadFaults = [
  {
    id: 'saturates',
    items: ['PT-02'],
    slow: true,
    description: 'Pages of one deployment wait for each other, 400 ms each',
  },
  {
    id: 'breaks-under-load',
    items: ['PT-02'],
    slow: true,
    description: 'Of more than 30 pages in ten seconds, every tenth breaks',
  },
  {
    id: 'leaks',
    items: ['PT-02'],
    slow: true,
    description: 'Each request keeps a connection for ever, and waits the longer the more are kept',
  },
  {
    id: 'saving-slow-under-load',
    items: ['PT-02'],
    slow: true,
    description:
      'Whoever saves an estimate while more than 25 requests in five seconds are made waits 2.5 seconds',
  },
  {
    id: 'script-slow-under-load',
    items: ['PT-02'],
    slow: true,
    description:
      'While more than 25 pages in five seconds are asked for, the own script waits three seconds',
  },
] as const satisfies readonly Fault[];
