import type { Fault } from './fault.ts';

/** Faults of hosts, headers, cookies, static files: what a deployment gets wrong. */
export const transportFaults = [
  { id: 'any-host-accepted', items: ['CS-05'], description: 'Any Host is answered' },
  {
    id: 'forwarded-host-trusted',
    items: ['CS-05', 'AT-17'],
    description: 'X-Forwarded-Host replaces the Host, in links of mails too',
  },
  {
    id: 'debug-pages',
    items: ['CS-01', 'AT-08'],
    description: 'Error pages are those of DEBUG = True',
  },
  { id: 'env-file-served', items: ['CS-04'], description: '/.env can be read by anybody' },
  {
    id: 'http-not-redirected',
    items: ['SC-03'],
    description: 'Plain HTTP answers a page (only at the start, by FAULTS)',
  },
  { id: 'hsts-missing', items: ['SC-04'], description: 'No Strict-Transport-Security' },
  {
    id: 'hsts-short',
    items: ['SC-04'],
    description: 'HSTS lasts 60 seconds, as the application ships it',
  },
  {
    id: 'hsts-not-on-static',
    items: ['SC-04'],
    hiddenBy: 'hsts-missing',
    description: 'Static answers carry no HSTS, as on the real application',
  },
  { id: 'session-cookie-not-secure', items: ['SC-05'], description: 'sessionid without Secure' },
  {
    id: 'session-cookie-without-samesite',
    items: ['SC-05'],
    description: 'sessionid without SameSite',
  },
  { id: 'csrf-cookie-not-secure', items: ['SC-05'], description: 'csrftoken without Secure' },
  {
    id: 'session-cookie-not-httponly',
    items: ['SC-06'],
    description: 'sessionid without HttpOnly',
  },
  { id: 'csrf-cookie-not-httponly', items: ['SC-06'], description: 'csrftoken without HttpOnly' },
  { id: 'csrf-off', items: ['SC-07'], description: 'Forms are taken without a token' },
  {
    id: 'csrf-origin-ignored',
    items: ['SC-07'],
    description: 'Forms of other sites are taken when they have a token',
  },
  { id: 'nosniff-missing', items: ['SC-08'], description: 'No X-Content-Type-Options' },
  {
    id: 'nosniff-not-on-media',
    items: ['SC-08'],
    description: 'Uploaded files come without X-Content-Type-Options',
  },
  { id: 'xss-filter-missing', items: ['SC-09'], description: 'No X-XSS-Protection' },
  { id: 'frame-allowed', items: ['SC-10'], description: 'X-Frame-Options is missing' },
  {
    id: 'frame-same-origin',
    items: ['SC-10'],
    hiddenBy: 'frame-allowed',
    description: 'X-Frame-Options is SAMEORIGIN',
  },
  {
    id: 'mixed-content',
    items: ['SC-02'],
    guarded: true,
    description: 'Pages load an image over plain HTTP',
  },
  { id: 'static-not-cached', items: ['SM-02'], description: 'Hashed files are kept for a minute' },
  { id: 'static-never-304', items: ['SM-02'], description: 'If-None-Match is ignored' },
  {
    id: 'static-as-text',
    items: ['SM-01'],
    // Without its styles a page looks wrong to every check that looks at it.
    guarded: true,
    description: 'Styles and scripts come as plain text',
  },
  { id: 'static-not-compressed', items: ['SM-04'], description: 'Static files come as they are' },
  { id: 'pages-not-compressed', items: ['SM-04'], description: 'Pages come as they are' },
  {
    id: 'cors-reflects-origin',
    items: ['SM-07'],
    description: 'Any Origin is let in, with credentials',
  },
  {
    id: 'upload-lost',
    items: ['SM-05', 'AT-16', 'AT-12'],
    description: 'Uploaded files are not kept',
  },
] as const satisfies readonly Fault[];
