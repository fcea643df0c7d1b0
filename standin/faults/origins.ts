import type { Fault } from './fault.ts';

/** Faults of what pages of other origins may read. */
export const originsFaults = [
  {
    id: 'cors-lets-null-in',
    items: ['SM-07'],
    description: 'The origin null is let in, with credentials',
  },
  {
    id: 'cors-by-beginning',
    items: ['SM-07'],
    description: 'An origin whose host begins like ours is let in, with credentials',
  },
  {
    id: 'cors-by-end',
    items: ['SM-07'],
    description: 'An origin whose host ends like ours is let in, with credentials',
  },
  {
    id: 'cors-reflects-at-preflight',
    items: ['SM-07'],
    description: 'Any origin may send what it likes: only the preflight says so',
  },
  {
    id: 'cors-any-with-credentials',
    items: ['SM-07'],
    description: 'Every origin is let in by *, and credentials are said to be welcome',
  },
] as const satisfies readonly Fault[];
