import type { Fault } from './fault.ts';

/** Faults of users, companies and the switch between them. */
export const usersFaults = [
  {
    id: 'user-create-500',
    items: ['AT-01'],
    description: 'The form for a new user is a 500, as on the real application',
  },
  {
    id: 'user-created-at-other-level',
    items: ['AT-01'],
    description: 'A new user is saved at level 1, or at 2 in place of 1',
  },
  {
    id: 'user-created-inactive',
    items: ['AT-01'],
    description: 'A new user cannot sign in',
  },
  {
    id: 'user-level-above-own-offered',
    items: ['AT-01'],
    description: "The search for levels offers those above one's own",
  },
  {
    id: 'user-level-above-own-accepted',
    items: ['AT-01'],
    description: "A user is saved at a level above one's own",
  },
  {
    id: 'user-duplicate-name-accepted',
    items: ['AT-01'],
    description: 'A user name that is taken is answered as if the user had been created',
  },
  {
    id: 'users-open-to-level-2',
    items: ['AT-01'],
    description: 'Level 2 opens the pages of users and companies',
  },
  {
    id: 'user-list-shows-other-company',
    items: ['AT-01'],
    description: "The list of users shows other companies' users",
  },
  {
    id: 'user-detail-foreign',
    items: ['AT-01'],
    description: "Another customer's user can be seen and edited",
  },
  { id: 'user-edit-lost', items: ['AT-01'], description: 'Editing a user changes nothing' },
  {
    id: 'user-delete-does-nothing',
    items: ['AT-01'],
    description: 'A confirmed deletion of a user deletes nothing',
  },
  {
    id: 'user-delete-foreign',
    items: ['AT-01'],
    description: "Another customer's user can be deleted",
  },
  {
    id: 'company-create-lost',
    items: ['AT-10'],
    description: 'A new company is not kept',
  },
  { id: 'company-edit-lost', items: ['AT-10'], description: 'Editing a company changes nothing' },
  {
    id: 'company-edit-foreign',
    items: ['AT-10'],
    description: "Another customer's company can be edited",
  },
  {
    id: 'company-delete-lost',
    items: ['AT-10'],
    description: 'A confirmed deletion of a company deletes nothing',
  },
  {
    id: 'company-delete-foreign',
    items: ['AT-10'],
    description: "Another customer's company can be deleted",
  },
  {
    id: 'company-switch-foreign',
    items: ['AT-10'],
    description: "One can switch to another customer's company",
  },
  {
    id: 'company-switch-lost',
    items: ['AT-10'],
    description: 'Switching to another company leaves one in the old one',
  },
  {
    id: 'company-list-foreign',
    items: ['AT-10'],
    description: "The list of companies shows other customers'",
  },
  {
    id: 'user-post-foreign',
    items: ['AT-01'],
    description: "What is sent to another customer's user is kept, as on the real application",
  },
  {
    id: 'remove-is-new-anonymous',
    items: ['AT-10'],
    description: 'Anybody can end the tutorial of any user, as on the real application',
  },
] as const satisfies readonly Fault[];
