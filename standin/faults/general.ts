import { items } from '../../checklist/index.ts';
import type { Fault } from './fault.ts';

const everything = items.map(({ id }) => id);

/** Faults that break a kind of thing everywhere at once. */
export const generalFaults = [
  {
    id: 'pages-open-to-strangers',
    items: ['AT-02', 'AT-08', 'AT-17'],
    description: 'Nobody is asked to sign in',
  },
  {
    id: 'levels-ignored',
    items: ['AT-01', 'AT-10', 'AT-11', 'AT-12', 'AT-13', 'AT-14'],
    description: 'A page that needs a level or a group is open to everybody signed in',
  },
  {
    id: 'empty-fields-accepted',
    items: ['AT-01', 'AT-02', 'AT-10', 'AT-11', 'AT-12', 'AT-13', 'AT-14', 'AT-17'],
    description: 'Forms take a field that must be filled in without a value',
  },
  {
    id: 'bad-values-accepted',
    items: ['AT-01', 'AT-02', 'AT-10', 'AT-11', 'AT-12', 'AT-13', 'AT-14', 'AT-17', 'ST-03'],
    description: 'Forms take texts that are too long, and values that are none',
  },
  {
    id: 'missing-page-200',
    items: [
      ...(['AT-01', 'AT-08', 'AT-10', 'AT-11', 'AT-12', 'AT-13', 'AT-14', 'AT-15'] as const),
      ...(['CS-01', 'CS-04', 'ST-02'] as const),
    ],
    description: 'What is not there is answered with 200',
  },
  {
    id: 'home-leads-nowhere',
    items: ['AT-02', 'AT-08'],
    description: 'The home page is a page of its own, with no way on',
  },
  {
    id: 'pages-broken',
    items: everything,
    general: true,
    description: 'Every page of the application answers 500',
  },
  {
    id: 'nothing-is-saved',
    items: everything,
    general: true,
    description: 'Forms are thanked for, and nothing of them is kept',
  },
  {
    id: 'levels-too-high',
    items: everything,
    general: true,
    description: 'Every page needs level 4',
  },
] as const satisfies readonly Fault[];
