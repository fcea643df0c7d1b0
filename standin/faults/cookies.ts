import type { Fault } from './fault.ts';

/** Faults of how long, how far and with what cookies travel; those of their flags are with transport. */
export const cookiesFaults = [
  {
    id: 'csrf-cookie-without-samesite',
    items: ['SC-05'],
    description: 'csrftoken without SameSite',
  },
  {
    id: 'session-cookie-for-subdomains',
    items: ['SC-05'],
    description: 'sessionid goes to every subdomain too',
  },
  {
    id: 'csrf-cookie-for-subdomains',
    items: ['SC-05'],
    description: 'csrftoken goes to every subdomain too',
  },
  {
    id: 'csrf-cookie-for-years',
    items: ['SC-05'],
    description: 'csrftoken stays for ten years',
  },
  {
    id: 'messages-cookie-not-secure',
    items: ['SC-05'],
    description: 'The cookie with what the next page says goes over plain HTTP too',
  },
] as const satisfies readonly Fault[];
