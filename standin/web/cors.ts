import type { IncomingMessage } from 'node:http';
import type { FaultId } from '../faults/index.ts';

/** What an answer says on sites of other origins: nothing, as the real application does. */
export function corsHeaders(
  { method, headers }: Pick<IncomingMessage, 'method' | 'headers'>,
  isOn: (fault: FaultId) => boolean,
): Record<string, string> {
  const { origin, host = '' } = headers;
  if (origin === undefined) return {};
  // As text, as who compares beginnings does: not every name that looks like an address is one.
  const own = host.replace(/:\d+$/, '');
  const other = origin.replace(/^https?:\/\/|:\d+$/g, '');
  const letIn =
    isOn('cors-reflects-origin') ||
    (origin === 'null' && isOn('cors-lets-null-in')) ||
    (other !== own && other.startsWith(own) && isOn('cors-by-beginning')) ||
    (other !== own && other.endsWith(own) && isOn('cors-by-end')) ||
    (method === 'OPTIONS' && isOn('cors-reflects-at-preflight'));
  if (!letIn && !isOn('cors-any-with-credentials')) return {};
  return {
    'access-control-allow-origin': letIn ? origin : '*',
    'access-control-allow-credentials': 'true',
  };
}
