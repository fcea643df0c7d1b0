import type { Fault } from './fault.ts';

/** Faults of what pages carry, for which somebody has to read every one of them. */
export const walkFaults = [
  {
    id: 'dead-link',
    items: ['AT-08'],
    description: 'A page links to a page that is not there',
  },
  {
    id: 'form-over-plain-http',
    items: ['SC-02'],
    description: 'A form is sent over plain HTTP',
  },
  {
    id: 'style-over-plain-http',
    items: ['SC-02'],
    guarded: true,
    description: 'A style loads another one over plain HTTP',
  },
  {
    id: 'cdn-without-integrity',
    items: ['ST-02'],
    description:
      'Scripts and styles of other hosts carry no hash, as most do on the real application',
  },
  {
    id: 'cdn-without-crossorigin',
    items: ['ST-02'],
    guarded: true,
    description: 'A script of another host has a hash that the browser may not compare',
  },
  {
    id: 'cdn-without-version',
    items: ['ST-02'],
    guarded: true,
    description: 'A script of another host is the latest one, whatever that is',
  },
  {
    id: 'library-with-known-hole',
    items: ['ST-02'],
    guarded: true,
    description: 'Pages name a version of jQuery with a known hole',
  },
  {
    id: 'own-library-with-known-hole',
    items: ['ST-02'],
    description: 'A script of our own is an old jQuery, by the comment that it begins with',
  },
  {
    id: 'debug-toolbar-shown',
    items: ['CS-01'],
    description: 'Pages carry a debug toolbar',
  },
  {
    id: 'server-version-told',
    items: ['ST-02'],
    description: 'Answers tell the version of the web server',
  },
  {
    id: 'framework-told',
    items: ['ST-02'],
    description: 'Answers tell the framework',
  },
  {
    id: 'secret-in-page',
    items: ['CS-04', 'ST-02'],
    description: 'A page holds the secret key',
  },
  {
    id: 'secret-in-script',
    items: ['CS-04', 'ST-02'],
    description: 'A script holds a key of AWS',
  },
  {
    id: 'source-map-served',
    items: ['ST-02'],
    description: 'Maps from scripts and styles to their source are served, and named by the script',
  },
  {
    id: 'comment-with-task',
    items: ['ST-02'],
    description: 'A comment in a page says what is still to be done',
  },
  {
    id: 'comment-with-password',
    items: ['ST-02'],
    description: 'A comment in a page gives a password',
  },
  {
    id: 'form-without-token',
    items: ['SC-07'],
    description: 'A page has a form without a token',
  },
  {
    id: 'password-by-get',
    items: ['ST-02'],
    description: 'A form puts a password into an address',
  },
] as const satisfies readonly Fault[];
