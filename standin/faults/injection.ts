import type { Fault } from './fault.ts';

/** Faults that let what somebody typed act in place of being text. */
export const injectionFaults = [
  {
    id: 'sitio-name-unescaped',
    items: ['ST-04', 'AT-11'],
    description: "HTML in a site's name runs on its page",
  },
  {
    id: 'contact-name-unescaped',
    items: ['ST-04', 'AT-11'],
    description: "HTML in a contact's name runs on its page",
  },
  {
    id: 'list-names-unescaped',
    items: ['ST-04', 'AT-11', 'AT-12'],
    description: 'HTML in a name runs in the lists',
  },
  {
    id: 'concept-text-unescaped',
    items: ['ST-04'],
    description: 'HTML in a concept runs on the page of its contract',
  },
  {
    id: 'dashboard-names-unescaped',
    items: ['ST-04'],
    description: "HTML in a contract's name runs on the dashboard",
  },
  {
    id: 'form-values-unescaped',
    items: ['ST-04', 'AT-11', 'AT-12'],
    description: 'HTML in what is saved runs in its form',
  },
  {
    id: 'catalogue-values-unescaped',
    items: ['ST-04'],
    description: 'HTML in what is saved runs in a catalogue',
  },
  {
    id: 'estimate-form-unescaped',
    items: ['ST-04'],
    description: 'HTML in observations runs in the form of the estimate',
  },
  {
    id: 'observations-unescaped',
    items: ['ST-04'],
    description: 'HTML in observations runs in the generador',
  },
  {
    id: 'signatures-unescaped',
    items: ['ST-04'],
    description: 'HTML in the name of who signs runs under an estimate',
  },
  {
    id: 'estimate-head-unescaped',
    items: ['ST-04'],
    description: "HTML in a contract's name runs at the head of an estimate",
  },
  {
    id: 'report-names-unescaped',
    items: ['ST-04'],
    description: "HTML in a subcontract's name runs in the report",
  },
  {
    id: 'user-name-unescaped',
    items: ['ST-04'],
    description: "HTML in a user's name runs on their page",
  },
] as const satisfies readonly Fault[];
