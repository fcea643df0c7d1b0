import type { Fault } from './fault.ts';

/** Faults of addresses, of what lies between plain HTTP and the application, and of files. */
export const sitesFaults = [
  {
    id: 'request-line-host-believed',
    items: ['CS-05'],
    description: 'The host of the request line is not compared with the hosts of the deployment',
  },
  {
    id: 'host-by-beginning',
    items: ['CS-05'],
    description: 'A Host needs only begin with a name of the deployment',
  },
  {
    id: 'host-by-end',
    items: ['CS-05'],
    description: 'A Host needs only end with a name of the deployment',
  },
  {
    id: 'plain-post-answered',
    items: ['SC-03'],
    description: 'Plain HTTP answers forms',
  },
  {
    id: 'plain-leads-home',
    items: ['SC-03'],
    description: 'Plain HTTP leads to the home page, whatever was asked for',
  },
  {
    id: 'plain-leads-to-other-host',
    items: ['SC-03', 'IN-12'],
    description: 'Plain HTTP leads to another host first',
  },
  {
    id: 'plain-redirect-temporary',
    items: ['SC-03', 'IN-12'],
    description: 'The way from plain HTTP to HTTPS is said to be for now only',
  },
  {
    id: 'plain-leads-to-itself',
    items: ['SC-03', 'IN-12'],
    description: 'Plain HTTP leads back to plain HTTP',
  },
  {
    id: 'forwarded-proto-believed',
    items: ['IN-12'],
    description: 'Who claims to come over HTTPS is believed',
  },
  {
    id: 'forwarded-proto-loops',
    items: ['IN-12'],
    description: 'Who claims to come over plain HTTP is sent to HTTPS again and again',
  },
] as const satisfies readonly Fault[];
