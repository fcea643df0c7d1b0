import type { Fault } from './fault.ts';

/** Faults of the session itself, which the frame keeps; those of the account pages are apart. */
export const sessionFaults = [
  {
    id: 'login-without-label',
    items: ['AT-02', 'AT-17'],
    description: 'The user name field has no label',
  },
  {
    id: 'session-not-rotated',
    items: ['AT-02'],
    description: 'Signing in keeps a session key that was known before',
  },
  {
    id: 'session-survives-new-password',
    items: ['AT-17'],
    description: 'Sessions opened with the old password go on',
  },
  {
    id: 'logout-keeps-session',
    items: ['AT-02'],
    description: 'After signing out the session key still works',
  },
  {
    id: 'logout-on-get',
    items: ['AT-02'],
    description: 'Opening the page that signs out signs out, without a question',
  },
  {
    id: 'setter-of-password-signed-out',
    items: ['AT-17'],
    description:
      'A director who sets a colleague’s password is signed out, as on the real application',
  },
] as const satisfies readonly Fault[];
