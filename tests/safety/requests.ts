import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runFolder } from '../../fixtures/run-folder.ts';
import type { Kind } from '../../standin/web/traffic.ts';

/** What a run on the embedded stand-in has sent, as its end has kept it. */
export const trafficOf = (runId: string): Kind[] =>
  JSON.parse(readFileSync(join(runFolder(runId), 'traffic.json'), 'utf8')) as Kind[];

/** A path that is no page, without what is another one in each run. */
export const withoutChance = (path: string): string =>
  path
    .replace(/^(https?:\/\/[\w.]+):\d+/, '$1:{port}')
    .replace(/^\/media\/\d+-.*/, '/media/{file}')
    .replace(/qa-\w+-\w+-\d+\.txt/, '{name}.txt')
    .replace(/^\/static\/.*\.[0-9a-f]{12}\.\w+/, '/static/{file}')
    .replace(/(\w)\1{20,}/, '{long text}');

/** What the observe tier may POST to: the sign-in of people, their sign-out, the sign-in of the API. */
const signIns = ['/accounts/login/', '/accounts/logout/', '/api/v1/api-token-auth/'];

/** Requests that the observe tier may not send, or that changed more than a session. */
export function notObserving(kinds: readonly Kind[]): string[] {
  return kinds
    .filter(
      ({ method, path, tables }) =>
        !(
          ['GET', 'HEAD', 'OPTIONS'].includes(method) ||
          (method === 'POST' && signIns.includes(path))
        ) || tables.some((table) => !['session', 'failed_login'].includes(table)),
    )
    .map(
      ({ method, path, tables }) => `${method} ${path} changes ${tables.join(', ') || 'nothing'}`,
    );
}

/** The table of docs/requests.md. @param traffic by tier, as runs of that tier alone have sent it */
export function tableOf(traffic: Readonly<Record<string, readonly Kind[]>>): string {
  const rows = new Map<string, { tiers: Set<string>; by: Set<string>; tables: Set<string> }>();
  for (const [tier, kinds] of Object.entries(traffic)) {
    for (const { method, path, by, tables } of kinds) {
      const key = `${withoutChance(path)} ${method}`;
      const row = rows.get(key) ?? { tiers: new Set(), by: new Set(), tables: new Set() };
      rows.set(key, row);
      row.tiers.add(tier);
      for (const one of by) row.by.add(one);
      for (const one of tables) row.tables.add(one);
    }
  }
  const lines = [...rows]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, { tiers, by, tables }]) => {
      const at = key.lastIndexOf(' ');
      const cells = [
        key.slice(at + 1),
        `\`${key.slice(0, at).replaceAll('|', '%7C').replaceAll('`', '%60')}\``,
        [...tiers].join(', '),
        [...by].sort().join(', '),
        [...tables].sort().join(', ') || '–',
      ];
      return `| ${cells.join(' | ')} |`;
    });
  return [
    '| method | path | tiers | sent by | changes |',
    '| --- | --- | --- | --- | --- |',
    ...lines,
  ].join('\n');
}
