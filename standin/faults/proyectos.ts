import type { Fault } from './fault.ts';

/** Faults of clients, sites, contacts, contracts, catalogues, lists and deletion. */
export const proyectosFaults = [
  {
    id: 'stale-company-accepted',
    items: ['AT-11'],
    description: 'A form of another company is saved into the current one',
  },
  {
    id: 'contraparte-unique-everywhere',
    items: ['AT-11'],
    description: "Another customer's client name is refused as a duplicate",
  },
  {
    id: 'contraparte-duplicate-accepted',
    items: ['AT-11'],
    description: 'A client name is taken twice',
  },
  {
    id: 'contraparte-type-lost',
    items: ['AT-11'],
    description: 'Every client is saved as CLIENTE',
  },
  {
    id: 'contraparte-edit-lost',
    items: ['AT-11'],
    description: 'Editing a client changes nothing',
  },
  {
    id: 'contraparte-foreign-open',
    items: ['AT-11'],
    description: "Another customer's client can be opened",
  },
  {
    id: 'contraparte-name-unescaped',
    items: ['AT-11'],
    description: "HTML in a client's name runs on its page",
  },
  {
    id: 'accents-lost',
    items: ['AT-11'],
    description: 'Accents of a name are lost when it is saved',
  },
  {
    id: 'sitio-without-client-500',
    items: ['AT-12'],
    description: 'A site without a client is a 500',
  },
  {
    id: 'sitio-foreign-client',
    items: ['AT-12'],
    description: "A site is saved under another customer's client",
  },
  { id: 'sitio-any-type', items: ['AT-12'], description: 'A site is saved under a subcontractor' },
  { id: 'sitio-edit-lost', items: ['AT-12'], description: 'Editing a site changes nothing' },
  {
    id: 'sitio-foreign-open',
    items: ['AT-12'],
    description: "Another customer's site can be opened",
  },
  {
    id: 'sitio-location-missing',
    items: ['AT-12'],
    description: "A site's page does not show where it is",
  },
  {
    id: 'destinatario-foreign-client',
    items: ['AT-12'],
    description: "A contact is saved under another customer's client",
  },
  {
    id: 'destinatario-edit-lost',
    items: ['AT-12'],
    description: 'Editing a contact changes nothing',
  },
  {
    id: 'destinatario-foreign-open',
    items: ['AT-12'],
    description: "Another customer's contact can be opened",
  },
  {
    id: 'destinatario-puesto-missing',
    items: ['AT-12'],
    description: "A contact's page does not show the position",
  },
  {
    id: 'contrato-any-file',
    items: ['AT-12'],
    description: 'A text file is taken as the PDF of a contract',
  },
  {
    id: 'contrato-digits-unchecked',
    items: ['AT-12'],
    description: 'An amount with too many digits is a 500',
  },
  { id: 'anticipo-100-refused', items: ['AT-12'], description: 'An advance of 100 % is refused' },
  {
    id: 'contrato-date-shifted',
    items: ['AT-12'],
    description: 'The date of a contract is saved a day early',
  },
  {
    id: 'contrato-monto-rounded',
    items: ['AT-12'],
    description: 'The cents of a contract are lost',
  },
  { id: 'contrato-pdf-lost', items: ['AT-12'], description: 'The PDF of a contract is not kept' },
  {
    id: 'contrato-edit-lost',
    items: ['AT-12', 'AT-10'],
    description: 'Editing a contract changes nothing',
  },
  {
    id: 'contrato-edit-unassigned',
    items: ['AT-12'],
    description: 'Level 2 edits contracts that are not theirs',
  },
  {
    id: 'contrato-foreign-open',
    items: ['AT-12', 'AT-13', 'AT-14'],
    description: "Another customer's contract can be opened",
  },
  {
    id: 'contrato-name-unescaped',
    items: ['AT-12'],
    description: "HTML in a contract's name runs on its page",
  },
  {
    id: 'contratos-collide',
    items: ['AT-12'],
    description:
      'Of contracts that are saved in the same moment only one is, as on the real application',
  },
  {
    id: 'folio-repeats',
    items: ['AT-12'],
    description: 'A new contract gets the number of the last one',
  },
  {
    id: 'subcontrato-foreign-parent',
    items: ['AT-12'],
    description: "A subcontract can be opened under another customer's contract",
  },
  {
    id: 'subcontrato-loses-parent',
    items: ['AT-12'],
    description: 'A subcontract is saved as a contract of its own',
  },
  {
    id: 'terminado-always-no',
    items: ['AT-12'],
    description: 'A finished contract is shown as unfinished',
  },
  { id: 'thousands-missing', items: ['AT-12'], description: 'Amounts have no comma for thousands' },
  {
    id: 'assignment-ignored',
    items: ['AT-12'],
    description: 'Levels 1 and 2 see what is not assigned to them',
  },
  {
    id: 'level-1-sees-monto',
    items: ['AT-12'],
    description: 'Level 1 sees the amount of a contract',
  },
  {
    id: 'level-1-edits-catalogue',
    items: ['AT-13'],
    description: 'Level 1 opens the catalogue of an assigned contract',
  },
  {
    id: 'used-unit-deleted',
    items: ['AT-13'],
    description: 'A unit in use is deleted, with its concepts',
  },
  {
    id: 'unit-duplicate-accepted',
    items: ['AT-13'],
    description: 'A unit that is there already is taken without a word',
  },
  { id: 'unit-delete-lost', items: ['AT-13'], description: 'Deleting a unit changes nothing' },
  { id: 'unit-not-saved', items: ['AT-13'], description: 'A new unit is not kept' },
  {
    id: 'unit-select-empty',
    items: ['AT-13'],
    description: 'No unit can be chosen for a concept by hand',
  },
  {
    id: 'concepto-without-unit-500',
    items: ['AT-13'],
    description: 'A concept without a unit is a 500',
  },
  {
    id: 'concepto-repeated-accepted',
    items: ['AT-13'],
    description: 'The same concept is taken twice',
  },
  {
    id: 'concepto-delete-lost',
    items: ['AT-13'],
    description: 'Deleting a concept changes nothing',
  },
  { id: 'concepto-price-rounded', items: ['AT-13'], description: 'The cents of a price are lost' },
  { id: 'excel-text-500', items: ['AT-13'], description: 'A file that is no workbook is a 500' },
  { id: 'excel-half-import', items: ['AT-13'], description: 'Rows before a bad one stay saved' },
  {
    id: 'excel-loses-last-row',
    items: ['AT-13'],
    description: 'The last row of a workbook is not imported',
  },
  {
    id: 'excel-repeated-accepted',
    items: ['AT-13'],
    description: 'A workbook with the same concept twice is taken',
  },
  {
    id: 'retencion-type-lost',
    items: ['AT-13'],
    description: 'A percentage is saved as an amount',
  },
  {
    id: 'estimacion-delete-dead',
    items: ['AT-14'],
    description: 'The button that deletes an estimate does nothing',
  },
  {
    id: 'paging-repeats',
    items: ['AT-11'],
    description: 'The second page of a list shows the first',
  },
  {
    id: 'list-shows-other-companies',
    items: ['AT-11', 'AT-12', 'AT-10'],
    description: "Lists show other customers' objects",
  },
  {
    id: 'autocomplete-shows-other-companies',
    items: ['AT-12'],
    description: "The search for clients finds other customers'",
  },
  {
    id: 'autocomplete-needs-accents',
    items: ['AT-12'],
    description: 'A search without accents does not find a name with them',
  },
  {
    id: 'autocomplete-never-creates',
    items: ['AT-12', 'AT-14'],
    description: 'Searches offer no new entry',
  },
  {
    id: 'delete-does-nothing',
    items: ['AT-11', 'AT-12', 'AT-14'],
    description: 'A confirmed deletion deletes nothing',
  },
  {
    id: 'delete-foreign',
    items: ['AT-11', 'AT-12'],
    description: "Another customer's object can be deleted",
  },
  {
    id: 'delete-level-unchecked',
    items: ['AT-11', 'AT-12'],
    description: 'Any level deletes anything',
  },
  {
    id: 'contacts-foreign-found',
    items: ['AT-12'],
    description: "The search for contacts finds another customer's, as on the real application",
  },
  {
    id: 'delete-by-get',
    items: ['AT-11', 'AT-12', 'AT-14'],
    description: 'Asking whether to delete deletes already',
  },
  {
    id: 'delete-leaves-gap',
    items: ['AT-12', 'AT-14'],
    description: 'What follows a deleted contract or estimate keeps its number',
  },
] as const satisfies readonly Fault[];
