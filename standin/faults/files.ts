import type { Fault } from './fault.ts';

/** Faults of files that are served, and of files that should not be. */
export const filesFaults = [
  { id: 'git-folder-served', items: ['CS-04'], description: '/.git/ can be read by anybody' },
  {
    id: 'database-copy-served',
    items: ['CS-04'],
    description: 'A copy of the database lies beside the application',
  },
  {
    id: 'source-served',
    items: ['CS-04'],
    description: 'Settings are collected with the static files',
  },
  { id: 'key-served', items: ['CS-04'], description: 'The key of the certificate can be read' },
  { id: 'static-listed', items: ['ST-02'], description: 'Folders of static files are listed' },
  {
    id: 'static-without-vary',
    items: ['SM-04'],
    description: 'Compressed files do not say that there are others',
  },
  {
    id: 'static-gzip-outdated',
    items: ['SM-04'],
    description: 'What comes by gzip is not what comes without',
  },
] as const satisfies readonly Fault[];
