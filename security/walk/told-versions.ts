import type { Seen } from './crawl.ts';

/** Headers that say nothing to a browser (OWASP Secure Headers Project, headers to remove). */
const idle = [
  'x-powered-by',
  'x-aspnet-version',
  'x-aspnetmvc-version',
  'x-generator',
  'x-backend-server',
  'x-debug-token',
  'x-chromelogger-data',
];

/** Headers that tell what the deployment runs on; a name without a version is let be. */
export function toldVersions({ headers }: Seen): string[] {
  const { server = '' } = headers;
  return [
    ...(/\/v?\d/.test(server) ? [`Server: ${server}`] : []),
    ...idle.flatMap((name) => (headers[name] === undefined ? [] : [`${name}: ${headers[name]}`])),
  ];
}
