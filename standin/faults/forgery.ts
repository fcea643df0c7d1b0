import type { Fault } from './fault.ts';

export const forgeryFaults = [
  {
    id: 'csrf-any-token',
    items: ['SC-07'],
    description: 'A form is taken with whatever token, be it made up or of another session',
  },
  {
    id: 'csrf-referer-optional',
    items: ['SC-07'],
    description: 'A form that does not say where it comes from is taken',
  },
  {
    id: 'csrf-origin-by-beginning',
    items: ['SC-07'],
    description: 'A form is taken from any host whose name begins like ours',
  },
  {
    id: 'csrf-off-at-creation',
    items: ['SC-07'],
    description: 'The forms that make a client, site, contact, contract or estimate ask no token',
  },
  {
    id: 'csrf-off-at-edition',
    items: ['SC-07'],
    description: 'The forms that change what there is ask no token',
  },
  { id: 'csrf-off-at-deletion', items: ['SC-07'], description: 'Deletions ask no token' },
  {
    id: 'csrf-off-at-catalogues',
    items: ['SC-07'],
    description: 'The forms of units, concepts and retentions ask no token',
  },
  {
    id: 'csrf-off-at-searches',
    items: ['SC-07'],
    description: 'A search makes what it did not find without asking a token',
  },
] as const satisfies readonly Fault[];
