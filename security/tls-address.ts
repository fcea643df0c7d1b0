import { z } from 'zod';
import { NotRun } from '../fixtures/accounts/role.ts';
import type { Raw } from '../fixtures/test/raw.ts';

const listener = z.object({ port: z.number() });

/**
 * Where the target speaks TLS. The embedded stand-in is asked, as a handshake has no header by which
 * a check could meet a fault.
 *
 * @param baseURL the target
 * @throws NotRun when the target has no TLS
 */
export async function tlsAddress(raw: Raw, baseURL: string | undefined): Promise<URL> {
  const url = new URL(baseURL ?? '');
  if (url.protocol !== 'https:') throw new NotRun('needs a BASE_URL with https');
  if (process.env['EMBEDDED'] === '1') {
    const { body } = await raw('/__standin__/tls');
    url.port = String(listener.parse(JSON.parse(body)).port);
  }
  return url;
}
