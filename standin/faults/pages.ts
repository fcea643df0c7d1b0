import type { Fault } from './fault.ts';

/** Faults of the frame that every page shares. */
export const pagesFaults = [
  {
    id: 'console-error',
    items: ['AT-08'],
    description: 'Pages of somebody signed in log an error',
  },
  {
    id: 'asset-missing',
    items: ['AT-08', 'SM-01'],
    description: 'Pages name a script that is not there',
  },
  {
    id: 'page-without-language',
    items: ['AT-10'],
    description: 'Pages do not say that they are Spanish',
  },
  { id: 'menu-open-to-all', items: ['AT-10'], description: 'The menu of level 1 shows every area' },
  { id: 'debug-pages', items: ['CS-01'], description: 'The 404 page is that of DEBUG = True' },
  { id: 'frame-allowed', items: ['SC-10'], description: 'X-Frame-Options is missing' },
  { id: 'csrf-off', items: ['SC-07'], description: 'Forms are taken without a token' },
] as const satisfies readonly Fault[];
