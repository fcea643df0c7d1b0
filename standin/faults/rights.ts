import type { Fault } from './fault.ts';

/** Faults of who may do what, and to whose. */
export const rightsFaults = [
  {
    id: 'unknown-user-500',
    items: ['AT-01'],
    description: 'The pages of a user whom nobody knows are a 500, as on the real application',
  },
  {
    id: 'unknown-kind-500',
    items: ['AT-11'],
    description: 'The deletion of a kind that nothing is of is a 500, as on the real application',
  },
  {
    id: 'contrato-foreign-client',
    items: ['AT-12'],
    description: "A contract is saved with another customer's client",
  },
  {
    id: 'contrato-foreign-site',
    items: ['AT-12'],
    description: "A contract is saved with another customer's site",
  },
  {
    id: 'contrato-foreign-user',
    items: ['AT-12'],
    description: "A contract is assigned to another customer's user",
  },
  {
    id: 'concepto-foreign-unit',
    items: ['AT-13'],
    description: "A concept is saved with another customer's unit",
  },
  {
    id: 'formset-row-foreign',
    items: ['AT-13'],
    description: "A table takes the key of a row of another customer's table, and changes that row",
  },
  {
    id: 'signers-foreign-accepted',
    items: ['AT-14'],
    description: "Another customer's contact is taken as who signs an estimate",
  },
  {
    id: 'sitio-made-under-foreign-client',
    items: ['AT-12'],
    description: "A search creates a site under another customer's client",
  },
  {
    id: 'customer-from-form',
    items: ['AT-01', 'AT-10'],
    description: 'A hidden field decides whose customer a new user or company is',
  },
  {
    id: 'user-foreign-company-accepted',
    items: ['AT-01'],
    description: "A user is let into another customer's company",
  },
  {
    id: 'extra-fields-saved',
    items: ['AT-01'],
    description: 'Forms of users keep fields that they do not show: staff, level',
  },
  {
    id: 'api-other-verbs-open',
    items: ['AT-07'],
    description: 'The API asks who somebody is for GET and POST only',
  },
  {
    id: 'api-any-verb-taken',
    items: ['AT-07'],
    description: 'The API takes any verb for the one that it knows',
  },
] as const satisfies readonly Fault[];
