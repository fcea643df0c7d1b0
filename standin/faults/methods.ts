import type { Fault } from './fault.ts';

/** Faults of verbs that nothing here needs. */
export const methodsFaults = [
  {
    id: 'trace-echoes',
    items: ['ST-02'],
    description: 'TRACE gives back what was sent, cookies too',
  },
  {
    id: 'pages-any-verb-taken',
    items: ['ST-02'],
    description: 'Pages answer any verb as they answer GET',
  },
  {
    id: 'delete-without-token',
    items: ['ST-02'],
    description: 'DELETE does what POST does, and asks no token',
  },
  {
    id: 'static-any-verb-taken',
    items: ['ST-02'],
    description: 'Static files answer any verb',
  },
  {
    id: 'files-taken-by-put',
    items: ['ST-02'],
    description: 'PUT and DELETE below /static/ and /media/ are taken',
  },
] as const satisfies readonly Fault[];
