import type { Fault } from './fault.ts';

/** Faults of what is uploaded: how it is looked at, where it is kept, and who gets it. */
export const uploadsFaults = [
  {
    id: 'media-open',
    items: ['SM-06'],
    description: 'Uploaded files are read without signing in, as on the real application',
  },
  {
    id: 'media-foreign-open',
    items: ['SM-06'],
    description: "Uploaded files are read by another customer's people, as on the real application",
  },
  { id: 'media-listed', items: ['SM-06'], description: 'Folders of uploaded files are listed' },
  {
    id: 'media-type-believed',
    items: ['SC-08', 'AT-12', 'AT-16'],
    description: 'Uploaded files are served as what the uploader said that they are',
  },
  {
    id: 'upload-name-believed',
    items: ['AT-12', 'AT-16'],
    description: 'A path in the name of an uploaded file is followed',
  },
  {
    id: 'image-any-extension',
    items: ['AT-16'],
    description: 'An image is taken under any name, .html too',
  },
  {
    id: 'image-bomb-accepted',
    items: ['AT-16'],
    description: 'An image of 900 million pixels is taken',
  },
  {
    id: 'long-file-name-500',
    items: ['AT-16'],
    description: 'A name of 300 letters is a 500',
  },
  {
    id: 'excel-bomb-unfolded',
    items: ['AT-13'],
    description: 'A small workbook that unfolds to more than 50 MB is read',
  },
  {
    id: 'excel-macros-taken',
    items: ['AT-13'],
    description: 'A workbook that carries a program is taken',
  },
  {
    id: 'excel-entities-resolved',
    items: ['AT-13'],
    description: 'Files and addresses that a workbook names in its document type are fetched',
  },
  {
    id: 'excel-formula-is-text',
    items: ['AT-13'],
    description: 'A formula where a text belongs is kept as the text of the concept',
  },
  {
    id: 'excel-formula-500',
    items: ['AT-13'],
    description: 'A formula where a number belongs is a 500, as on the real application',
  },
] as const satisfies readonly Fault[];
