import type { Fault } from './fault.ts';

/** Faults that only a clock sees. */
export const speedFaults = [
  {
    id: 'login-slow',
    items: ['PT-01'],
    slow: true,
    description: 'The login page takes two seconds longer',
  },
  {
    id: 'dashboard-slow',
    items: ['PT-01'],
    slow: true,
    description: 'The dashboard takes two seconds longer',
  },
  {
    id: 'list-slow',
    items: ['PT-01'],
    slow: true,
    description: 'The list of contracts takes two seconds longer',
  },
  {
    id: 'contract-slow',
    items: ['PT-01'],
    slow: true,
    description: 'The page of a contract takes two seconds longer',
  },
  {
    id: 'estimate-slow',
    items: ['PT-01'],
    slow: true,
    description: 'The page of an estimate takes two seconds longer',
  },
  {
    id: 'print-slow',
    items: ['PT-01'],
    slow: true,
    description: 'The print page of an estimate takes two seconds longer',
  },
  {
    id: 'script-slow',
    items: ['PT-01', 'PT-04'],
    slow: true,
    description: 'Pages come at once, but their own script takes two seconds longer',
  },
  {
    id: 'script-heavy',
    items: ['PT-04'],
    slow: true,
    description: 'The own script of all pages weighs two megabytes, compressed',
  },
  {
    id: 'style-heavy',
    items: ['PT-01'],
    slow: true,
    description:
      'The style sheet of all pages weighs 400 kB, compressed: nobody minds but who is on a phone',
  },
  {
    id: 'script-missing',
    items: ['PT-04'],
    guarded: true,
    description: 'The own script of all pages is not there',
  },
  {
    id: 'n-plus-one-contratos',
    items: ['PT-03'],
    slow: true,
    description: 'The dashboard asks the database anew for each contract',
  },
  {
    id: 'n-plus-one-conceptos',
    items: ['PT-03'],
    slow: true,
    description: 'The table of an estimate asks the database anew for each concept',
  },
] as const satisfies readonly Fault[];
