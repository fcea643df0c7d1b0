import type { Fault } from './fault.ts';

/** Faults that somebody from outside can use at the front door: forged forms, sessions, links and guesses. */
export const frontDoorFaults = [
  {
    id: 'csrf-off-at-sign-in',
    items: ['SC-07'],
    description: 'The form that signs in asks no token',
  },
  {
    id: 'csrf-off-at-admin-sign-in',
    items: ['SC-07'],
    description: 'The form that signs in to the administration asks no token',
  },
  {
    id: 'csrf-off-at-sign-out',
    items: ['SC-07'],
    description: 'The form that signs out asks no token',
  },
  {
    id: 'csrf-off-at-sign-up',
    items: ['SC-07'],
    description: 'Opening an account and confirming its address ask no token',
  },
  {
    id: 'csrf-off-at-passwords',
    items: ['SC-07'],
    description: 'Changing a password, asking for a new one and setting it ask no token',
  },
  {
    id: 'csrf-off-at-users',
    items: ['SC-07'],
    description: 'The forms of users and companies, and the end of the tutorial, ask no token',
  },
  {
    id: 'company-switched-from-elsewhere',
    items: ['SC-07'],
    description: 'A link on another site switches the company, as on the real application',
  },
  {
    id: 'csrf-token-survives-sign-in',
    items: ['SC-07'],
    description: 'A token from before the sign-in is good after it',
  },
  {
    id: 'session-key-of-the-person',
    items: ['AT-02'],
    description: 'Every sign-in of a person gives the same session key',
  },
  {
    id: 'sign-out-leaves-cookie',
    items: ['AT-02'],
    description: 'Signing out does not take the cookie away',
  },
  {
    id: 'remembered-unasked',
    items: ['AT-02'],
    description: 'A session outlives the browser though nobody asked for it',
  },
  {
    id: 'remembered-never',
    items: ['AT-02'],
    description: 'A session ends with the browser though it was to be remembered',
  },
  {
    id: 'remembered-for-years',
    items: ['AT-02'],
    description: 'A session that is remembered lasts for years',
  },
  {
    id: 'reset-link-believes-headers',
    items: ['AT-17', 'CS-05'],
    description: 'The host of the link for a new password is what any header for proxies says',
  },
  {
    id: 'reset-token-without-password',
    items: ['AT-17'],
    description: 'The link for a new password does not end with the password it was asked under',
  },
  {
    id: 'reset-token-for-anybody',
    items: ['AT-17'],
    description: 'The token of a link for a new password fits any user',
  },
  {
    id: 'next-by-slash',
    items: ['AT-02'],
    description: 'Whatever begins with a slash is taken for a page of this site',
  },
  {
    id: 'next-by-own-name',
    items: ['AT-02'],
    description: 'Whatever holds the name of this site is taken for a page of it',
  },
  {
    id: 'next-of-any-scheme',
    items: ['AT-02'],
    description: 'Only http and https are looked for in what is to be followed',
  },
  {
    id: 'next-decoded-twice',
    items: ['AT-02'],
    description: 'What is to be followed is decoded again after it was looked at',
  },
  {
    id: 'open-redirect-when-signed-in',
    items: ['AT-02'],
    description: 'Somebody who is signed in is led to any address that next names',
  },
  {
    id: 'open-redirect-at-sign-out',
    items: ['AT-02'],
    description: 'Signing out leads to any address that next names',
  },
  {
    id: 'open-redirect-at-admin',
    items: ['AT-02'],
    description: 'Signing in to the administration leads to any address that next names',
  },
  {
    id: 'open-redirect-elsewhere',
    items: ['AT-02'],
    description: 'Home, and the switch of companies, lead to any address that is named to them',
  },
  {
    id: 'lockout-by-spelling',
    items: ['AT-02', 'IN-05'],
    description: 'Another spelling of a name is counted apart',
  },
  {
    id: 'lockout-of-known-names',
    items: ['AT-02', 'IN-05'],
    description: 'Wrong passwords are counted only where there is such a user',
  },
  {
    id: 'lockout-outlives-new-password',
    items: ['AT-02', 'IN-05'],
    description: 'Who has set a new password by mail is still locked out',
  },
  {
    id: 'api-guessing-unlimited',
    items: ['AT-07', 'IN-05'],
    description: 'The API takes wrong passwords without end',
  },
  {
    id: 'admin-guessing-unlimited',
    items: ['AT-02', 'IN-05'],
    description: 'The sign-in of the administration takes wrong passwords without end',
  },
  {
    id: 'inactive-told-without-password',
    items: ['AT-02'],
    description: 'Whose access was taken away is told so without the right password',
  },
  {
    id: 'api-tells-inactive',
    items: ['AT-07'],
    description: 'The API says that an account is there but inactive',
  },
  {
    id: 'api-known-take-longer',
    items: ['AT-07'],
    description: 'The API takes longer to refuse a wrong password of somebody than of nobody',
  },
] as const satisfies readonly Fault[];
