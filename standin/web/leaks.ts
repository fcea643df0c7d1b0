import { gzipSync } from 'node:zlib';
import { html } from '../../fixtures/html.ts';
import type { FaultId } from '../faults/index.ts';
import { file, page, type Answer } from './answer.ts';

/** What could lie beside an application: where, what stands in it, and under which fault it is served. */
const leaks: readonly { fault: FaultId; at: RegExp; holds: string | Buffer }[] = [
  { fault: 'env-file-served', at: /^\/\.env$/, holds: 'DJANGO_SECRET_KEY=not-a-real-one\n' },
  { fault: 'git-folder-served', at: /^\/\.git\/HEAD$/, holds: 'ref: refs/heads/main\n' },
  {
    fault: 'git-folder-served',
    at: /^\/\.git\/config$/,
    holds: '[core]\n\trepositoryformatversion = 0\n',
  },
  {
    fault: 'database-copy-served',
    at: /^\/backup\.sql\.gz$/,
    holds: gzipSync('-- PostgreSQL database dump\n'),
  },
  { fault: 'source-served', at: /^\/static\/settings\.py$/, holds: 'import environ\nDEBUG = 0\n' },
  {
    fault: 'key-served',
    at: /^\/privkey\.pem$/,
    holds: '-----BEGIN PRIVATE KEY-----\nbm90IGEgcmVhbCBvbmU=\n-----END PRIVATE KEY-----\n',
  },
  {
    fault: 'source-map-served',
    at: /^\/static\/.+\.map$/,
    holds: '{"version":3,"sources":["site.ts"],"mappings":"AAAA"}',
  },
];

/** Answers with a file that no stranger should have, where a fault wants it so. */
export function serveLeak(path: string, isOn: (fault: FaultId) => boolean): Answer | undefined {
  const leak = leaks.find(({ fault, at }) => at.test(path) && isOn(fault));
  if (leak !== undefined) return file('text/plain', Buffer.from(leak.holds), {});
  const folder = /^\/static\/(\w+\/)?$/.test(path);
  return folder && isOn('static-listed')
    ? page(html`<title>Index of ${path}</title><h1>Index of ${path}</h1><p>stand-in.css</p>`)
    : undefined;
}
