import type { Fault } from './fault.ts';

/** Faults of signing in, signing up and passwords. */
export const accountsFaults = [
  {
    id: 'sign-in-known-take-longer',
    items: ['AT-02'],
    slow: true,
    description: 'The sign-in takes longer to refuse who is there than who is not',
  },
  {
    id: 'reset-known-take-longer',
    items: ['AT-17'],
    slow: true,
    description: 'A new password takes longer to ask for where there is an account',
  },
  {
    id: 'wrong-password-text-differs',
    items: ['AT-02'],
    description: 'An unknown user is told apart from a wrong password',
  },
  {
    id: 'login-by-email-refused',
    items: ['AT-02'],
    description: 'Nobody can sign in with their e-mail address',
  },
  { id: 'inactive-signs-in', items: ['AT-02'], description: 'An inactive user can sign in' },
  {
    id: 'unverified-signs-in',
    items: ['AT-02', 'AT-17', 'AT-01'],
    description: 'An unconfirmed address is no obstacle',
  },
  {
    id: 'lockout-missing',
    items: ['AT-02'],
    description: 'Wrong passwords can be tried without end',
  },
  {
    id: 'open-redirect-next',
    items: ['AT-02'],
    description: 'Signing in leads to any address that next names',
  },
  {
    id: 'next-ignored',
    items: ['AT-02'],
    description: 'After signing in one does not come back to the page one wanted',
  },
  {
    id: 'login-keeps-password',
    items: ['AT-02'],
    description: 'A wrong password comes back in the page',
  },
  {
    id: 'confirmation-mail-not-sent',
    items: ['AT-17', 'EM-05', 'EM-06'],
    description: 'The mail that proves an address is not sent',
  },
  {
    id: 'confirm-link-wrong-host',
    items: ['AT-17'],
    description: 'The link of the confirmation mail leads to another host',
  },
  {
    id: 'confirm-does-nothing',
    items: ['AT-17'],
    description: 'Confirming an address does not confirm it',
  },
  {
    id: 'confirm-link-twice',
    items: ['AT-17'],
    description: 'A confirmation link works a second time',
  },
  {
    id: 'confirm-link-any-key',
    items: ['AT-17'],
    description: 'Any key confirms the newest address',
  },
  {
    id: 'signup-duplicate-email-accepted',
    items: ['AT-17'],
    description: 'Signing up with an address that is taken is not refused',
  },
  { id: 'signup-lower-level', items: ['AT-17'], description: 'Who signs up gets level 3' },
  {
    id: 'signup-needs-no-confirmation',
    items: ['AT-17'],
    description: 'Who signs up needs no confirmation',
  },
  {
    id: 'signup-weak-password-accepted',
    items: ['AT-17'],
    description: 'Signing up takes a weak password',
  },
  {
    id: 'reset-mail-not-sent',
    items: ['AT-17', 'EM-05', 'EM-06'],
    description: 'The mail for a new password is not sent',
  },
  {
    id: 'reset-link-wrong-host',
    items: ['AT-17'],
    description: 'The link for a new password leads to another host',
  },
  {
    id: 'reset-link-works-twice',
    items: ['AT-17'],
    description: 'The link for a new password works twice',
  },
  { id: 'reset-old-password-works', items: ['AT-17'], description: 'The old password still works' },
  {
    id: 'reset-weak-password-accepted',
    items: ['AT-17'],
    description: 'A weak new password is taken',
  },
  {
    id: 'reset-unknown-address-told',
    items: ['AT-17'],
    description: 'The reset page tells whether an address is known',
  },
  {
    id: 'change-needs-no-old-password',
    items: ['AT-17'],
    description:
      'One sets a new password without the old one, as directors do on the real application',
  },
  { id: 'mail-accents-broken', items: ['AT-17'], description: 'Accents in mail are broken' },
  {
    id: 'second-password-ignored',
    items: ['AT-17'],
    description: 'The second password of a sign-up or a reset need not be the first',
  },
  {
    id: 'signup-duplicate-name-accepted',
    items: ['AT-17'],
    description: 'Signing up with a user name that somebody has is thanked for',
  },
] as const satisfies readonly Fault[];
