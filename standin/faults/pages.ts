import type { Fault } from './fault.ts';

/** Faults of the frame that every page shares. */
export const pagesFaults = [
  {
    id: 'console-error',
    items: ['AT-08'],
    guarded: true,
    description: 'Pages of somebody signed in log an error',
  },
  {
    id: 'asset-missing',
    items: ['AT-08', 'SM-01'],
    guarded: true,
    description: 'Pages name a script that is not there',
  },
  {
    id: 'submit-not-by-keyboard',
    items: ['AT-02', 'AT-14'],
    description: 'Buttons that send a form are not reached with the Tab key',
  },
  { id: 'favicon-missing', items: ['AT-08'], description: '/favicon.ico is not there' },
  {
    id: 'page-without-language',
    items: ['AT-08', 'AT-10'],
    guarded: true,
    description: 'Pages do not say that they are Spanish',
  },
  { id: 'menu-open-to-all', items: ['AT-10'], description: 'The menu of level 1 shows every area' },
  {
    id: 'menu-users-missing',
    items: ['AT-10'],
    description: 'The menu lacks the way to the users area',
  },
  {
    id: 'messages-repeat',
    items: ['AT-02', 'AT-17'],
    description: 'A message is shown again and again',
  },
  {
    id: 'pages-cached',
    items: ['SC-05', 'AT-14'],
    description: 'Pages of somebody signed in may be kept by any cache',
  },
] as const satisfies readonly Fault[];
