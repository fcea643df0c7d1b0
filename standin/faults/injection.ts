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
  {
    id: 'search-sql-injected',
    items: ['ST-03'],
    description: 'The search for clients puts its text into SQL',
  },
  {
    id: 'search-sleeps-on-demand',
    items: ['ST-03'],
    description: 'Searches have the database sleep when their text says so',
  },
  {
    id: 'page-number-sql-injected',
    items: ['ST-03'],
    description: 'The list of clients puts the number of its page into SQL',
  },
  {
    id: 'form-sql-injected',
    items: ['ST-03'],
    description: 'The form of a client puts the name into SQL',
  },
  {
    id: 'login-sql-injected',
    items: ['ST-03'],
    description: 'Signing in puts name and password into SQL',
  },
  {
    id: 'api-sql-injected',
    items: ['ST-03'],
    description: 'The API puts the e-mail address into SQL',
  },
  {
    id: 'nul-in-search-500',
    items: ['ST-03'],
    description: 'A NUL in a search is a 500, as on the real application',
  },
  {
    id: 'nul-in-form-500',
    items: ['ST-03'],
    description: 'A NUL in a form is a 500',
  },
  {
    id: 'huge-id-500',
    items: ['ST-03'],
    description: 'An id of more digits than the database counts is a 500',
  },
  {
    id: 'odd-letters-replaced',
    items: ['AT-11', 'ST-03'],
    description: "A client's name loses what is not written every day",
  },
  {
    id: 'missing-page-echoes-path',
    items: ['ST-04'],
    description: 'HTML in an address runs on the page for what is not there',
  },
  {
    id: 'next-page-unescaped',
    items: ['ST-04'],
    description: 'HTML in the next page runs at the sign-in',
  },
  {
    id: 'search-answers-as-html',
    items: ['ST-04'],
    description: 'HTML in what is searched for runs in the list of a select',
  },
  {
    id: 'names-become-mail-headers',
    items: ['AT-17'],
    description: 'Line breaks in a name add people to a mail',
  },
  {
    id: 'next-splits-answer',
    items: ['AT-02'],
    description: 'Line breaks in the next page add headers to the answer',
  },
  {
    id: 'folders-climbed-out-of',
    items: ['CS-04'],
    description: 'Addresses below /static/ and /media/ climb out of their folder',
  },
  {
    id: 'reset-token-echoed',
    items: ['ST-04'],
    description: 'HTML in the key of a new password runs on its page',
  },
  {
    id: 'company-names-unescaped',
    items: ['ST-04'],
    description: "HTML in a company's name runs in the switch of every page",
  },
  {
    id: 'legal-name-unescaped',
    items: ['ST-04'],
    description: 'HTML in the name of whose people sign runs under an estimate',
  },
] as const satisfies readonly Fault[];
