import type { Fault } from './fault.ts';

/** Faults of what browsers and what is on the way keep. */
export const cachingFaults = [
  {
    id: 'data-silent-on-caching',
    items: ['SC-05'],
    description: 'Data for somebody signed in says nothing on being kept, as the real application',
  },
  {
    id: 'api-cached-with-token',
    items: ['SC-05'],
    description: 'What a token of the API opens may be kept by any cache',
  },
  {
    id: 'media-cached',
    items: ['SC-05'],
    description: 'Uploaded files may be kept by any cache',
  },
  {
    id: 'pages-kept-for-the-next',
    items: ['SC-05'],
    description: 'A browser may show a page of one user to the next, as nothing says Vary: Cookie',
  },
] as const satisfies readonly Fault[];
