import type { Fault } from './fault.ts';

/** Faults of estimates, their tables, prints and images, and of the dashboard. */
export const estimacionesFaults = [
  // Money
  {
    id: 'total-off-by-a-cent',
    items: ['AT-04', 'AT-14', 'AT-15'],
    description: 'An estimate comes to a cent more than its quantities at their prices',
  },
  {
    id: 'total-final-missing-in-print',
    items: ['AT-04', 'AT-15', 'AT-14'],
    description: 'The printed estimate has no TOTAL FINAL',
  },
  {
    id: 'retention-on-total',
    items: ['AT-04', 'AT-14', 'AT-15'],
    description: 'Percentages are held back from the total in place of the subtotal',
  },
  {
    id: 'fixed-retention-ignored',
    items: ['AT-04', 'AT-14', 'AT-15'],
    description: 'A retention of a fixed amount holds nothing back',
  },
  {
    id: 'anticipo-ignored',
    items: ['AT-04', 'AT-14', 'AT-15'],
    description: 'Nothing of the advance is paid back',
  },
  {
    id: 'excess-amortised',
    items: ['AT-04', 'AT-14', 'AT-15'],
    description: 'What is done beyond the contract pays the advance back too',
  },
  {
    id: 'accumulated-counts-previous-only',
    items: ['AT-04', 'AT-14', 'AT-15'],
    description: 'What is done to date leaves this estimate out',
  },
  {
    id: 'previous-sums-all',
    items: ['AT-04', 'AT-14', 'AT-15'],
    description: 'The column of the estimate before sums all earlier ones',
  },
  {
    id: 'hidden-retentions-not-counted',
    items: ['AT-04', 'AT-14', 'AT-15'],
    description: 'TOTAL FINAL leaves retentions out when their rows are not shown',
  },
  {
    id: 'estimacion-empty-sum-blank',
    items: ['AT-04', 'AT-14', 'AT-15'],
    description:
      'A sum over no estimate prints "$" and nothing behind it, as on the real application',
  },
  {
    id: 'thousands-without-comma',
    items: ['AT-04', 'AT-14', 'AT-15'],
    description: 'Amounts of an estimate have no comma for thousands',
  },
  {
    id: 'date-day-month-swapped',
    items: ['AT-04', 'AT-14', 'AT-15'],
    description: 'Tables of an estimate take the day of a date for its month where it can be one',
  },
  {
    id: 'zero-price-500',
    items: ['AT-04', 'AT-14', 'AT-15'],
    description: 'An estimate of a concept without a price is a 500, as on the real application',
  },

  // Pages of an estimate
  {
    id: 'level-1-sees-money',
    items: ['AT-14'],
    description: 'Level 1 sees the money table of an estimate',
  },
  {
    id: 'level-1-prints-estimate',
    items: ['AT-14', 'AT-15'],
    description: 'Level 1 prints the money table of an assigned estimate',
  },
  {
    id: 'estimate-foreign-tenant-open',
    items: ['AT-14', 'AT-15'],
    description: "Another customer's estimate can be opened",
  },
  {
    id: 'estimate-assignment-ignored',
    items: ['AT-14', 'AT-15'],
    description: 'Levels 1 and 2 open estimates of contracts that are not theirs',
  },
  {
    id: 'estimate-created-foreign',
    items: ['AT-14'],
    description: "Estimates are added to another customer's contract",
  },
  {
    id: 'estimate-created-unassigned',
    items: ['AT-14'],
    description:
      'Levels 1 and 2 add estimates to contracts that are not theirs, as on the real application',
  },
  {
    id: 'print-page-never-prints',
    items: ['AT-04', 'AT-15'],
    description: 'Print pages do not open the printer dialog',
  },
  {
    id: 'print-without-accents',
    items: ['AT-04', 'AT-15', 'AT-14'],
    description: 'Print pages show two wrong letters for each accented one',
  },
  {
    id: 'generador-omits-image',
    items: ['AT-04', 'AT-05', 'AT-15', 'AT-16'],
    description: 'The generador lacks the images',
  },
  {
    id: 'generador-drops-concept',
    items: ['AT-04', 'AT-14', 'AT-15', 'AT-16'],
    description: 'The generador lacks the last concept',
  },
  {
    id: 'generador-shows-empty-concepts',
    items: ['AT-04', 'AT-14', 'AT-15'],
    description: 'The generador shows concepts with nothing done',
  },
  {
    id: 'report-none',
    items: ['AT-14'],
    description:
      'The report of subcontracts prints "None" for sums over nothing, as on the real application',
  },
  {
    id: 'report-ignores-period',
    items: ['AT-14'],
    description: 'The report of subcontracts lists estimates of any time',
  },
  {
    id: 'report-open-to-level-1',
    items: ['AT-14'],
    description: 'Level 1 opens the report of subcontracts, as on the real application',
  },

  // Images
  {
    id: 'image-not-resized',
    items: ['SM-05', 'AT-05', 'AT-16'],
    description: 'An image taller than 380 pixels is kept as it is',
  },
  {
    id: 'image-other-types-500',
    items: ['SM-05', 'AT-05', 'AT-16'],
    description: 'A tall image named .jpeg or .webp is a 500, as on the real application',
  },
  {
    id: 'shrunk-image-named-jpg',
    items: ['SM-05', 'AT-05', 'AT-16'],
    description:
      'A tall PNG is shrunk and served under the name of a JPEG, as on the real application',
  },
  {
    id: 'non-image-500',
    items: ['AT-16'],
    description: 'A file that is no image is a 500, as on the real application',
  },
  { id: 'svg-accepted', items: ['AT-16'], description: 'An SVG is taken for an image' },
  {
    id: 'oversize-image-accepted',
    items: ['AT-16'],
    description: 'The server takes an image of more than 2 MB',
  },
  {
    id: 'oversize-alert-missing',
    items: ['AT-16'],
    description: 'The browser does not stop an image of more than 2 MB',
  },
  {
    id: 'half-saved-estimate',
    items: ['AT-14', 'AT-16'],
    description: 'An estimate whose image is refused is saved without it',
  },

  // The form
  {
    id: 'paid-without-date-accepted',
    items: ['AT-14'],
    description: 'An estimate is marked as paid without a date of payment',
  },
  {
    id: 'finish-before-start-accepted',
    items: ['AT-14'],
    description: 'A period that ends before it starts is taken, as on the real application',
  },
  {
    id: 'negative-quantity-accepted',
    items: ['AT-14'],
    description: 'A negative quantity is taken, as on the real application',
  },
  {
    id: 'quantities-lost-on-error',
    items: ['AT-14'],
    description: 'A refused form forgets quantities and measurements, as on the real application',
  },
  {
    id: 'supervisor-foreign-accepted',
    items: ['AT-14'],
    description: "Another customer's user is taken as supervisor, as on the real application",
  },
  {
    id: 'estimate-project-from-form',
    items: ['AT-14'],
    description:
      'A hidden field decides which contract gets the estimate, as on the real application',
  },
  {
    id: 'calculate-wrong',
    items: ['AT-14'],
    description: '"Calcular" adds the sizes of a measurement in place of multiplying them',
  },
  {
    id: 'vertices-lost',
    items: ['AT-14', 'AT-15'],
    description: 'Measurements are not kept',
  },
  {
    id: 'consecutive-not-increased',
    items: ['AT-14'],
    description: 'A new estimate gets the number of the last one',
  },
  {
    id: 'estimate-edit-lost',
    items: ['AT-14', 'AT-16'],
    description: 'Editing an estimate changes nothing',
  },

  // The dashboard
  {
    id: 'progress-wrong',
    items: ['AT-10'],
    description: 'The progress of a contract is a fraction, not a percentage',
  },
  {
    id: 'dashboard-total-wrong',
    items: ['AT-10'],
    description: 'Totals of pending estimates leave the last one out',
  },
  {
    id: 'dashboard-empty-silent',
    items: ['AT-10'],
    description: 'A table of the dashboard that has no rows says nothing',
  },
  {
    id: 'dashboard-shows-other-company',
    items: ['AT-10'],
    description: "The dashboard shows other companies' contracts",
  },
  {
    id: 'dashboard-assignment-ignored',
    items: ['AT-10'],
    description: 'The dashboard of levels 1 and 2 shows contracts that are not theirs',
  },
  {
    id: 'dashboard-level-1-money',
    items: ['AT-10'],
    description: 'The dashboard of level 1 shows progress and pending estimates',
  },
  {
    id: 'dashboard-finished-shown',
    items: ['AT-10'],
    description: 'Finished contracts stay on the dashboard',
  },
  {
    id: 'dashboard-counts-subcontracts',
    items: ['AT-10'],
    description: 'The dashboard shows subcontracts beside the contracts they are part of',
  },
  {
    id: 'dashboard-paid-pending',
    items: ['AT-10'],
    description: 'Paid estimates stay among those that wait for money',
  },
  {
    id: 'dashboard-zero-monto-500',
    items: ['AT-10'],
    description: 'A contract of zero pesos breaks the dashboard, as on the real application',
  },
  {
    id: 'tutorial-never-ends',
    items: ['AT-10'],
    description: 'Skipping the tutorial only shows it again',
  },
  {
    id: 'delete-renumbers-others',
    items: ['AT-14'],
    description:
      'Deleting an estimate renumbers those of other contracts, as on the real application',
  },
  {
    id: 'image-removal-lost',
    items: ['AT-16'],
    description: 'An image that is marked for removal stays',
  },
  {
    id: 'contact-made-lost',
    items: ['AT-14'],
    description: 'A contact that is made while entering an estimate is not kept',
  },
] as const satisfies readonly Fault[];
